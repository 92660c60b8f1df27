#include <freetype/freetype.h>
#include <freetype/ftoutln.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "font/cff_table.h"
#include "test_fonts.h"

namespace banxin {
namespace {

std::vector<std::uint32_t> glyphs_of(const FontFace& face, std::u32string_view text) {
  std::vector<std::uint32_t> glyphs;
  for (const char32_t c : text) glyphs.push_back(face.nominal_glyph(c));
  std::sort(glyphs.begin(), glyphs.end());
  glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
  return glyphs;
}

/// A subset as a PDF viewer opens it.
class EmbeddedFont {
 public:
  explicit EmbeddedFont(const std::string& data) : data_(data) {
    FT_Init_FreeType(&library_);
    const auto* bytes = reinterpret_cast<const FT_Byte*>(data_.data());
    if (FT_New_Memory_Face(library_, bytes, static_cast<FT_Long>(data_.size()), 0, &face_) != 0) face_ = nullptr;
  }
  ~EmbeddedFont() {
    FT_Done_Face(face_);
    FT_Done_FreeType(library_);
  }
  EmbeddedFont(const EmbeddedFont&) = delete;
  EmbeddedFont& operator=(const EmbeddedFont&) = delete;

  bool opened() const { return face_ != nullptr; }
  bool has_glyph(std::uint32_t glyph) const { return FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) == 0; }
  std::optional<FontFace::InkBox> ink_box(std::uint32_t glyph) const {
    EXPECT_EQ(FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE), 0);
    if (face_->glyph->outline.n_points == 0) return std::nullopt;
    FT_BBox box;
    FT_Outline_Get_CBox(&face_->glyph->outline, &box);
    return FontFace::InkBox{static_cast<int>(box.xMin), static_cast<int>(box.yMin), static_cast<int>(box.xMax), static_cast<int>(box.yMax)};
  }

 private:
  std::string data_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

void expect_same_outline(const FontFace& face, std::uint32_t original, const EmbeddedFont& font, std::uint32_t glyph) {
  const auto before = face.ink_box(original), after = font.ink_box(glyph);
  ASSERT_EQ(before.has_value(), after.has_value()) << original;
  if (!before) return;
  EXPECT_EQ(before->x_min, after->x_min) << original;
  EXPECT_EQ(before->y_min, after->y_min) << original;
  EXPECT_EQ(before->x_max, after->x_max) << original;
  EXPECT_EQ(before->y_max, after->y_max) << original;
}

constexpr std::u32string_view sample = U"版心，a中。「」·";

TEST(SubsetFont, CidKeyedCffIsCompact) {
  const auto face = open_test_face("BanxinTestSong-Regular.otf");
  const auto glyphs = glyphs_of(*face, sample);
  const auto subset = subset_font(*face, glyphs);
  ASSERT_TRUE(subset);
  EXPECT_EQ(is_cid_keyed(subset->data), true);
  EXPECT_TRUE(subset->cid_to_gid.empty());
  EXPECT_LT(subset->data.size(), 1000u);
  const EmbeddedFont font(subset->data);
  ASSERT_TRUE(font.opened());
  // FreeType asks for the glyphs of such a program by CID.
  for (const std::uint32_t glyph : glyphs) expect_same_outline(*face, glyph, font, glyph);
  EXPECT_FALSE(font.has_glyph(face->nominal_glyph(U'文')));
}

TEST(SubsetFont, NameKeyedCffKeepsItsGlyphIds) {
  const auto face = open_test_face("BanxinTestLatin-Regular.otf");
  const auto glyphs = glyphs_of(*face, U"agQ ");
  const auto subset = subset_font(*face, glyphs);
  ASSERT_TRUE(subset);
  EXPECT_EQ(is_cid_keyed(subset->data), false);
  const EmbeddedFont font(subset->data);
  ASSERT_TRUE(font.opened());
  for (const std::uint32_t glyph : glyphs) expect_same_outline(*face, glyph, font, glyph);
  EXPECT_FALSE(font.ink_box(face->nominal_glyph(U'M')));
}

TEST(SubsetFont, TrueTypeComesWithAMap) {
  const auto face = open_test_face("BanxinTestHei-Regular.ttf");
  const auto glyphs = glyphs_of(*face, sample);
  const auto subset = subset_font(*face, glyphs);
  ASSERT_TRUE(subset);
  ASSERT_EQ(subset->cid_to_gid.size(), glyphs.back() + 1);
  const EmbeddedFont font(subset->data);
  ASSERT_TRUE(font.opened());
  for (const std::uint32_t glyph : glyphs) {
    EXPECT_NE(subset->cid_to_gid[glyph], 0) << glyph;
    expect_same_outline(*face, glyph, font, subset->cid_to_gid[glyph]);
  }
  EXPECT_EQ(subset->cid_to_gid[glyphs.back() - 1], 0);
  EXPECT_LT(subset->data.size(), 2000u);
}

TEST(SubsetFont, SameGlyphsGiveTheSameBytes) {
  for (const char* file : {"BanxinTestSong-Regular.otf", "BanxinTestHei-Regular.ttf", "BanxinTestLatin-Regular.otf"}) {
    const auto first = open_test_face(file), second = open_test_face(file);
    EXPECT_EQ(subset_font(*first, glyphs_of(*first, U"abc"))->data, subset_font(*second, glyphs_of(*second, U"abc"))->data) << file;
  }
}

TEST(SubsetFont, GlyphThatTheFaceLacks) {
  const auto face = open_test_face("BanxinTestLatin-Regular.otf");
  EXPECT_FALSE(subset_font(*face, {60000}));
}

TEST(CffTable, DamagedTablesAreRefused) {
  EXPECT_EQ(is_cid_keyed(""), std::nullopt);
  EXPECT_EQ(is_cid_keyed(std::string(64, '\xff')), std::nullopt);
  const auto face = open_test_face("BanxinTestSong-Regular.otf");
  const std::string data = subset_font(*face, {1, 2})->data;
  for (std::size_t size = 0; size < data.size(); ++size) {
    std::string part = data.substr(0, size);
    set_cids(part, {0, 1, 2});
  }
}

}  // namespace
}  // namespace banxin
