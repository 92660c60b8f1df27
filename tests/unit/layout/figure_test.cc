// What to look for: the grid lines that a figure takes are the fewest that hold it.
#include "layout/figure.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace literals;

/// Worked example 7e of the composition rules: picture 100, gap 6 and caption 11 over lines of 18 with type of 10.5.
TEST(GridLines, HoldAFigureWithItsCaption) {
  EXPECT_EQ(grid_lines_for(117_pt, 10.5_pt, 18_pt), 7);
  EXPECT_EQ(grid_lines_for(118.5_pt, 10.5_pt, 18_pt), 7) << "seven lines are exactly so high";
  EXPECT_EQ(grid_lines_for(118.6_pt, 10.5_pt, 18_pt), 8);
}

}  // namespace
}  // namespace banxin
