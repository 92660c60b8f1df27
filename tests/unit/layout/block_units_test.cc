// What to look for: a block of units (rows of a table) is cut between units alone, every piece has room for what repeats, and a unit that
// no column can hold stands overfull rather than never.
#include <gtest/gtest.h>

#include "layout/column_fill.h"

namespace banxin {
namespace {

constexpr Length pitch = Length::from_points(10);
const PageCosts costs;

/// Rows of so many points below a header of 15.
FillBlock table(const std::vector<int>& rows) {
  auto units = std::make_shared<BlockUnits>();
  units->pitch = pitch;
  units->repeated = Length::from_points(15);
  Length end;
  for (const int row : rows) units->ends.push_back(end += Length::from_points(row));
  FillBlock block;
  block.splittable = true;
  block.orphans = block.widows = 1;
  block.variants = {{units->lines(0, units->count()), 0, 0, true, units}};
  return block;
}

std::vector<ColumnEnd> fill(const FillBlock& block, FlowPosition begin, int capacity, int tallest = 100) {
  FillRoom room;
  room.capacity = capacity;
  room.stop = 1;
  const std::vector<FillBlock> flow = {block};
  return fill_column({flow, costs, tallest, {}}, begin, room, 8);
}

TEST(BlockUnits, PiecesHoldTheirRowsAndWhatRepeats) {
  const FillBlock block = table({12, 12, 12, 12});
  EXPECT_EQ(block.variant(0).lines, 7);  // 15 + 48 points
  EXPECT_EQ(block.variant(0).lines_of(0, 2), 4);
  EXPECT_EQ(block.variant(0).lines_of(2, 4), 4);
}

TEST(BlockUnits, AreCutWhereTheLastWholeRowEnds) {
  const ColumnEnd column = fill(table({12, 12, 12, 12}), {}, 5).front();
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 2}));
  EXPECT_EQ(column.used, 4);
  EXPECT_EQ(column.cost, hole_cost(1, costs));
}

TEST(BlockUnits, GoOnBelowWhatRepeats) {
  const ColumnEnd column = fill(table({12, 12, 12, 12}), {0, 0, 2}, 5).front();
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 0}));
  EXPECT_EQ(column.used, 4);
  ASSERT_EQ(column.pieces.size(), 1u);
  EXPECT_EQ(column.pieces[0].line_begin, 2);
  EXPECT_EQ(column.pieces[0].line_end, 4);
}

TEST(BlockUnits, WaitForTheNextColumnWhereNoRowFits) {
  const ColumnEnd column = fill(table({12, 30, 12}), {0, 0, 1}, 3).front();
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 1}));
  EXPECT_TRUE(column.pieces.empty());
}

TEST(BlockUnits, ARowTallerThanAnyColumnStandsOverfull) {
  const ColumnEnd column = fill(table({120, 12}), {}, 6, 6).front();
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 1}));
  EXPECT_EQ(column.used, 6);
  const ColumnEnd last = fill(table({12, 120}), {0, 0, 1}, 6, 6).front();
  EXPECT_EQ(last.end, (FlowPosition{1, 0, 0}));
}

}  // namespace
}  // namespace banxin
