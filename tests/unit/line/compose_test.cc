// What the worked examples do not show: alignments, author's lines, runs of different type, reports.
#include "line/compose.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

using Alignment = ParagraphShape::Alignment;

constexpr Length em = Length::from_raw(10240);  // 10 pt

struct Set {
  Galley galley;
  DiagnosticSink sink;

  std::string text(std::size_t line) const {
    const Line& l = galley.lines.at(line);
    return std::string(galley.text->text.view().substr(l.text_begin, l.text_end - l.text_begin));
  }
  /// Origin of a cluster of a line, in hundredths of an em.
  std::int64_t x(std::size_t line, std::size_t cluster) const {
    return galley.lines.at(line).clusters.at(cluster).x.scaled(100, em.raw()).raw();
  }
};

Set set(std::shared_ptr<const StyledText> text, double measure, const CompositionOptions& options = {},
        Alignment alignment = Alignment::justify, Length indent = {}) {
  Set result;
  ParagraphShape shape;
  shape.measure = em.scaled(static_cast<std::int64_t>(measure * 100), 100);
  shape.alignment = alignment;
  shape.indent = indent;
  result.galley = compose(text, test::shape_synthetically(*text, options.locale), options, shape, result.sink);
  return result;
}

Set set(std::string_view text, double measure, const CompositionOptions& options = {}, Alignment alignment = Alignment::justify,
        Length indent = {}) {
  return set(test::styled_text(text, em), measure, options, alignment, indent);
}

TEST(Compose, NothingHasNoLines) { EXPECT_TRUE(set("", 10).galley.lines.empty()); }

TEST(Compose, BlanksAloneAreAnEmptyLine) {
  const Set blank = set("　", 10);
  ASSERT_EQ(blank.galley.lines.size(), 1u);
  EXPECT_TRUE(blank.galley.lines[0].clusters.empty());
  EXPECT_EQ(blank.galley.lines[0].text_end, 3u);
}

TEST(Compose, AuthorsLinesStandAndAreNotStretched) {
  const Set verse = set("春眠不觉晓\u2028处处闻啼鸟\n\n夜来", 8, {}, Alignment::justify, 2 * em);
  ASSERT_EQ(verse.galley.lines.size(), 4u);
  EXPECT_EQ(verse.x(0, 0), 200);
  EXPECT_EQ(verse.x(0, 4), 600);
  EXPECT_EQ(verse.x(1, 0), 0);
  EXPECT_TRUE(verse.galley.lines[0].last);
  EXPECT_TRUE(verse.galley.lines[2].clusters.empty());
  EXPECT_EQ(verse.text(3), "夜来");
}

TEST(Compose, AlignmentsPlaceTheInk) {
  EXPECT_EQ(set("《书》", 6, {}, Alignment::start).x(0, 1), 50);
  EXPECT_EQ(set("《书》", 6, {}, Alignment::centre).x(0, 1), 250);
  EXPECT_EQ(set("《书》", 6, {}, Alignment::end).x(0, 1), 450);
  EXPECT_EQ(set("《书》", 6, {}, Alignment::end).galley.lines[0].ink_end, 6 * em);
}

TEST(Compose, EvenLinesReachBothEdges) {
  const Set name = set("王明华", 5, {}, Alignment::even);
  EXPECT_EQ(name.x(0, 1), 200);
  EXPECT_EQ(name.galley.lines[0].ink_end, 5 * em);
  const Set words = set("a b", 5, {}, Alignment::even);
  EXPECT_EQ(words.x(0, 2), 450);
}

TEST(Compose, RaggedLinesKeepTheirNaturalWidth) {
  const Set caption = set("会场一角，代表们步入会场。", 5.5, {}, Alignment::start);
  EXPECT_EQ(caption.text(0), "会场一角，");
  EXPECT_EQ(caption.x(0, 4), 400);
}

TEST(Compose, TrackingIsAddedBetweenEastAsianCharacters) {
  auto text = test::styled_text("标题用AB，好", em);
  text->runs[0].style.tracking = em.scaled(1, 10);
  const Set title = set(text, 20);
  EXPECT_EQ(title.x(0, 1), 110);
  EXPECT_EQ(title.x(0, 3), 355);  // 2.20 + 1 + autospace .25 + .10
  EXPECT_EQ(title.x(0, 4), 405);  // none inside a word
  EXPECT_EQ(title.galley.lines[0].ink_end, em.scaled(665, 100));
}

