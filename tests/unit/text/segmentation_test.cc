#include "text/segmentation.h"

#include <gmock/gmock.h>
#include <unicode/uchar.h>

#include <string>

#include "base/utf8.h"

namespace banxin {
namespace {

using ::testing::ElementsAre;

TEST(Graphemes, KeepMarksSelectorsAndJoinedEmojiTogether) {
  EXPECT_THAT(grapheme_boundaries("版e\u0301"), ElementsAre(0, 3, 6));
  EXPECT_THAT(grapheme_boundaries("葛\U000e0100x"), ElementsAre(0, 7, 8));
  EXPECT_THAT(grapheme_boundaries("👨‍👩‍👧"), ElementsAre(0, 18));
}

/// Every character of the basic plane that neither joins others nor is joined by them.
TEST(Graphemes, BeginAtEveryCharacterThatDoesNotJoin) {
  for (UChar32 c = 0x20; c < 0x10000; ++c) {
    const auto joins = static_cast<UGraphemeClusterBreak>(u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK));
    std::string character;
    utf8::append(character, static_cast<char32_t>(c));
    if (joins == U_GCB_EXTEND || joins == U_GCB_SPACING_MARK || joins == U_GCB_ZWJ) {
      EXPECT_THAT(grapheme_boundaries("版" + character), ElementsAre(0, 3 + character.size())) << c;
    } else if (!U_IS_SURROGATE(c) && (joins == U_GCB_OTHER || joins == U_GCB_LV || joins == U_GCB_LVT)) {
      EXPECT_THAT(grapheme_boundaries("版" + character), ElementsAre(0, 3, 3 + character.size())) << c;
    }
  }
}

TEST(Graphemes, OfAnEmptyTextHaveOneEdge) { EXPECT_THAT(grapheme_boundaries(""), ElementsAre(0)); }

/// The words with `|` between them; function words marked `>`, particles `<`.
std::string words(const std::string& text, Locale locale = Locale::zh_hans) {
  std::string result;
  for (const Word& word : segment_words(text, locale)) {
    result += (result.empty() ? "" : "|") + text.substr(word.begin, word.end - word.begin);
    if (word.kind == Word::Kind::function_word) result += ">";
    if (word.kind == Word::Kind::particle) result += "<";
  }
  return result;
}

TEST(Words, JoinNumbersWithWhatTheyCount) {
  EXPECT_EQ(words("30余所院校"), "30余所|院校");
  EXPECT_EQ(words("第四期增长4.8%"), "第四期|增长|4.8%");
  EXPECT_EQ(words("发送旅客1900万人次"), "发送|旅客|1900万人次");
  EXPECT_EQ(words("2025年高校"), "2025年|高校");
  EXPECT_EQ(words("天问一号探测器"), "天问一号|探测器");
}

TEST(Words, JoinSingleCharactersThatTheDictionaryLacks) {
  EXPECT_EQ(words("齐聚北青政共话"), "齐聚|北青政|共话");
  EXPECT_EQ(words("乌镇峰会"), "乌镇|峰会");
}

TEST(Words, JoinAffixesAndParticles) {
  EXPECT_EQ(words("高质量发展"), "高质量|发展");
  EXPECT_EQ(words("建设性力量"), "建设性|力量");
  EXPECT_EQ(words("和平的力量"), "和平的|力量");
  EXPECT_EQ(words("《意见》的要点"), "《|意见|》|的<|要点");
  EXPECT_EQ(words("论坛在北京举行"), "论坛|在>|北京|举行");
}

TEST(Words, JoinNamesWithDots) { EXPECT_EQ(words("爱丽丝·门罗小说"), "爱丽丝·门罗|小说"); }

TEST(Words, KeepWesternAndKoreanWordsWhole) {
  EXPECT_EQ(words("don't stop", Locale::other), "don't| |stop");
  EXPECT_EQ(words("기준금리 3.00%로 인하", Locale::ko), "기준금리| |3.00%로| |인하");
}

TEST(Words, JoinJapaneseWordsWithTheirKana) {
  EXPECT_EQ(words("東京都の新規感染者数が過去最多", Locale::ja), "東京都の|新規|感染者数が|過去|最多");
  EXPECT_EQ(words("労働をどう減らすか", Locale::ja), "労働を|どう|減らすか");
}

TEST(Words, CoverTheText) {
  const std::string text = "“十五五”开好局　A·B《逃离》…😀é";
  std::uint32_t at = 0;
  for (const Word& word : segment_words(text, Locale::zh_hans)) {
    EXPECT_EQ(word.begin, at);
    at = word.end;
  }
  EXPECT_EQ(at, text.size());
  EXPECT_TRUE(segment_words("", Locale::zh_hans).empty());
}

}  // namespace
}  // namespace banxin
