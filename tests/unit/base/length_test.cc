// Lengths: exact conversion, rounding halves away from zero, no overflow in scaling.
#include "base/length.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace literals;

TEST(LengthTest, CountsIn1024thsOfAPoint) {
  EXPECT_EQ((9_pt).raw(), 9216);
  EXPECT_EQ((10.5_pt).raw(), 10752);
  EXPECT_EQ(Length::from_millimetres(25.4), 72_pt);
  EXPECT_DOUBLE_EQ((10.5_pt).points(), 10.5);
}

TEST(LengthTest, FromPointsRoundsHalvesAwayFromZero) {
  EXPECT_EQ(Length::from_points(0.5 / 1024).raw(), 1);
  EXPECT_EQ(Length::from_points(-0.5 / 1024).raw(), -1);
  EXPECT_EQ(Length::from_points(0.49 / 1024).raw(), 0);
}

TEST(LengthTest, ScaledRoundsToNearest) {
  EXPECT_EQ(Length::from_raw(10).scaled(1, 4).raw(), 3);
  EXPECT_EQ(Length::from_raw(-10).scaled(1, 4).raw(), -3);
  EXPECT_EQ(Length::from_raw(10).scaled(1, 3).raw(), 3);
  EXPECT_EQ((9_pt).scaled(1000, 1000), 9_pt);
}

TEST(LengthTest, ScaledHoldsProductsBeyond64Bits) {
  const Length large = Length::from_raw(std::int64_t{1} << 50);
  EXPECT_EQ(large.scaled(std::int64_t{1} << 40, std::int64_t{1} << 40), large);
}

TEST(LengthTest, AddsAndComparesAsIntegers) {
  Length sum;
  for (int i = 0; i < 3000; ++i) sum += Length::from_raw(3072);  // 3 pt, a thousand times over: no drift
  EXPECT_EQ(sum, 9000_pt);
  EXPECT_LT(-1_pt, 0_pt);
  EXPECT_EQ(17 * 9_pt, 153_pt);
}

}  // namespace
}  // namespace banxin
