// What to look for: figures arranged at heads and feet in their order, the cheapest arrangements first, and no more of them looked at than
// the search is allowed.
#include "layout/page_plan.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

const PageCosts costs;

std::vector<FloatingFigure> figures(int count, int lines, int shrink = 0) {
  FloatingFigure figure;
  figure.lines_by_span = {{lines}, {lines}, {lines}};
  figure.shrink = shrink;
  return std::vector<FloatingFigure>(static_cast<std::size_t>(count), figure);
}

/// Three columns with a head and a foot each.
TEST(FigureArrangements, PreferTheFeetOfColumns) {
  const std::vector<FloatingFigure> one = figures(1, 10);
  FigureArrangements arrangements(one, 0, {3, 40, 1, {}}, costs, {});
  const std::vector<PagePlan>& plans = arrangements.of(1);
  ASSERT_EQ(plans.size(), 6u);
  for (std::size_t nth = 0; nth < plans.size(); ++nth) {
    EXPECT_EQ(plans[nth].figures[0].at_foot, nth < 3);
    EXPECT_EQ(plans[nth].figures[0].column, static_cast<int>(nth % 3));
    EXPECT_EQ(plans[nth].cost, nth < 3 ? 0 : costs.figure_single_at_top);
  }
}

/// 20 lines do not hold two figures of 12 in one column; each as low as it may, they do.
TEST(FigureArrangements, SetFiguresLowerToStackThem) {
  const std::vector<FloatingFigure> two = figures(2, 12, 2);
  FigureArrangements arrangements(two, 0, {1, 20, 1, {}}, costs, {});
  const std::vector<PagePlan>& plans = arrangements.of(2);
  ASSERT_FALSE(plans.empty());
  for (const PagePlan& plan : plans) {
    EXPECT_EQ(plan.figures[0].shrunk, 2);
    EXPECT_EQ(plan.figures[1].shrunk, 2);
    EXPECT_LE(plan.head_lines[0] + plan.foot_lines[0], 20);
  }
}

TEST(FigureArrangements, HaveNoneForFiguresThatDoNotFit) {
  const std::vector<FloatingFigure> three = figures(3, 12);
  FigureArrangements arrangements(three, 0, {1, 30, 1, {}}, costs, {});
  EXPECT_FALSE(arrangements.of(2).empty());
  EXPECT_TRUE(arrangements.of(3).empty());
}

/// Five figures in eight columns can stand in thousands of ways.
TEST(FigureArrangements, LookAtNoMorePlacesThanTheirWidthAllows) {
  const std::vector<FloatingFigure> many = figures(5, 6, 4);
  const PlanWidth width;
  FigureArrangements arrangements(many, 0, {3, 60, 2, {}}, costs, width);
  const PlanRoom room{3, 60, 2, {}};
  EXPECT_EQ(arrangements.of(5).size(), width.plans);
  const std::int64_t slots = 2 * room.columns, heights = 5, spans = 2;
  EXPECT_LE(arrangements.tried(), slots * heights * spans + 4 * static_cast<std::int64_t>(width.begun) * slots);
}

/// What the narrow search keeps is the cheapest of what the wide one finds.
TEST(FigureArrangements, AreTheCheapestOfAll) {
  const std::vector<FloatingFigure> four = figures(4, 9, 3);
  const PlanRoom room{3, 40, 2, {}};
  FigureArrangements narrow(four, 0, room, costs, {}), wide(four, 0, room, costs, {1'000'000, 1'000'000});
  for (int count = 0; count <= 4; ++count) {
    const std::vector<PagePlan>&kept = narrow.of(count), &all = wide.of(count);
    ASSERT_LE(kept.size(), all.size());
    for (std::size_t nth = 0; nth < kept.size(); ++nth)
      EXPECT_EQ(kept[nth].cost, all[nth].cost) << count << " figures, arrangement " << nth;
  }
}

}  // namespace
}  // namespace banxin
