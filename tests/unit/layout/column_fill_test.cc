// What to look for: columns end where a good editor would end them, and every line of the flow stands exactly once.
#include "layout/column_fill.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

FillBlock paragraph(int lines, int orphans = 2) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  block.orphans = orphans;
  return block;
}

FillBlock heading(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.keep_with_next = 2;
  return block;
}

ColumnEnd best(const std::vector<FillBlock>& flow, FlowPosition begin, int capacity) {
  return fill_column(flow, begin, capacity, 100, PageCosts{}, 4).front();
}

TEST(ColumnFill, CutsAParagraphWhereTheColumnEnds) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {}, 14);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 4}));
  EXPECT_EQ(column.used, 14);
  EXPECT_EQ(column.cost, 0);
}

TEST(ColumnFill, GoesOnInTheMiddleOfAParagraph) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {0, 0, 6}, 9);
  ASSERT_EQ(column.pieces.size(), 2u);
  EXPECT_EQ(column.pieces[0].line_begin, 6);
  EXPECT_EQ(column.pieces[0].line_end, 10);
  EXPECT_EQ(column.pieces[1].at, 4);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 5}));
}

TEST(ColumnFill, LeavesALineFreeRatherThanAWidow) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {}, 19);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 8}));
  EXPECT_EQ(column.used, 18);
}

TEST(ColumnFill, TakesAnotherLengthOfAParagraphRatherThanAHole) {
  std::vector<FillBlock> flow = {paragraph(10), paragraph(10)};
  flow[0].variants.push_back({11, 100});
  const ColumnEnd column = best(flow, {}, 19);
  EXPECT_EQ(column.used, 19);
  EXPECT_EQ(column.pieces.front().variant, 1);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 8}));
}

TEST(ColumnFill, LeavesNoFirstLineAloneAtTheFootOfAWideColumn) {
  EXPECT_EQ(best({paragraph(10), paragraph(10)}, {}, 11).end, (FlowPosition{1, 0, 0}));
  EXPECT_EQ(best({paragraph(10, 1), paragraph(10, 1)}, {}, 11).end, (FlowPosition{1, 0, 1}));
}

TEST(ColumnFill, LeavesNoHeadingAtTheFoot) {
  const ColumnEnd column = best({paragraph(10), heading(2), paragraph(10)}, {}, 13);
  EXPECT_LT(column.end.block, 2) << "heading, and one line of text only, stand in the column";
  EXPECT_EQ(best({paragraph(10), heading(2), paragraph(10)}, {}, 14).end, (FlowPosition{2, 0, 2}));
}

TEST(ColumnFill, DropsSpaceAboveABlockAtTheColumnHead) {
  std::vector<FillBlock> flow = {paragraph(3), paragraph(3)};
  flow[0].space_before = flow[1].space_before = 1;
  const ColumnEnd column = best(flow, {}, 20);
  EXPECT_EQ(column.pieces[0].at, 0);
  EXPECT_EQ(column.pieces[1].at, 4);
  EXPECT_EQ(column.used, 7);
}

TEST(ColumnFill, EndsAtAForcedBreak) {
  FillBlock page_break;
  page_break.forced_break = FillBlock::Break::page;
  const ColumnEnd column = best({paragraph(3), page_break, paragraph(3)}, {}, 20);
  EXPECT_EQ(column.end, (FlowPosition{2, 0, 0}));
  EXPECT_TRUE(column.page_break);
  EXPECT_EQ(column.cost, 0);
}

TEST(ColumnFill, SetsABlockTallerThanAnyColumnRatherThanNever) {
  const std::vector<ColumnEnd> ends = fill_column(std::vector<FillBlock>{heading(30), paragraph(5)}, {}, 20, 20, PageCosts{}, 4);
  EXPECT_EQ(ends.front().pieces.size(), 1u);
  EXPECT_EQ(ends.front().end.block, 1);
}

}  // namespace
}  // namespace banxin
