// What to look for: the regular expression of a range takes its numbers and no others.
#include "cli/schema_parts.h"

#include <gtest/gtest.h>

#include <regex>

namespace banxin::schema {
namespace {

TEST(NumberPattern, TakesTheNumbersOfItsRangeAlone) {
  for (const auto& [least, most] :
       {std::pair(0, 0), {0, 9}, {1, 99}, {1, 100}, {7, 7}, {5, 32}, {8, 1031}, {10, 10}, {99, 1001}, {0, 1200}, {101, 199}}) {
    const std::regex expression("(" + number_pattern(least, most) + ")");
    for (int number = 0; number <= 1300; ++number) {
      EXPECT_EQ(std::regex_match(std::to_string(number), expression), number >= least && number <= most)
          << number << " in " << least << " to " << most << ": " << number_pattern(least, most);
    }
  }
}

TEST(NumberPattern, GoesToTheLargestNumbers) {
  const std::regex expression("(" + number_pattern(0, 1'000'000) + ")");
  EXPECT_TRUE(std::regex_match("1000000", expression));
  EXPECT_TRUE(std::regex_match("999999", expression));
  EXPECT_FALSE(std::regex_match("1000001", expression));
  EXPECT_FALSE(std::regex_match("2000000", expression));
}

}  // namespace
}  // namespace banxin::schema
