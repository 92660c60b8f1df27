#include "text/scripts.h"

#include <gmock/gmock.h>

#include <string>

namespace banxin {
namespace {

using ::testing::ElementsAre;

/// Each run as `Hani:text`, East Asian ones with `*` behind the script.
std::vector<std::string> runs(const std::string& text, Locale locale = Locale::zh_hans) {
  std::vector<std::string> result;
  for (const ScriptRun& run : itemize_scripts(text, locale, resolve_quotes(text, locale))) {
    std::string name;
    for (int shift = 24; shift >= 0; shift -= 8) name += static_cast<char>(run.script >> shift & 0xff);
    result.push_back(name + (run.east_asian ? "*:" : ":") + text.substr(run.begin, run.end - run.begin));
  }
  return result;
}

TEST(Scripts, JoinsHanKanaAndFullWidthForms) { EXPECT_THAT(runs("日本のカナㄅ，Ａ", Locale::ja), ElementsAre("Hani*:日本のカナㄅ，Ａ")); }

TEST(Scripts, TellsEastAsianFromWestern) {
  EXPECT_THAT(runs("用Python3写, 好"), ElementsAre("Hani*:用", "Latn:Python3", "Hani*:写", "Latn:,", "Hani*: 好"));
  EXPECT_THAT(runs("한국어 abc", Locale::ko), ElementsAre("Hang*:한국어", "Hani*: ", "Latn:abc"));
}

TEST(Scripts, GivesDigitsAndMarksToTheLettersBesideThem) {
  EXPECT_THAT(runs("Ωμέγα 3, да!", Locale::other), ElementsAre("Grek:Ωμέγα 3, ", "Cyrl:да!"));
  EXPECT_THAT(runs("(да)", Locale::other), ElementsAre("Cyrl:(да)"));
}

TEST(Scripts, DecidesSharedMarksByBothNeighbours) {
  EXPECT_THAT(runs("门·罗"), ElementsAre("Hani*:门·罗"));
  EXPECT_THAT(runs("a·b"), ElementsAre("Latn:a·b"));
  EXPECT_THAT(runs("a—b"), ElementsAre("Latn:a—b"));
  EXPECT_THAT(runs("好—b"), ElementsAre("Hani*:好—", "Latn:b"));
  EXPECT_THAT(runs("wait… ok 好"), ElementsAre("Latn:wait… ok", "Hani*: 好"));
  EXPECT_THAT(runs("好的…"), ElementsAre("Hani*:好的…"));
  EXPECT_THAT(runs("Wait…"), ElementsAre("Latn:Wait…"));
}

TEST(Scripts, TakesDoubledMarksForEastAsianOnes) {
  EXPECT_THAT(runs("a——b"), ElementsAre("Latn:a", "Hani*:——", "Latn:b"));
  EXPECT_THAT(runs("a——b", Locale::other), ElementsAre("Latn:a——b"));
}

TEST(Scripts, GivesQuotesToTheirText) {
  EXPECT_THAT(runs("说“A”了"), ElementsAre("Hani*:说“", "Latn:A", "Hani*:”了"));
  EXPECT_THAT(runs("the “word”, is"), ElementsAre("Latn:the “word”, is"));
}

TEST(Scripts, KeepsMarksAndJoinersWithTheirBase) {
  EXPECT_THAT(runs("e\u0301好\ufe00"), ElementsAre("Latn:e\u0301", "Hani*:好\ufe00"));
  EXPECT_THAT(runs("好\u200b的"), ElementsAre("Hani*:好\u200b的"));
}

TEST(Scripts, OfAnEmptyTextAreNone) { EXPECT_TRUE(runs("").empty()); }

TEST(Scripts, KnowsWhatIsNeverDrawn) {
  for (const char32_t c : {0x200b, 0x200d, 0xad, 0xfe00, 0xe0100, 0x1}) EXPECT_TRUE(is_ignorable(c)) << static_cast<std::uint32_t>(c);
  for (const char32_t c : {0x20, 0x09, 0x3000, 0x4e00}) EXPECT_FALSE(is_ignorable(c)) << static_cast<std::uint32_t>(c);
}

}  // namespace
}  // namespace banxin
