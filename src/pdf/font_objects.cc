// Embedded fonts.
#include "pdf/font_objects.h"

#include <algorithm>

#include "pdf/digest.h"
#include "pdf/streams.h"
#include "pdf/to_unicode.h"

namespace banxin::pdf {
namespace {

constexpr int default_width = 1000;

int thousandths(int units, const FontFace& face) {
  return static_cast<int>(Length::from_raw(units).scaled(1000, face.units_per_em()).raw());
}

std::vector<std::uint32_t> glyph_ids(const UsedFont& font) {
  std::vector<std::uint32_t> ids;
  ids.reserve(font.glyphs.size());
  for (const auto& [id, text] : font.glyphs) ids.push_back(id);
  return ids;
}

std::string tagged_name(const UsedFont& font) {
  Digest digest;
  digest.add(font.face->postscript_name());
  for (const std::uint32_t id : glyph_ids(font)) digest.add(std::uint64_t{id});
  return subset_tag(digest) + '+' + font.face->postscript_name();
}

/// The map from the face's glyph ids to those of its subset, two bytes each.
std::string cid_to_gid_map(const std::vector<std::uint16_t>& new_ids) {
  std::string map;
  for (const std::uint16_t id : new_ids) {
    map += static_cast<char>(id >> 8);
    map += static_cast<char>(id & 0xff);
  }
  return map;
}

/// A bit for each CID that the subset has, the highest bit of the first byte for CID 0 (ISO 32000-1, table 124).
std::string cid_set(const UsedFont& font) {
  std::string bits(1, '\x80');
  for (const std::uint32_t id : glyph_ids(font)) {
    if (bits.size() <= id / 8) bits.resize(id / 8 + 1, '\0');
    bits[id / 8] = static_cast<char>(static_cast<unsigned char>(bits[id / 8]) | 0x80u >> id % 8);
  }
  return bits;
}

std::string font_box(const FontFace& face) {
  const auto [x_min, y_min, x_max, y_max] = face.bounding_box();
  const auto scaled = [&](int units) { return text_of(thousandths(units, face)); };
  return array({scaled(x_min), scaled(y_min), scaled(x_max), scaled(y_max)});
}

Dictionary descriptor(const UsedFont& font, const std::string& font_name, Reference file) {
  constexpr int symbolic = 1 << 2, italic = 1 << 6;
  const FontFace& face = *font.face;
  const bool cff = face.outlines() == FontFace::Outlines::cff;
  // Neither OpenType nor the outlines state the stem width; viewers use it only for substitutes. A straight line through common faces will
  // do.
  const int stem = 10 + 220 * (face.weight() - 50) / 900;
  return {{"Type", "/FontDescriptor"},
          {"FontName", name(font_name)},
          {"Flags", text_of(symbolic | (face.italic() ? italic : 0))},
          {"FontBBox", font_box(face)},
          {"ItalicAngle", face.italic() ? "-12" : "0"},
          {"Ascent", text_of(thousandths(face.ascent(), face))},
          {"Descent", text_of(thousandths(face.descent(), face))},
          {"CapHeight", text_of(thousandths(face.cap_height(), face))},
          {"StemV", text_of(std::max(stem, 20))},
          {cff ? "FontFile3" : "FontFile2", text_of(file)}};
}

Reference put_program(ObjectSink& sink, FontProgram& program, bool cff, bool compress) {
  Dictionary dictionary = encoded_dictionary(compress);
  if (cff) {
    dictionary.add("Subtype", "/CIDFontType0C");
  } else {
    dictionary.add("Length1", text_of(static_cast<int>(program.data_length)));
  }
  return sink.add_stream(std::move(dictionary), std::move(program.data));
}

/// `c [w1 w2]` for neighbours and `c1 c2 w` for stretches of equal widths.
std::string width_entry(std::uint32_t first, const std::vector<int>& widths) {
  const auto first_text = text_of(static_cast<int>(first));
  if (widths.size() > 2 && std::all_of(widths.begin(), widths.end(), [&](int width) { return width == widths.front(); }))
    return first_text + ' ' + text_of(static_cast<int>(first + widths.size() - 1)) + ' ' + text_of(widths.front());
  std::vector<std::string> texts;
  texts.reserve(widths.size());
  for (const int width : widths) texts.push_back(text_of(width));
  return first_text + array(texts);
}

}  // namespace

std::string width_array(const UsedFont& font) {
  std::vector<std::string> entries;
  std::uint32_t first = 0;
  std::vector<int> widths;
  const auto flush = [&] {
    if (!widths.empty()) entries.push_back(width_entry(first, widths));
    widths.clear();
  };
  for (const auto& [id, text] : font.glyphs) {
    const int width = font.width(id);
    if (width == default_width) continue;
    if (id != first + widths.size()) flush();
    if (widths.empty()) first = id;
    widths.push_back(width);
  }
  flush();
  return array(entries);
}

Result<FontProgram> make_font_program(const UsedFont& font, bool compress, bool with_cid_set) {
  auto subset = subset_font(*font.face, glyph_ids(font));
  if (!subset) return Diagnostic(Severity::error, "pdf-font-not-embedded", {}, {{"font", font.face->postscript_name()}});
  FontProgram program;
  program.tagged_name = tagged_name(font);
  program.data_length = subset->data.size();
  program.data = encoded(std::move(subset->data), compress);
  program.cid_to_gid = encoded(cid_to_gid_map(subset->cid_to_gid), compress);
  program.to_unicode = encoded(to_unicode_map(font.glyphs), compress);
  if (with_cid_set) program.cid_set = encoded(cid_set(font), compress);
  return program;
}

void put_font(ObjectSink& sink, Reference font_reference, const UsedFont& font, FontProgram program, bool compress) {
  const bool cff = font.face->outlines() == FontFace::Outlines::cff;
  const Reference file = put_program(sink, program, cff, compress);
  Dictionary described = descriptor(font, program.tagged_name, file);
  if (!program.cid_set.empty()) described.add("CIDSet", text_of(sink.add_stream(encoded_dictionary(compress), std::move(program.cid_set))));
  const Reference descriptor_reference = sink.add(described.text());
  Dictionary descendant{{"Type", "/Font"},
                        {"Subtype", cff ? "/CIDFontType0" : "/CIDFontType2"},
                        {"BaseFont", name(program.tagged_name)},
                        {"CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"},
                        {"FontDescriptor", text_of(descriptor_reference)},
                        {"DW", text_of(default_width)},
                        {"W", width_array(font)}};
  if (!cff) descendant.add("CIDToGIDMap", text_of(sink.add_stream(encoded_dictionary(compress), std::move(program.cid_to_gid))));
  const Reference descendant_reference = sink.add(descendant.text());
  const Reference to_unicode = sink.add_stream(encoded_dictionary(compress), std::move(program.to_unicode));
  sink.put(font_reference, Dictionary{{"Type", "/Font"},
                                      {"Subtype", "/Type0"},
                                      // A CFF font's name is the descendant's and the encoding's joined (ISO 32000-2, table 119).
                                      {"BaseFont", name(program.tagged_name + (cff ? "-Identity-H" : ""))},
                                      {"Encoding", "/Identity-H"},
                                      {"DescendantFonts", array({text_of(descendant_reference)})},
                                      {"ToUnicode", text_of(to_unicode)}}
                               .text());
}

}  // namespace banxin::pdf
