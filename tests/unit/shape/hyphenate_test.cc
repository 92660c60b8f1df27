// What to look for: words divided by the dictionary of their language, with the hyphen of their own type.
#include "shape/hyphenate.h"

#include <gtest/gtest.h>

#include "text/hyphenation.h"
#include "unit/shape/file_fonts.h"

namespace banxin {
namespace {

class Hyphenate : public ::testing::Test {
 protected:
  Hyphenate() {
    fonts_.roles[FontRole::song] = {&song_};
    files_.files["/d/hyph_en_US.dic"] = "UTF-8\nn1d\n";
    files_.files["/d/hyph_de_DE.dic"] = "UTF-8\nw1i\n";
  }

  /// The text with `-` where it may be divided.
  std::string divided(const std::string& characters, const std::string& language, bool with_library = true) {
    StyledText text;
    text.text = SourceText(characters);
    text.runs.push_back({0, static_cast<std::uint32_t>(characters.size()), {}});
    text.runs[0].style.size = Length::from_points(12);
    text.runs[0].style.language = language;
    DiagnosticSink sink;
    shaped_ = shape(text, fonts_, sink);
    add_hyphenation(text, with_library ? &library_ : nullptr, shaped_);
    std::string result = characters;
    for (auto point = shaped_.hyphenation.rbegin(); point != shaped_.hyphenation.rend(); ++point)
      result.insert(shaped_.clusters[point->cluster].text_begin, "-");
    return result;
  }

  FileFace song_{std::filesystem::path(BANXIN_SOURCE_DIR) / "tests/fonts/BanxinTestSong-Regular.otf"};
  FileFonts fonts_;
  MemoryFileAccess files_;
  HyphenationLibrary library_{files_, {"/d"}};
  ShapedText shaped_;
};

TEST_F(Hyphenate, AsksTheDictionaryOfTheLanguageAndEnglishInEastAsianText) {
  EXPECT_EQ(divided("开window窗Windows", "zh-Hans"), "开win-dow窗Win-dows");
  EXPECT_EQ(divided("awinder", "de"), "aw-inder");
  EXPECT_EQ(divided("window", "fr"), "window");
}

TEST_F(Hyphenate, TheHyphenIsThatOfTheLetterBefore) {
  divided("开window", "zh-Hans");
  ASSERT_EQ(shaped_.hyphenation.size(), 1u);
  EXPECT_EQ(shaped_.hyphenation[0].hyphen.id, song_.nominal_glyph('-'));
  EXPECT_EQ(shaped_.hyphenation[0].hyphen.advance, Length::from_points(12).scaled(song_.advance(song_.nominal_glyph('-')), 1200));
}

TEST_F(Hyphenate, SoftHyphensNeedNoDictionary) { EXPECT_EQ(divided("al\u00adso window", "en", false), "al\u00ad-so window"); }

}  // namespace
}  // namespace banxin
