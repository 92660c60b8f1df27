// Decimal numbers read exactly.
#include "base/decimal.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(Decimal, ReadsDigitsSignAndPoint) {
  EXPECT_EQ(parse_decimal("12")->digits, 12);
  EXPECT_EQ(parse_decimal("-0.35")->digits, -35);
  EXPECT_EQ(parse_decimal("-0.35")->scale, 2);
  EXPECT_EQ(parse_decimal(".5")->digits, 5);
  EXPECT_EQ(parse_decimal(".5")->scale, 1);
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1.", "1.2.3", "1e3", "+1", "1,5", " 1", "1 ", "１", "1234567890123456"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimal, LeavesWhatFollowsTheNumber) {
  std::string_view text = "9.5pt";
  EXPECT_EQ(take_decimal(text)->digits, 95);
  EXPECT_EQ(text, "pt");
  text = "pt";
  EXPECT_FALSE(take_decimal(text));
  EXPECT_EQ(text, "pt");
}

TEST(Decimal, RoundsToNearestHalvesAwayFromZero) {
  EXPECT_EQ(parse_decimal("0.5")->times(1), 1);
  EXPECT_EQ(parse_decimal("-0.5")->times(1), -1);
  EXPECT_EQ(parse_decimal("0.49999")->times(1), 0);
  EXPECT_EQ(parse_decimal("10")->times(1, 3), 3);
  EXPECT_EQ(parse_decimal("-11")->times(1, 3), -4);
}

TEST(Decimal, SaysWhenTheResultIsTooLarge) { EXPECT_FALSE(parse_decimal("999999999999999")->times(1'000'000)); }

}  // namespace
}  // namespace banxin
