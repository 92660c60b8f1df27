#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "shape/cluster.h"
#include "unit/shape/file_fonts.h"

namespace banxin {
namespace {

using namespace literals;
using ::testing::ElementsAre;

const std::filesystem::path font_folder = std::filesystem::path(BANXIN_SOURCE_DIR) / "tests/fonts";

/// Shapes with the test fonts, whose em is 1200 units: at 12 pt one unit is 1/100 pt.
class Shape : public ::testing::Test {
 protected:
  FileFace song{font_folder / "BanxinTestSong-Regular.otf"};
  FileFace kai{font_folder / "BanxinTestKai-Regular.otf"};
  FileFace latin{font_folder / "BanxinTestLatin-Regular.otf"};
  FileFonts fonts;
  DiagnosticSink sink;
  StyledText text;
  ShapedText shaped;

  Shape() {
    fonts.roles[FontRole::song] = {&song};
    fonts.roles[FontRole::kai] = {&kai, &song};
  }

  static CharacterStyle style(std::string language, FontRole role = FontRole::song) {
    CharacterStyle result;
    result.language = std::move(language);
    result.role = role;
    result.size = 12_pt;
    return result;
  }

  void add(const std::string& characters, const CharacterStyle& style) {
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    text.text.append(SourceText(characters), 0, characters.size());
    text.runs.push_back({begin, static_cast<std::uint32_t>(text.text.size()), style});
  }

  const ShapedText& shape_all() {
    shaped = shape(text, fonts, sink);
    return shaped;
  }
  const ShapedText& shape_text(const std::string& characters, const std::string& language = "zh-Hans", FontRole role = FontRole::song) {
    text = {};
    add(characters, style(language, role));
    return shape_all();
  }