TEST(Compose, BetweenSizesTheSmallerMarkIsTrimmed) {
  auto text = test::styled_text("大》《小", em, {0, 6});
  text->runs[1].style.size = em.scaled(1, 2);
  const Set sizes = set(text, 20);
  EXPECT_EQ(sizes.x(0, 1), 100);
  EXPECT_EQ(sizes.x(0, 2), 175);  // 》 .5, blank .5 of the larger; the small 《 begins a quarter em before its ink
  EXPECT_EQ(sizes.x(0, 3), 225);
}

TEST(Compose, FirstLinesMayHaveTheirOwnMeasures) {
  const auto text = test::styled_text("一二三四五六七八九十一二三四五六七八", em);
  ParagraphShape shape;
  shape.measure = 8 * em;
  shape.measures = {5 * em, 5 * em};
  DiagnosticSink sink;
  const Galley galley = compose(text, test::shape_synthetically(*text, Locale::zh_hans), {}, shape, sink);
  ASSERT_EQ(galley.lines.size(), 3u);
  EXPECT_EQ(galley.lines[0].ink_end, 5 * em);
  EXPECT_EQ(galley.lines[1].ink_end, 5 * em);
  EXPECT_EQ(galley.lines[2].ink_end, 8 * em);
}

TEST(Compose, ZeroWidthAndThinSpacesSayWhereAutospaceGoes) {
  EXPECT_EQ(set("用\u200bA", 20).x(0, 2), 100);
  EXPECT_EQ(set("A\u2009B", 20).x(0, 2), 75);
}

TEST(Compose, MarksAreTrimmedAcrossAnInvisibleBreak) {
  const Set marks = set("甲）\u200b（乙", 20);
  EXPECT_EQ(marks.x(0, 3), 150);  // the ink of （ at 2.0, half an em after ）
}

TEST(Compose, HungMarksStandOutside) {
  CompositionOptions options;
  options.hang = Hanging::allow_end;
  const Set hung = set("今天的天气真不错，我们走吧。", 8, options);
  EXPECT_EQ(hung.galley.lines[0].ink_end, 8 * em);
  EXPECT_EQ(hung.galley.lines[0].hung, em.scaled(1, 2));
}

TEST(Compose, BlanksThatTheEdgeKeepsAreTold) {
  CompositionOptions options;
  options.edge_end = EdgeEnd::allow;
  const Set comma = set("春天来了，花儿开了，真美。", 10, options);
  EXPECT_EQ(comma.galley.lines[0].ink_end, em.scaled(95, 10));
  EXPECT_EQ(comma.galley.lines[0].end_blank, em.scaled(1, 2));
}

TEST(Compose, ReportsSayWhatALineGaveAndGained) {
  const Set lines = set("我们用Python写了三个程序", 10);
  const LineReport& report = lines.galley.lines[0].report;
  EXPECT_EQ(report.natural, em.scaled(95, 10));
  EXPECT_EQ(report.adjustment, em.scaled(1, 2));
  EXPECT_EQ(report.deepest_stage, -2);
  EXPECT_EQ(lines.galley.lines[1].report.adjustment, Length());
}

TEST(Compose, AKoreanWordThatFitsNoLineIsCut) {
  CompositionOptions options = CompositionOptions::for_locale(Locale::ko);
  options.hangul_break = HangulBreak::words;
  const Set wide = set("가나다 가나다라마바사", 5, options);
  EXPECT_TRUE(wide.sink.all().empty());
  for (const Line& line : wide.galley.lines) EXPECT_LE(line.ink_end, em * 5);
  const Set fits = set("가나다 가나다라마", 5, options);
  ASSERT_EQ(fits.galley.lines.size(), 2u);
  EXPECT_EQ(fits.galley.lines[1].clusters.size(), 5u);
}

