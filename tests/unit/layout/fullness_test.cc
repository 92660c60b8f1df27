// What to look for: of each column the line at which its last text, figure or block over several columns ends, on a page of its own depth.
#include "layout/fullness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using testing::ElementsAre;

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

FloatingFigure figure(int lines, FloatingFigure::Place place) {
  FloatingFigure figure;
  figure.anchor_block = 0;
  figure.lines_by_span = {{lines}, {lines}, {lines}};
  figure.place = place;
  return figure;
}

Fullness fullness(const std::vector<FillBlock>& flow, const std::vector<FloatingFigure>& figures, const PageRoom& room) {
  return fullness_of(make_pages({flow, figures, {}}, room, PageCosts{}), room);
}

TEST(Fullness, CountsTheLinesOfEachColumn) {
  const Fullness full = fullness({paragraph(3 * 24 + 3 * 30 + 10)}, {}, {3, 30, 6, 1, 100, {}});
  EXPECT_EQ(full.column_lines, 30);
  ASSERT_EQ(full.pages.size(), 3u);
  EXPECT_EQ(full.pages[0].lines, 24) << "below the head";
  EXPECT_THAT(full.pages[0].filled, ElementsAre(24, 24, 24));
  EXPECT_EQ(full.pages[1].lines, 30);
  EXPECT_THAT(full.pages[2].filled, ElementsAre(4, 3, 3));
}

TEST(Fullness, ReachesTheFigureAtAFoot) {
  const Fullness full = fullness({paragraph(6)}, {figure(10, FloatingFigure::Place::bottom)}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(full.pages.size(), 1u);
  const std::vector<int>& filled = full.pages[0].filled;
  EXPECT_GE(*std::max_element(filled.begin(), filled.end()), 10);
}

TEST(Fullness, ReachesTheFigureAtAHead) {
  const Fullness full = fullness({paragraph(2)}, {figure(10, FloatingFigure::Place::top)}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(full.pages.size(), 1u);
  EXPECT_EQ(*std::max_element(full.pages[0].filled.begin(), full.pages[0].filled.end()), 10);
}

TEST(Fullness, ReachesABlockOverAllColumns) {
  FillBlock wide;
  wide.variants = {{7, 0}};
  wide.span = 3;
  const Fullness full = fullness({paragraph(9), wide}, {}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(full.pages.size(), 1u);
  EXPECT_THAT(full.pages[0].filled, ElementsAre(10, 10, 10));
}

/// Four columns are a page and the first column of the next.
TEST(Fullness, LeavesColumnsEmptyThatTheArticleShallNotFill) {
  PageRoom room{3, 30, 0, 1, 100, {}};
  room.most_columns = 4;
  const Fullness full = fullness({paragraph(3 * 30 + 28)}, {}, room);
  ASSERT_EQ(full.pages.size(), 2u);
  EXPECT_THAT(full.pages[0].filled, ElementsAre(30, 30, 30));
  EXPECT_THAT(full.pages[1].filled, ElementsAre(28, 0, 0));
}

TEST(Fullness, OpensAllColumnsOfThePagesAfterThoseThatTheArticleShallFill) {
  PageRoom room{3, 30, 0, 1, 100, {}};
  room.most_columns = 4;
  const Fullness full = fullness({paragraph(3 * 30 + 30 + 6)}, {}, room);
  ASSERT_EQ(full.pages.size(), 3u);
  EXPECT_THAT(full.pages[1].filled, ElementsAre(30, 0, 0));
  EXPECT_THAT(full.pages[2].filled, ElementsAre(2, 2, 2));
}

}  // namespace
}  // namespace banxin