  /// Each cluster as `text=advance in em`, thousandths.
  std::vector<std::string> widths() const {
    std::vector<std::string> result;
    for (const Cluster& cluster : shaped.clusters) {
      result.push_back(fmt::format("{}={}", text_of(cluster), cluster.advance.scaled(1000, cluster.size.raw()).raw()));
    }
    return result;
  }
  std::string text_of(const Cluster& cluster) const {
    return text.text.text().substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
  }
};

TEST_F(Shape, GivesEveryCharacterAClusterWithItsAdvance) {
  shape_text("版A，b 心　");
  EXPECT_THAT(widths(), ElementsAre("版=1000", "A=500", "，=1000", "b=500", " =333", "心=1000", "　=1000"));
  EXPECT_TRUE(sink.all().empty());
}

TEST_F(Shape, GivesInkAlongTheLine) {
  shape_text("“，·　");
  EXPECT_EQ(shaped.clusters[0].ink_begin, 6_pt);
  EXPECT_EQ(shaped.clusters[0].ink_end, 12_pt);
  EXPECT_EQ(shaped.clusters[1].ink_begin, 0_pt);
  EXPECT_EQ(shaped.clusters[1].ink_end, 6_pt);
  EXPECT_EQ(shaped.clusters[2].ink_begin, 3_pt);
  EXPECT_EQ(shaped.clusters[2].ink_end, 9_pt);
  EXPECT_EQ(shaped.clusters[3].ink_begin, shaped.clusters[3].ink_end);
}

TEST_F(Shape, CoversTheTextWithoutGaps) {
  shape_text("\u200b版\u200b心\ufe00 a\u00adb\n\n他\u2060说——“é\u0301”");
  std::uint32_t at = 0;
  for (const Cluster& cluster : shaped.clusters) {
    EXPECT_EQ(cluster.text_begin, at);
    EXPECT_LE(cluster.glyph_begin, cluster.glyph_end);
    at = cluster.text_end;
  }
  EXPECT_EQ(at, text.text.size());
}

TEST_F(Shape, DrawsNoIgnorableCharacters) {
  shape_text("版\u200b心a\u00adb");
  EXPECT_THAT(widths(), ElementsAre("版\u200b=1000", "心=1000", "a\u00ad=500", "b=500"));
  EXPECT_EQ(shaped.glyphs.size(), 4u);
  EXPECT_TRUE(sink.all().empty());
}

TEST_F(Shape, MakesForcedBreaksEmptyClusters) {
  shape_text("甲\n乙\u2028丙");
  EXPECT_THAT(widths(), ElementsAre("甲=1000", "\n=0", "乙=1000", "\u2028=0", "丙=1000"));
  EXPECT_EQ(shaped.clusters[1].face, nullptr);
  EXPECT_EQ(shaped.clusters[1].glyph_begin, shaped.clusters[1].glyph_end);
}

TEST_F(Shape, SetsChineseQuotesFullAndWesternOnesNarrow) {
  shape_text("说“好”，don’t the “word” is");
  const std::vector<std::string> all = widths();
  EXPECT_THAT(std::vector(all.begin(), all.begin() + 5), ElementsAre("说=1000", "“=1000", "好=1000", "”=1000", "，=1000"));
  EXPECT_THAT(std::vector(all.begin() + 5, all.begin() + 10), ElementsAre("d=500", "o=500", "n=500", "’=500", "t=500"));
  EXPECT_THAT(all, ::testing::Contains("“=500"));
  EXPECT_THAT(all, ::testing::Contains("”=500"));
}

TEST_F(Shape, SetsQuotesOfAWesternPassageNarrow) {
  add("他说“好”", style("zh-Hans"));
  add("“好”", style("en"));
  shape_all();
  EXPECT_THAT(widths(), ElementsAre("他=1000", "说=1000", "“=1000", "好=1000", "”=1000", "“=500", "好=1000", "”=500"));
}

TEST_F(Shape, TakesMarksOfChineseTextFromTheFaceOfItsIdeographs) {
  fonts.roles[FontRole::song] = {&latin, &song};
  shape_text("他“A”don’t");
  EXPECT_EQ(shaped.clusters[1].face, &song);
  EXPECT_EQ(shaped.clusters[2].face, &latin);
  EXPECT_EQ(shaped.clusters[3].face, &song);
  EXPECT_EQ(shaped.clusters[7].face, &latin);
  EXPECT_EQ(text_of(shaped.clusters[7]), "’");
}

TEST_F(Shape, TakesNarrowChineseQuotesOfKaiFromSong) {
  const FileFace narrow(font_folder / "BanxinTestKai-Regular.otf", 0, {{U'“', 420}, {U'”', 420}});
  fonts.roles[FontRole::kai] = {&narrow, &song};
  shape_text("说“好”", "zh-Hans", FontRole::kai);
  EXPECT_THAT(widths(), ElementsAre("说=1000", "“=1000", "好=1000", "”=1000"));
  EXPECT_EQ(shaped.clusters[1].face, &song);
  EXPECT_EQ(shaped.clusters[2].face, &narrow);
  shape_text("‘好’", "zh-Hans", FontRole::kai);
  EXPECT_EQ(shaped.clusters[0].face, &narrow) << "quotes that are wide enough stay";
}

TEST_F(Shape, ChoosesFormsByLanguage) {
  const std::uint32_t simplified = shape_text("骨", "zh-Hans").glyphs[0].id;
  const std::uint32_t traditional = shape_text("骨", "zh-Hant-TW").glyphs[0].id;
  const std::uint32_t hong_kong = shape_text("骨", "zh-Hant-HK").glyphs[0].id;
  const std::uint32_t japanese = shape_text("骨", "ja").glyphs[0].id;
  const std::uint32_t korean = shape_text("骨", "ko").glyphs[0].id;
  EXPECT_EQ((std::set{simplified, traditional, hong_kong, japanese, korean}).size(), 5u);
  EXPECT_EQ(shape_text("骨", "en").glyphs[0].id, simplified);
}

TEST_F(Shape, MakesADashPairOneClusterOfTwoEms) {
  shape_text("说——好……了");
  EXPECT_THAT(widths(), ElementsAre("说=1000", "——=2000", "好=1000", "……=2000", "了=1000"));
  EXPECT_EQ(shaped.clusters[1].glyph_end - shaped.clusters[1].glyph_begin, 1u);
  EXPECT_EQ(shaped.clusters[3].glyph_end - shaped.clusters[3].glyph_begin, 2u);
  EXPECT_EQ(shaped.clusters[3].ink_end, 24_pt);
}

TEST_F(Shape, PairsDoubledMarksTwoByTwo) {
  shape_text("…………");
  EXPECT_THAT(widths(), ElementsAre("……=2000", "……=2000"));
  shape_text("………");
  EXPECT_THAT(widths(), ElementsAre("……=2000", "…=1000"));
  shape_text("――‥‥", "ja");
  EXPECT_THAT(widths(), ElementsAre("――=2000", "‥‥=2000"));
}

TEST_F(Shape, LeavesWesternPairsAlone) {
  shape_text("so…… yes", "en");
  EXPECT_EQ(shaped.clusters.size(), 8u);
}

TEST_F(Shape, SpansStyleRunsThatShapeAlike) {
  CharacterStyle pale = style("zh-Hans");
  pale.colour = Colour::tint(500);
  add("看—", style("zh-Hans"));
  add("—了", pale);
  shape_all();
  EXPECT_THAT(widths(), ElementsAre("看=1000", "——=2000", "了=1000"));
  EXPECT_EQ(shaped.clusters[1].run, 0u);
  EXPECT_EQ(shaped.clusters[2].run, 1u);
}

TEST_F(Shape, ShapesEachSizeByItself) {
  CharacterStyle large = style("zh-Hans");
  large.size = 24_pt;
  add("小", style("zh-Hans"));
  add("大", large);
  shape_all();
  EXPECT_EQ(shaped.clusters[0].advance, 12_pt);
  EXPECT_EQ(shaped.clusters[1].advance, 24_pt);
}

TEST_F(Shape, PutsGetaForWhatNoFontHasAndSaysSoOnce) {
  const SourceFile file("a.yaml", "body: 吉𠮷一𠮷😀");
  text.text = SourceText(&file, std::string(file.text().substr(6)), 6);
  text.runs.push_back({0, static_cast<std::uint32_t>(text.text.size()), style("zh-Hans")});
  shape_all();
  EXPECT_THAT(widths(), ElementsAre("吉=1000", "𠮷=1000", "一=1000", "𠮷=1000", "😀=1000"));
  const std::uint32_t geta = shape_text("〓").glyphs[0].id;
  text.text = SourceText("𠮷");
  EXPECT_EQ(shape(text, fonts, sink).glyphs[0].id, geta);
  ASSERT_EQ(sink.all().size(), 3u);
  const Diagnostic& first = sink.all()[0];
  EXPECT_EQ(first.severity, Severity::warning);
  EXPECT_EQ(first.message.code, "shape-missing-glyph");
  EXPECT_EQ(first.message.text(MessageLanguage::english), "no font has “𠮷” (U+20BB7); 〓 stands in its place, 2 in all");
  EXPECT_EQ(first.span.begin, 9u);
  EXPECT_EQ(first.span.end, 13u);
  EXPECT_EQ(sink.all()[1].message.text(MessageLanguage::chinese), "没有字体含有“😀”（U+1F600），以〓代替，共 1 处");
}

TEST_F(Shape, LeavesABlankForWhiteSpaceThatNoFontHas) {
  fonts.roles[FontRole::song] = {&latin};
  shape_text("a　b");
  EXPECT_THAT(widths(), ElementsAre("a=500", "　=1000", "b=500"));
  EXPECT_EQ(shaped.clusters[1].face, nullptr);
  EXPECT_TRUE(sink.all().empty());
}

TEST_F(Shape, OfAnEmptyTextIsEmpty) {
  add("", style("zh-Hans"));
  shape_all();
  EXPECT_TRUE(shaped.clusters.empty());
  EXPECT_TRUE(shaped.glyphs.empty());
}

}  // namespace
}  // namespace banxin
