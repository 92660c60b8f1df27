// What to look for: stages, penalties and costs of lines as chosen, and the next best way where a break is taken away.
#include "line/explain.h"

#include <gtest/gtest.h>

#include "line/compose.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10240);

Galley set(std::string_view text, int measure, const CompositionOptions& options = {}) {
  const auto styled = test::styled_text(text, em);
  ParagraphShape shape;
  shape.measure = measure * em;
  DiagnosticSink sink;
  return compose(styled, test::shape_synthetically(*styled, options.locale), options, shape, sink);
}

TEST(Explain, TellsTheStagesThatALineUsed) {
  const Galley galley = set("我们用Python写了三个程序", 10);
  const auto lines = explain_lines(galley);
  ASSERT_EQ(lines.size(), galley.lines.size());
  ASSERT_EQ(lines[0].stages.size(), 1u);
  EXPECT_EQ(lines[0].stages[0].stage, galley.lines[0].report.deepest_stage);
  EXPECT_EQ(lines[0].stages[0].gaps, 2);
  EXPECT_EQ(lines[0].stages[0].amount, em.scaled(1, 2));
  EXPECT_EQ(lines[0].stages[0].full_amount, em.scaled(1, 2));
  EXPECT_TRUE(lines[1].stages.empty());
}

TEST(Explain, StagesAddUpToTheAdjustment) {
  const Galley galley = set("他说：“今天的天气真好。”我们就出门了，看看open source的书，走走www。", 9);
  const auto lines = explain_lines(galley);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Length sum;
    for (const StageUse& use : lines[i].stages) sum += use.stage < 0 ? use.amount : -use.amount;
    EXPECT_EQ(sum, galley.lines[i].report.adjustment) << "line " << i + 1;
  }
}

/// Worked example 6b: greedy would pull 很 into the first line and leave one character for the last.
TEST(Explain, TheNextBestWayCostsMore) {
  const auto lines = explain_lines(set("你好吗？我很好。", 6));
  ASSERT_EQ(lines.size(), 2u);
  ASSERT_TRUE(lines[0].alternative);
  EXPECT_GT(lines[0].alternative->more, 0);
  EXPECT_NE(lines[0].alternative->text_end, 15u);
  EXPECT_FALSE(lines[1].alternative);
}

TEST(Explain, PenaltiesAreThoseOfTheBreaks) {
  const auto lines = explain_lines(set("今天天气真好。我们走吧。", 6));
  EXPECT_EQ(lines[0].penalty, 0);
  EXPECT_EQ(explain_lines(set("今天天气好。我们走吧。", 6))[0].penalty, -3);
}

TEST(Explain, LineByLineThereIsNoNextBest) {
  CompositionOptions options;
  options.adjust = Adjustment::push_out_first;
  const auto lines = explain_lines(set("你好吗？我很好。", 6, options));
  EXPECT_FALSE(lines[0].alternative);
  EXPECT_EQ(lines[0].cost, 0);
}

}  // namespace
}  // namespace banxin