/// The next line would hold it, but it cannot begin there.
TEST(Compose, AKoreanWordThatDoesNotFitTheFirstLineBehindItsIndentIsCut) {
  CompositionOptions options = CompositionOptions::for_locale(Locale::ko);
  options.hangul_break = HangulBreak::words;
  const Set wide = set("가나다라마 가나다라마", 6, options, Alignment::justify, 4 * em);
  for (const Line& line : wide.galley.lines) EXPECT_LE(line.ink_end, em * 6);
  ASSERT_EQ(wide.galley.lines.size(), 3u);
  EXPECT_EQ(wide.text(2), "가나다라마");
}

TEST(Compose, WhatFitsNoLineIsReported) {
  const Set wide = set("中￥1000", 2, {});
  ASSERT_FALSE(wide.sink.all().empty());
  EXPECT_EQ(wide.sink.all()[0].message.code, "line-overfull");
  EXPECT_TRUE(wide.galley.lines[1].report.overfull);
}

/// No glyph stands on the one before it, and every line begins at the left edge.
void expect_no_overlap(const Set& set) {
  for (std::size_t i = 0; i < set.galley.lines.size(); ++i) {
    const auto& clusters = set.galley.lines[i].clusters;
    ASSERT_FALSE(clusters.empty());
    EXPECT_EQ(clusters.front().x, Length()) << "line " << i;
    for (std::size_t k = 0; k + 1 < clusters.size(); ++k) {
      const Length advance = set.galley.shaped->clusters[clusters[k].cluster].advance;
      EXPECT_GE(clusters[k + 1].x, clusters[k].x + advance) << "line " << i << ", cluster " << k + 1;
    }
  }
}

TEST(Compose, WhatFitsNoLineOverlapsNothing) {
  const Set price = set("中￥1000国", 2);  // three em, whole
  EXPECT_TRUE(price.galley.lines.at(1).report.overfull);
  EXPECT_GT(price.galley.lines[1].ink_end, 2 * em);
  expect_no_overlap(price);
  const Set dashes = set("中——国", 1);
  EXPECT_TRUE(dashes.galley.lines.at(1).report.overfull);
  expect_no_overlap(dashes);
}

TEST(Compose, AddressesBreakAfterTheirMarksWithoutAHyphen) {
  const Set address = set("见www.example.com/one-two?three&four", 6);
  ASSERT_GT(address.galley.lines.size(), 3u);
  for (std::size_t i = 0; i + 1 < address.galley.lines.size(); ++i) {
    EXPECT_TRUE(address.galley.lines[i].hyphen.empty());
    const std::string line = address.text(i);
    EXPECT_NE(std::string("./-?&见").find(line.back()), std::string::npos) << line;
  }
}

/// Where each way to adjust ends the first line of one text (CLREQ 3.6.3, JLREQ 3.8.1): the comma may go in by squeezing the brackets, or
/// take its character along to the next line.
TEST(Compose, TheFourWaysToAdjustDiffer) {
  const auto first_line = [](std::string_view text, double measure, Adjustment adjust) {
    CompositionOptions options;
    options.adjust = adjust;
    return set(text, measure, options).text(0);
  };
  const std::string_view comma = "他（王）一二三四五，六七八九十";
  EXPECT_EQ(first_line(comma, 9, Adjustment::push_in_first), "他（王）一二三四五，");
  EXPECT_EQ(first_line(comma, 9, Adjustment::push_out_first), "他（王）一二三四");
  EXPECT_EQ(first_line(comma, 9, Adjustment::push_out_only), "他（王）一二三四");
  EXPECT_EQ(first_line(comma, 9, Adjustment::least), "他（王）一二三四五，");
  const std::string_view few_gaps = "他（王）说了，我们都知道这一点";  // pushed out, the line would open beyond a quarter of an em
  EXPECT_EQ(first_line(few_gaps, 6, Adjustment::push_out_first), "他（王）说了，");
  EXPECT_EQ(first_line(few_gaps, 6, Adjustment::push_out_only), "他（王）说");
}

TEST(Compose, EdgesTrimOrKeepTheBlanksOfMarks) {
  CompositionOptions keep;
  keep.edge_start = EdgeStart::keep;
  keep.edge_end = EdgeEnd::keep;
  keep.edge_first = 500;
  const Set kept = set("“一二三四。”五六七", 20, keep), trimmed = set("“一二三四。”五六七", 20);
  EXPECT_EQ(kept.x(0, 0), 0);
  EXPECT_EQ(trimmed.x(0, 0), -50);
  const Set kept_end = set("一二三四，", 20, keep, Alignment::start), trimmed_end = set("一二三四，", 20, {}, Alignment::start);
  EXPECT_EQ(kept_end.galley.lines[0].end_blank, em.scaled(1, 2));
  EXPECT_EQ(trimmed_end.galley.lines[0].end_blank, Length());
}

