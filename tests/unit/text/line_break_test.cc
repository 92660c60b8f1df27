// Breaks that the worked examples (tests/data/composition-examples.yaml) do not reach.
#include "text/line_break.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

/// The text with | at every legal break and ! at every emergency break.
std::string breaks(std::string_view text, BreakLevel level = BreakLevel::gb, Locale locale = Locale::zh_hans,
                   const std::vector<TextRange>& references = {}) {
  const std::vector<TextCharacter> characters = classify(text, locale, references);
  CompositionOptions options = CompositionOptions::for_locale(locale);
  options.level = level;
  const std::vector<LineBreak> places = find_line_breaks(characters, options);
  std::string result;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (places[i].kind == BreakKind::allowed || places[i].kind == BreakKind::forced) result += '|';
    if (places[i].kind == BreakKind::emergency) result += '!';
    const std::size_t end = i + 1 < characters.size() ? characters[i + 1].offset : text.size();
    result += text.substr(characters[i].offset, end - characters[i].offset);
  }
  return result;
}

TEST(LineBreak, WesternWordsStayWhole) {
  EXPECT_EQ(breaks("用and/or和C++写f(x)吧"), "用|and/or|和|C++|写|f(x)|吧");
  EXPECT_EQ(breaks("well-known COVID-19 e-mail"), "well-|known |COVID-19 |e-|mail");
  EXPECT_EQ(breaks("(see “this” (and that))"), "(see |“this” |(and |that))");
}

TEST(LineBreak, StraightQuotesKeepToTheirSide) { EXPECT_EQ(breaks("说\"好\"吗"), "说|\"好\"|吗"); }

TEST(LineBreak, CombiningMarksAndSelectorsStayWithTheirBase) {
  EXPECT_EQ(breaks("葛\U000e0100城が", BreakLevel::none), "葛\U000e0100|城|が");
  EXPECT_EQ(breaks("か\u3099き", BreakLevel::none, Locale::ja), "か\u3099|き");
}

TEST(LineBreak, UrlsBreakInEmergenciesOnly) { EXPECT_EQ(breaks("见www.a.cn/b-c//d吧"), "见|www.!a.!cn/!b-!c//!d|吧"); }

TEST(LineBreak, NoteMarksStayWithTheirWord) {
  EXPECT_EQ(breaks("注[1]文", BreakLevel::gb, Locale::zh_hans, {{3, 6}}), "注[1]|文");
  EXPECT_EQ(breaks("注[1]文", BreakLevel::none, Locale::zh_hans, {{3, 6}}), "注[1]|文");
  EXPECT_EQ(breaks("用H2O了", BreakLevel::gb, Locale::zh_hans, {{4, 5}}), "用|H2O|了");
}

TEST(LineBreak, KoreanBreaksAtSpaces) { EXPECT_EQ(breaks("서울에서 만나요, 내일", BreakLevel::ko, Locale::ko), "서울에서 |만나요, |내일"); }

TEST(LineBreak, WesternQuotesOpenNoSpaceAtALinesFoot) { EXPECT_EQ(breaks("값“　년", BreakLevel::ko, Locale::ko), "값“　년"); }

TEST(LineBreak, LineSeparatorsForce) { EXPECT_EQ(breaks("上\u2028下\n左"), "上\u2028|下\n|左"); }

TEST(LineBreak, OddDashesStayTogether) {
  EXPECT_EQ(breaks("甲———乙"), "甲|———|乙");
  EXPECT_EQ(breaks("…………"), "……|……");
}

TEST(LineBreak, SoftPenaltiesLookThroughATypedSpace) {
  const auto characters = classify("2025 年", Locale::zh_hans);
  CompositionOptions options;
  EXPECT_EQ(find_line_breaks(characters, options).back().penalty, 80);
  options.weights.unit = 300;
  EXPECT_EQ(find_line_breaks(characters, options).back().penalty, 300);
  options.soft_penalties = false;
  EXPECT_EQ(find_line_breaks(characters, options).back().penalty, 0);
}

TEST(LineBreak, PausesAreWelcome) {
  const auto places = find_line_breaks(classify("好，了", Locale::zh_hans), {});
  EXPECT_EQ(places[2].penalty, -3);
}

TEST(LineBreak, CrowdedMarksGiveWayLast) { EXPECT_EQ(breaks("好。』」”他"), "好。』」!”|他"); }

}  // namespace
}  // namespace banxin
