// What to look for: the faces of a collection that share their glyphs are embedded once; others are fonts of their own.
#include "pdf/font_table.h"

#include <fstream>
#include <iterator>

#include "subprocess.h"
#include "test_faces.h"

namespace banxin::pdf {
namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

void put_number(std::string& bytes, std::size_t offset, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[offset + i] = static_cast<char>(value >> (24 - 8 * i));
}

/// A collection of two faces whose directories point to the tables of one font; `apart`: the second has advances of its own.
std::string collection_of(const std::string& font, bool apart) {
  const std::size_t tables = static_cast<unsigned char>(font[5]), directory = 12 + 16 * tables, head = 20;
  std::string directories[2] = {font.substr(0, directory), font.substr(0, directory)};
  const std::uint32_t shift = static_cast<std::uint32_t>(head + 2 * directory);
  std::string tail = font;
  for (std::size_t face = 0; face < 2; ++face) {
    for (std::size_t record = 12; record < directory; record += 16) {
      std::string& entry = directories[face];
      const std::uint32_t offset = number_at(entry, record + 8), length = number_at(entry, record + 12);
      put_number(entry, record + 8, shift + offset);
      if (!apart || face == 0 || entry.substr(record, 4) != "hmtx") continue;
      put_number(entry, record + 8, shift + static_cast<std::uint32_t>(tail.size()));
      tail += font.substr(offset, length);
    }
  }
  std::string header = std::string("ttcf\0\1\0\0\0\0\0\2", 12) + std::string(8, '\0');
  put_number(header, 12, static_cast<std::uint32_t>(head));
  put_number(header, 16, static_cast<std::uint32_t>(head + directory));
  return header + directories[0] + directories[1] + tail;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

PagedDocument document_in(const std::vector<const FontFace*>& faces) {
  PagedDocument document;
  Page& page = document.pages.emplace_back();
  for (const FontFace* face : faces) {
    GlyphRunItem run;
    run.face = face;
    run.text = "字";
    run.glyphs = {{face->nominal_glyph(U'字'), {}, {}, 0, 3}};
    page.items.push_back({std::move(run), {0, ItemTag::Artifact::none}, {}});
  }
  return document;
}

class FontTableTest : public testing::Test {
 protected:
  /// Both faces of a collection made of the test font.
  std::vector<std::shared_ptr<const FontFace>> collection(bool apart) {
    file_ =
        std::make_unique<test::TemporaryFile>(collection_of(bytes_of(BANXIN_SOURCE_DIR "/tests/fonts/BanxinTestSong-Regular.otf"), apart));
    std::vector<std::shared_ptr<const FontFace>> faces;
    for (const int index : {0, 1}) {
      auto face = open_face(file_->path(), index);
      EXPECT_TRUE(face) << "face " << index;
      faces.push_back(*face);
    }
    return faces;
  }

  std::unique_ptr<test::TemporaryFile> file_;
};

TEST_F(FontTableTest, EmbedsTheLanguagesOfACollectionOnce) {
  const auto faces = collection(false);
  const FontTable table(document_in({faces[0].get(), faces[1].get()}));
  EXPECT_EQ(table.fonts().size(), 1u);
  EXPECT_EQ(table.index_of(*faces[1]), 0u);
}

TEST_F(FontTableTest, KeepsFacesOfACollectionApartThatAdvanceDifferently) {
  const auto faces = collection(true);
  const FontTable table(document_in({faces[0].get(), faces[1].get()}));
  EXPECT_EQ(table.fonts().size(), 2u);
  EXPECT_EQ(table.index_of(*faces[1]), 1u);
}

TEST_F(FontTableTest, KeepsFacesOfFilesApart) {
  EXPECT_EQ(FontTable(document_in({&test::song(), &test::hei(), &test::song()})).fonts().size(), 2u);
}

}  // namespace
}  // namespace banxin::pdf