TEST(Compose, HangingIsOffUnlessAskedFor) {
  const auto hung = [](Hanging hang) {
    CompositionOptions options;
    options.hang = hang;
    return set("一二三四五，六七八九十", 5, options);
  };
  EXPECT_EQ(hung(Hanging::off).galley.lines[0].hung, Length());
  EXPECT_EQ(hung(Hanging::allow_end).galley.lines[0].hung, em.scaled(1, 2));
  EXPECT_EQ(hung(Hanging::force_end).text(0), "一二三四五，");
}

TEST(Compose, NumbersOfItemsStandOffTheirTextAndIdeographicOnesDoNot) {
  EXPECT_EQ(set("1.总则", 20).x(0, 2), 125);  // half an em each for 1 and the stop, then autospace
  EXPECT_EQ(set("12.总则", 20).x(0, 3), 175);
  EXPECT_EQ(set("1. 总则", 20).x(0, 3), 125);
  EXPECT_EQ(set("一、总则", 20).x(0, 2), 200);
  EXPECT_EQ(set("见1.总则", 20).x(0, 3), 225) << "only at the head of a paragraph";
}

TEST(Compose, CrowdedMarksAreReported) {
  const Set crowded = set("他就这样写了「『abcdefgh。』」就走了", 6);
  ASSERT_EQ(crowded.sink.all().size(), 1u);
  EXPECT_EQ(crowded.sink.all()[0].message.code, "line-crowded-marks");
}

TEST(Compose, ProportionalAndCentredInkOverruleTheLanguage) {
  const auto text = test::styled_text("甲，乙“丙", em);
  const auto shaped = test::shape_synthetically(*text, Locale::zh_hans);
  shaped->clusters[1].ink_begin = em.scaled(40, 100);  // a font of Taiwan: the comma in the middle
  shaped->clusters[1].ink_end = em.scaled(58, 100);
  shaped->clusters[3].advance = em.scaled(35, 100);  // a proportional quote
  shaped->clusters[3].ink_begin = Length();
  shaped->clusters[3].ink_end = em.scaled(30, 100);
  ParagraphShape shape;
  shape.measure = 20 * em;
  DiagnosticSink sink;
  const Galley galley = compose(text, shaped, {}, shape, sink);
  const auto& clusters = galley.lines[0].clusters;
  EXPECT_EQ(clusters[1].x, em);
  EXPECT_EQ(clusters[2].x, 2 * em);
  EXPECT_EQ(clusters[3].x, 3 * em);
  EXPECT_EQ(clusters[4].x, em.scaled(335, 100));
}

/// A paragraph whose words may be divided before the bytes, with a hyphen of a quarter of an em.
Set set_with_divisions(std::string_view text, double measure, const std::vector<std::uint32_t>& bytes) {
  const auto styled = test::styled_text(text, em);
  const auto shaped = test::shape_synthetically(*styled, Locale::zh_hans);
  for (std::uint32_t i = 0; i < shaped->clusters.size(); ++i) {
    if (std::find(bytes.begin(), bytes.end(), shaped->clusters[i].text_begin) != bytes.end())
      shaped->hyphenation.push_back({i, {'-', {}, {}, em.scaled(1, 4)}});
  }
  Set result;
  ParagraphShape shape;
  shape.measure = em.scaled(static_cast<std::int64_t>(measure * 100), 100);
  result.galley = compose(styled, shaped, {}, shape, result.sink);
  return result;
}

