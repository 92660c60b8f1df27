// Colours as styles write them.
#include "colour/colour.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

Colour rgb(int red, int green, int blue) { return Colour{{}, RgbColour{red, green, blue}, {}}; }
Colour cmyk(int cyan, int magenta, int yellow, int black) { return Colour{{}, {}, CmykColour{cyan, magenta, yellow, black}}; }

TEST(ParseColour, ReadsEveryForm) {
  EXPECT_EQ(parse_colour("#fff"), rgb(255, 255, 255));
  EXPECT_EQ(parse_colour("#b03a24"), rgb(0xb0, 0x3a, 0x24));
  EXPECT_EQ(parse_colour("#B03A24"), rgb(0xb0, 0x3a, 0x24));
  EXPECT_EQ(parse_colour("gray(30%)"), Colour::tint(300));
  EXPECT_EQ(parse_colour("gray(6%)"), Colour::tint(60));
  EXPECT_EQ(parse_colour("gray(12.5%)"), Colour::tint(125));
  EXPECT_EQ(parse_colour("cmyk(0 100 90 10)"), cmyk(0, 1000, 900, 100));
  EXPECT_EQ(parse_colour("cmyk( 0% 67% 80%  31% )"), cmyk(0, 670, 800, 310));
  EXPECT_EQ(parse_colour("black"), Colour::black());
  EXPECT_EQ(parse_colour("white"), Colour::white());
}

TEST(ParseColour, GrayIsInkAndNotLight) {
  EXPECT_EQ(parse_colour("gray(100%)"), Colour::black());
  EXPECT_EQ(parse_colour("gray(0%)"), Colour::white());
}

TEST(ParseColour, ASpotColourIsAnInkWithALikenessInProcessInks) {
  EXPECT_EQ(parse_colour("spot(PANTONE 871 C, cmyk(20 25 60 25))"), (Colour{{}, {}, CmykColour{200, 250, 600, 250}, "PANTONE 871 C"}));
  EXPECT_EQ(parse_colour("spot( 金, 哑光 , cmyk(0 20 60 20) )"), (Colour{{}, {}, CmykColour{0, 200, 600, 200}, "金, 哑光"}));
}

class NoColour : public testing::TestWithParam<const char*> {};

TEST_P(NoColour, IsRefused) { EXPECT_FALSE(parse_colour(GetParam())) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(ParseColour, NoColour,
                         testing::Values("", "#", "#ff", "#ffff", "#ggg", "#12345", "red", "gray()", "gray(30%", "gray(101%)", "gray(-1%)",
                                         "gray(30% 20%)", "gray 30%", "cmyk(0 100 90)", "cmyk(0 100 90 10 5)", "cmyk(0,100,90,10)",
                                         "cmyk(0 100 90 120)", "cmyk(0100 90 10)", "spot(Gold)", "spot(, cmyk(0 20 60 20))",
                                         "spot(Gold, #ff0)", "spot(All, cmyk(0 20 60 20))", "spot(None, cmyk(0 20 60 20))"));

}  // namespace
}  // namespace banxin
