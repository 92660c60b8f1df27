// Lengths as styles write them.
#include "base/length_text.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace literals;

std::optional<Length> length_of(std::string_view text, const LengthContext& context = {}) {
  const LengthParse parse = parse_length(text);
  return parse.length ? resolve(*parse.length, context) : std::nullopt;
}

TEST(Length, AbsoluteUnits) {
  EXPECT_EQ(length_of("9pt"), 9_pt);
  EXPECT_EQ(length_of("12.5 pt"), 12.5_pt);
  EXPECT_EQ(length_of(".35pt"), Length::from_raw(358));
  EXPECT_EQ(length_of("-2pt"), -(2_pt));
  EXPECT_EQ(length_of("1in"), 72_pt);
  EXPECT_EQ(length_of("2.54cm"), 72_pt);
  EXPECT_EQ(length_of("25.4mm"), 72_pt);
  EXPECT_EQ(length_of("101.6Q"), 72_pt);
  EXPECT_EQ(length_of("101.6q"), 72_pt);
  EXPECT_EQ(length_of("3pc"), 36_pt);
  EXPECT_EQ(length_of("0"), Length());
  EXPECT_EQ(length_of("0mm"), Length());
}

TEST(Length, RoundsMillimetresToTheNearestUnit) {
  // 210 mm = 210 * 72 * 1024 / 25.4 = 609562.2 units.
  EXPECT_EQ(length_of("210mm")->raw(), 609562);
  EXPECT_EQ(length_of("-210mm")->raw(), -609562);
}

TEST(Length, TradeSizes) {
  EXPECT_EQ(length_of("初号"), 42_pt);
  EXPECT_EQ(length_of("小初"), 36_pt);
  EXPECT_EQ(length_of("三号"), 16_pt);
  EXPECT_EQ(length_of("五号"), 10.5_pt);
  EXPECT_EQ(length_of("小五"), 9_pt);
  EXPECT_EQ(length_of("六号"), 7.5_pt);
  EXPECT_EQ(length_of("八号"), 5_pt);
  EXPECT_EQ(trade_sizes().size(), 16u);
}

TEST(Length, RelativeUnitsNeedWhatTheyReferTo) {
  const LengthContext context{9_pt, 13_pt, 200_pt};
  EXPECT_EQ(length_of("2em", context), 18_pt);
  EXPECT_EQ(length_of("1.5lh", context), 19.5_pt);
  EXPECT_EQ(length_of("12.5%", context), 25_pt);
  for (const char* text : {"2em", "1lh", "50%"}) EXPECT_FALSE(length_of(text)) << text;
}

TEST(Length, SaysWhatIsWrong) {
  EXPECT_EQ(parse_length("9").fault, LengthFault::unit_missing);
  EXPECT_EQ(parse_length("9px").fault, LengthFault::unit_unknown);
  EXPECT_EQ(parse_length("9 PT").fault, LengthFault::unit_unknown);
  EXPECT_EQ(parse_length("wide").fault, LengthFault::not_a_length);
  EXPECT_EQ(parse_length("九号").fault, LengthFault::not_a_length);
  EXPECT_EQ(parse_length("").fault, LengthFault::not_a_length);
  for (const char* text : {"9", "9px", "9 PT", "wide", "九号", ""}) EXPECT_FALSE(parse_length(text).length) << text;
}

TEST(Length, RefusesAbsurdlyLargeOnes) { EXPECT_FALSE(length_of("999999999999999in")); }

}  // namespace
}  // namespace banxin