TEST(Compose, DividedWordsEndInAHyphenThatCountsForTheMeasure) {
  // 2 + 1.5 em of text, a quarter each for autospace and hyphen; the autospace takes up what is left of 4.25.
  const Set divided = set_with_divisions("中文window中文", 4.25, {9});
  ASSERT_EQ(divided.galley.lines.size(), 2u);
  const Line& first = divided.galley.lines[0];
  EXPECT_EQ(divided.text(0), "中文win");
  ASSERT_EQ(first.hyphen.size(), 1u);
  EXPECT_EQ(first.report.natural, em.scaled(4, 1));
  EXPECT_EQ(first.hyphen_x, em.scaled(4, 1));
  EXPECT_EQ(first.ink_end, em.scaled(425, 100));
  EXPECT_TRUE(divided.galley.lines[1].hyphen.empty());
  EXPECT_EQ(set_with_divisions("中文window中文", 4.25, {}).text(0), "中文");
}

TEST(Compose, SoftHyphensAreDrawnOnlyWhereALineEnds) {
  const Set divided = set_with_divisions("中文win\u00addow中文", 4.25, {11});
  EXPECT_EQ(divided.text(0), "中文win\u00ad");
  EXPECT_EQ(divided.galley.lines[0].clusters.size(), 5u);
  EXPECT_EQ(divided.galley.lines[0].hyphen.size(), 1u);
  const Set whole = set_with_divisions("中文win\u00addow中文", 20, {11});
  EXPECT_EQ(whole.galley.lines.size(), 1u);
  EXPECT_EQ(whole.galley.lines[0].ink_end, em.scaled(75, 10));
}

TEST(Compose, WordsAreDividedOnlyWhereTheLineGainsByIt) {
  EXPECT_EQ(set_with_divisions("我们用window开窗看外面的风景", 6.25, {12}).text(0), "我们用window");
}

TEST(Compose, WeightsChooseBetweenOpenAndSqueezedLines) {
  CompositionOptions options;
  options.min_last = 1;
  constexpr std::string_view text = "春天来了，花儿开了，真美。";
  EXPECT_EQ(set(text, 10, options).text(0), "春天来了，花儿开了，") << "opens 7 gaps by 0.07 em rather than squeeze two commas away";
  options.weights.open[2] = 100000;
  EXPECT_EQ(set(text, 10, options).text(0), "春天来了，花儿开了，真");
  options.weights.squeeze[3] = 100000;
  EXPECT_EQ(set(text, 10, options).text(0), "春天来了，花儿开了，");
  options = {};
  options.min_last = 1;
  options.weights.growth = 1;
  EXPECT_EQ(set(text, 10, options).text(0), "春天来了，花儿开了，") << "28 against 50";
  options.weights.open[2] = 2000;
  EXPECT_EQ(set(text, 10, options).text(0), "春天来了，花儿开了，真") << "a cost that grows evenly minds small gaps too";
}

TEST(Compose, WeightsOfBreaksCountAsPenalties) {
  CompositionOptions options;
  constexpr std::string_view text = "我们在这里住了12年多了吧";
  EXPECT_EQ(set(text, 8.25, options).text(0), "我们在这里住了");
  options.weights.unit = 0;
  EXPECT_EQ(set(text, 8.25, options).text(0), "我们在这里住了12");
}

TEST(Compose, AutospaceStopsAtItsMaximum) {
  CompositionOptions options;
  EXPECT_EQ(set("我们用Python写了三个程序", 10, options).x(0, 9), 700);
  options.autospace_maximum = 333;
  const Set capped = set("我们用Python写了三个程序", 10, options);
  EXPECT_EQ(capped.x(0, 9), 683) << "two gaps of 0.333 em, the rest in the gaps between ideographs";
  EXPECT_EQ(capped.galley.lines[0].report.deepest_stage, -3);
}

TEST(Compose, KoreanBreaksInsideWordsOnNarrowMeasuresOnly) {
  CompositionOptions options = CompositionOptions::for_locale(Locale::ko);
  constexpr std::string_view text = "서울시는내일부터 새로운버스노선을운영한다고 밝혔다고한다";
  EXPECT_EQ(set(text, 14, options).text(0), "서울시는내일부터 새로운버");
  EXPECT_EQ(set(text, 21, options).text(0), "서울시는내일부터 ");
  options.hangul_break = HangulBreak::syllables;
  EXPECT_EQ(set(text, 21, options).text(0), "서울시는내일부터 새로운버스노선을운영한다");
  options.hangul_break = HangulBreak::words;
  EXPECT_EQ(set(text, 14, options).text(0), "서울시는내일부터 ");
}

}  // namespace
}  // namespace banxin
