// Facts of the bundled fonts that pages rely on.
#include <gtest/gtest.h>
#include <hb-ot.h>

#include <memory>

#include "base/file_access.h"
#include "font/catalogue.h"
#include "font/face.h"
#include "font/font_library.h"
#include "font/handles.h"

namespace banxin {
namespace {

using BufferHandle = std::unique_ptr<hb_buffer_t, HarfbuzzDeleter<hb_buffer_destroy>>;

struct ShapedGlyph {
  std::uint32_t id = 0;
  int advance = 0, x_offset = 0;
};

class Bundle : public testing::Test {
 protected:
  Bundle() {
    FontLibraryOptions options;
    options.bundle_folder = folder_;
    options.use_installed = false;
    library_ = open_font_library(options, files_, sink_);
  }

  const FontFace& face(FontRole role, int weight = 400) const { return *library_->primary({role, weight, "zh-Hans"}); }

  std::vector<ShapedGlyph> shape(const FontFace& face, const std::string& text, const char* language, const char* feature = nullptr) const {
    const BufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer.get(), hb_language_from_string(language, -1));
    hb_feature_t wanted = {};
    if (feature != nullptr) hb_feature_from_string(feature, -1, &wanted);
    hb_shape(face.hb_font(), buffer.get(), &wanted, feature != nullptr ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::vector<ShapedGlyph> glyphs;
    for (unsigned i = 0; i < count; ++i) glyphs.push_back({infos[i].codepoint, positions[i].x_advance, positions[i].x_offset});
    return glyphs;
  }
  std::uint32_t glyph(const FontFace& face, const std::string& text, const char* language) const {
    return shape(face, text, language).at(0).id;
  }

  const std::filesystem::path folder_ = std::filesystem::path(BANXIN_SOURCE_DIR) / "fonts";
  DiskFileAccess files_;
  DiagnosticSink sink_;
  std::unique_ptr<CataloguedFontLibrary> library_;
};

TEST_F(Bundle, CatalogueAgreesWithTheFiles) {
  const SourceFile source("catalogue.yaml", *files_.read(folder_ / "catalogue.yaml", 1u << 20));
  const auto catalogue = read_font_catalogue(source, sink_);
  ASSERT_TRUE(catalogue);
  std::uintmax_t bytes = 0;
  for (const CatalogueFamily& family : catalogue->families) {
    if (family.installed) continue;
    for (const FaceFile& file : family.faces) {
      const auto face = open_face(folder_ / file.path, file.index);
      ASSERT_TRUE(face) << file.path;
      EXPECT_EQ((*face)->family(), family.name) << file.path;
      EXPECT_EQ((*face)->weight(), file.weight) << file.path;
      EXPECT_EQ((*face)->ascent(), 880) << file.path;
      EXPECT_EQ((*face)->descent(), -120) << file.path;
      bytes += std::filesystem::file_size(folder_ / file.path);
    }
  }
  EXPECT_LE(bytes, 40'000'000u);
}

TEST_F(Bundle, FormsFollowTheLanguage) {
  for (const FontRole role : {FontRole::song, FontRole::hei}) {
    for (const int weight : {400, 900}) {
      const FontFace& chinese = face(role, weight);
      EXPECT_NE(glyph(chinese, "骨", "zh-Hans"), glyph(chinese, "骨", "zh-Hant"));
      EXPECT_NE(glyph(chinese, "骨", "zh-Hans"), glyph(chinese, "骨", "ja"));
      EXPECT_NE(glyph(chinese, "骨", "zh-Hans"), glyph(chinese, "骨", "ko"));
      EXPECT_NE(glyph(chinese, "直", "zh-Hans"), glyph(chinese, "直", "ja"));
      EXPECT_NE(glyph(chinese, "令", "zh-Hans"), glyph(chinese, "令", "ja"));
      EXPECT_NE(glyph(chinese, "令", "zh-Hans"), glyph(chinese, "令", "zh-Hant"));
      EXPECT_NE(glyph(chinese, "，", "zh-Hans"), glyph(chinese, "，", "zh-Hant"));
    }
  }
}

TEST_F(Bundle, DoubledDashIsOneGlyphOfTwoEm) {
  for (const FontRole role : {FontRole::song, FontRole::hei}) {
    for (const char* language : {"zh-Hans", "zh-Hant", "ja"}) {
      const auto glyphs = shape(face(role), "——", language);
      ASSERT_EQ(glyphs.size(), 1u) << language;
      EXPECT_EQ(glyphs[0].advance, 2000) << language;
    }
  }
}

TEST_F(Bundle, HalfWidthsTellWhereTheInkLies) {
  for (const FontRole role : {FontRole::song, FontRole::hei}) {
    const auto opening = shape(face(role), "（", "zh-Hans", "halt"), closing = shape(face(role), "）", "zh-Hans", "halt");
    EXPECT_EQ(opening.at(0).advance, 500);
    EXPECT_EQ(opening.at(0).x_offset, -500);
    EXPECT_EQ(closing.at(0).advance, 500);
    EXPECT_EQ(closing.at(0).x_offset, 0);
  }
}

TEST_F(Bundle, HoldsTheCharactersOfItsLanguages) {
  const std::pair<const char*, std::u32string> samples[] = {
      {"zh-Hans", U"职业教育喆堃𬱟，。“”《》①⑳℃￥ǎě"},
      {"zh-Hant", U"職業教育體驗，。「」ㄅㄆ"},
      {"ja", U"職業教育ひらカタ々ー、。"},
      {"ko", U"한국어뷔힝"},
      {"en", U"Añéßœ–—‘’€"},
  };
  for (const FontRole role : {FontRole::song, FontRole::hei}) {
    for (const auto& [language, text] : samples) {
      for (const char32_t character : text)
        EXPECT_TRUE(face(role).has(character)) << language << " U+" << std::hex << static_cast<unsigned>(character);
    }
  }
  for (const char32_t character : samples[0].second) {
    EXPECT_NE(library_->find({FontRole::kai, 400, "zh-Hans"}, {&character, 1}), nullptr) << std::hex << static_cast<unsigned>(character);
  }
}

TEST_F(Bundle, QuotesOfKaiTextComeFromSong) {
  const FontRequest kai{FontRole::kai, 400, "zh-Hans"};
  EXPECT_EQ(library_->find(kai, U"楷")->family(), "Banxin Kai");
  EXPECT_EQ(library_->find(kai, U"“")->family(), "Banxin Song");
  EXPECT_EQ(library_->find(kai, U"·")->family(), "Banxin Song");
}

/// Syllables are narrower than a square, so that the spaces between words stay the widest.
TEST_F(Bundle, KoreanSyllablesAreSetNarrowInEveryRole) {
  for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai}) {
    const FontFace& korean = *library_->find({role, 400, "ko"}, U"글");
    EXPECT_LT(shape(korean, "글", "ko").at(0).advance, 1000) << korean.family();
  }
}

TEST_F(Bundle, SubsetsKeepTheirOutlines) {
  for (const FontRole role : {FontRole::song, FontRole::hei, FontRole::kai, FontRole::mono}) {
    const FontFace& own = face(role);
    const std::vector<std::uint32_t> glyphs = {own.nominal_glyph(U'A'), own.nominal_glyph(U'g')};
    ASSERT_LT(glyphs[0], glyphs[1]);
    const auto subset = subset_font(own, glyphs);
    ASSERT_TRUE(subset) << name_of(role);
    EXPECT_LT(subset->data.size(), 4000u) << name_of(role);
  }
}

}  // namespace
}  // namespace banxin
