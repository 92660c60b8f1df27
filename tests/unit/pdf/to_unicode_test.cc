// ToUnicode maps.
#include "pdf/to_unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ToUnicode, WritesLoneCodesAndRanges) {
  const std::string map = to_unicode_map({{5, "版"}, {7, "a"}, {8, "b"}, {9, "c"}, {11, "d"}});
  EXPECT_THAT(map, HasSubstr("2 beginbfchar\n<0005><7248>\n<000B><0064>\nendbfchar\n"));
  EXPECT_THAT(map, HasSubstr("1 beginbfrange\n<0007><0009><0061>\nendbfrange\n"));
}

TEST(ToUnicode, GivesOneGlyphSeveralCharactersAndThoseBeyondThePlane) {
  const std::string map = to_unicode_map({{1, "——"}, {2, "𠮷"}, {3, "葛\U000E0100"}});
  EXPECT_THAT(map, HasSubstr("<0001><20142014>\n<0002><D842DFB7>\n<0003><845BDB40DD00>\n"));
}

struct Pair {
  const char* name;
  std::uint32_t code;
  const char *first, *second;
};

class BrokenRanges : public testing::TestWithParam<Pair> {};

TEST_P(BrokenRanges, StayApart) {
  const Pair& pair = GetParam();
  EXPECT_THAT(to_unicode_map({{pair.code, pair.first}, {pair.code + 1, pair.second}}), Not(HasSubstr("bfrange")));
}

INSTANTIATE_TEST_SUITE_P(All, BrokenRanges,
                         testing::Values(Pair{"high_byte_of_the_code", 0x1ff, "a", "b"}, Pair{"high_byte_of_the_text", 1, "ÿ", "Ā"},
                                         Pair{"a_gap", 1, "a", "c"}, Pair{"several_characters", 1, "aa", "ab"},
                                         Pair{"beyond_the_plane", 1, "𠮷", "𠮸"}),
                         [](const auto& test_case) { return test_case.param.name; });

TEST(ToUnicode, HasBlocksOfAtMostAHundred) {
  std::map<std::uint32_t, std::string> texts;
  for (std::uint32_t code = 0; code < 250; code += 2) texts[code] = "a";
  const std::string map = to_unicode_map(texts);
  EXPECT_THAT(map, HasSubstr("100 beginbfchar\n"));
  EXPECT_THAT(map, HasSubstr("\n25 beginbfchar\n"));
}

}  // namespace
}  // namespace banxin::pdf
