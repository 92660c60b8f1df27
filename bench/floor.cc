// The least that setting an article can cost: shapes its lines, subsets their faces, deflates and writes. No layout, no structure, no
// metadata; the lines come from a page dump.
//
//     floor FONTS RUNS OUT.pdf
//
// RUNS holds `page WIDTH HEIGHT` and `run FACE X Y SIZE TEXT`, one a line, in points; FACE is a file of the folder FONTS without its
// suffix.
#include <hb.h>
#include <libdeflate.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "font/face.h"

namespace {

using banxin::FontFace;

struct Compressor {
  libdeflate_compressor* handle = libdeflate_alloc_compressor(1);
  ~Compressor() { libdeflate_free_compressor(handle); }

  std::string deflate(const std::string& data) const {
    std::string result(libdeflate_zlib_compress_bound(handle, data.size()), '\0');
    result.resize(libdeflate_zlib_compress(handle, data.data(), data.size(), result.data(), result.size()));
    return result;
  }
};

/// Objects in the order of their numbers, written out at the end.
class File {
 public:
  int add(const std::string& dictionary) {
    objects_.push_back(dictionary);
    return count();
  }
  int add_stream(const std::string& data, const std::string& entries = {}) {
    const std::string packed = compressor_.deflate(data);
    return add("<</Filter/FlateDecode/Length " + std::to_string(packed.size()) + entries + ">>stream\n" + packed + "\nendstream");
  }
  int count() const { return static_cast<int>(objects_.size()); }

  void write(const std::string& path, int root) const {
    std::string out = "%PDF-1.7\n", references;
    char entry[32];
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
      references += entry;
      out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects_.size() + 1);
    const std::string at = std::to_string(out.size());
    out += "xref\n0 " + size + "\n0000000000 65535 f \n" + references + "trailer<</Size " + size + "/Root " + std::to_string(root) +
           " 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
    std::ofstream(path, std::ios::binary) << out;
  }

 private:
  std::vector<std::string> objects_;
  Compressor compressor_;
};

struct Face {
  std::shared_ptr<const FontFace> face;
  int number = 0;
  std::map<std::uint32_t, int> widths;  ///< of the glyphs used, in thousandths of an em
};

class Faces {
 public:
  explicit Faces(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Face& named(const std::string& name) {
    const auto [known, is_new] = faces_.try_emplace(name);
    if (is_new) {
      known->second.number = static_cast<int>(faces_.size());
      auto path = folder_ / (name + ".otf");
      if (!std::filesystem::exists(path)) path.replace_extension(".ttf");
      known->second.face = *banxin::open_face(path, 0);
    }
    return known->second;
  }

  /// The fonts' resource dictionary.
  std::string embed(File& file) const {
    std::string resources = "<</Font<<";
    for (const auto& [name, face] : faces_)
      resources += "/F" + std::to_string(face.number) + " " + std::to_string(embed(file, name, face)) + " 0 R";
    return resources + ">>>>";
  }

 private:
  static int embed(File& file, const std::string& name, const Face& face) {
    std::vector<std::uint32_t> glyphs;
    std::string widths;
    for (const auto& [glyph, width] : face.widths) {
      glyphs.push_back(glyph);
      if (width != 1000) widths += std::to_string(glyph) + "[" + std::to_string(width) + "]";
    }
    const auto subset = *banxin::subset_font(*face.face, glyphs);
    const bool cff = face.face->outlines() == FontFace::Outlines::cff;
    const int program = file.add_stream(subset.data, cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(subset.data.size()));
    const int descriptor = file.add("<</Type/FontDescriptor/FontName/" + name +
                                    "/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120"
                                    "/CapHeight 700/StemV 80/FontFile" +
                                    (cff ? "3 " : "2 ") + std::to_string(program) + " 0 R>>");
    std::string map;
    for (const std::uint16_t id : subset.cid_to_gid) map += {static_cast<char>(id >> 8), static_cast<char>(id & 0xff)};
    const std::string to_glyphs = cff ? "" : "/CIDToGIDMap " + std::to_string(file.add_stream(map)) + " 0 R";
    const int descendant = file.add("<</Type/Font/Subtype/CIDFontType" + std::string(cff ? "0" : "2") + "/BaseFont/" + name +
                                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[" + widths +
                                    "]/FontDescriptor " + std::to_string(descriptor) + " 0 R" + to_glyphs + ">>");
    return file.add("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts[" + std::to_string(descendant) +
                    " 0 R]>>");
  }

  std::filesystem::path folder_;
  std::map<std::string, Face> faces_;
};

/// Shapes a run and adds it to a page's content.
void show(Face& face, double x, double y, double size, const std::string& text, hb_buffer_t* buffer, std::string& content) {
  hb_buffer_reset(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(face.face->hb_font(), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  char code[96];
  std::snprintf(code, sizeof code, "/F%d %g Tf 1 0 0 1 %.3f %.3f Tm<", face.number, size, x, y);
  content += code;
  for (unsigned i = 0; i < count; ++i) {
    face.widths[glyphs[i].codepoint] = static_cast<int>(std::lround(positions[i].x_advance * 1000.0 / face.face->units_per_em()));
    std::snprintf(code, sizeof code, "%04x", glyphs[i].codepoint);
    content += code;
  }
  content += ">Tj\n";
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 4) {
    std::cerr << "usage: floor FONTS RUNS OUT.pdf\n";
    return 2;
  }
  struct Page {
    double width = 0, height = 0;
    int content = 0;
  };
  File file;
  Faces faces(arguments[1]);
  std::vector<Page> pages;
  std::string content;
  const auto end_page = [&] {
    if (!pages.empty()) pages.back().content = file.add_stream("BT\n" + content + "ET\n");
    content.clear();
  };
  hb_buffer_t* buffer = hb_buffer_create();
  std::ifstream runs(arguments[2]);
  for (std::string line; std::getline(runs, line);) {
    std::istringstream words(line);
    std::string word, name, text;
    words >> word;
    if (word == "page") {
      end_page();
      words >> pages.emplace_back().width >> pages.back().height;
    } else {
      double x = 0, y = 0, size = 0;
      words >> name >> x >> y >> size;
      std::getline(words >> std::ws, text);
      show(faces.named(name), x, pages.back().height - y, size, text, buffer, content);
    }
  }
  end_page();
  hb_buffer_destroy(buffer);

  const int resources = file.add(faces.embed(file));
  const int tree = file.count() + 1 + static_cast<int>(pages.size());
  std::string kids;
  char box[64];
  for (const Page& page : pages) {
    std::snprintf(box, sizeof box, "[0 0 %.3f %.3f]", page.width, page.height);
    kids += std::to_string(file.add("<</Type/Page/Parent " + std::to_string(tree) + " 0 R/MediaBox" + box + "/Resources " +
                                    std::to_string(resources) + " 0 R/Contents " + std::to_string(page.content) + " 0 R>>")) +
            " 0 R ";
  }
  file.add("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>");
  file.write(arguments[3], file.add("<</Type/Catalog/Pages " + std::to_string(tree) + " 0 R>>"));
}
