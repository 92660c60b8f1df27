// The inks that colours print in.
#include "press/printed_colours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_profile.h"

namespace banxin {
namespace {

Colour rgb(int red, int green, int blue) { return {{}, RgbColour{red, green, blue}, {}}; }
Colour cmyk(int cyan, int magenta, int yellow, int black) { return {{}, {}, CmykColour{cyan, magenta, yellow, black}}; }

int black_of(const Colour& colour, ColourUse use = ColourUse::area) {
  const Colour printed = BlackAlone().printed(colour, use);
  EXPECT_FALSE(printed.rgb || printed.cmyk);
  return printed.gray ? printed.gray->black : -1;
}

TEST(BlackAlone, MakesEveryColourATint) {
  EXPECT_EQ(black_of(Colour::white()), 0);
  EXPECT_EQ(black_of(Colour::black()), 1000);
  EXPECT_EQ(black_of(Colour::tint(300)), 300);
  EXPECT_NEAR(black_of(rgb(176, 58, 36)), 620, 60) << "the magazine's red is darker than half";
  EXPECT_NEAR(black_of(cmyk(0, 670, 800, 310)), 650, 80) << "and is so by its inks too";
  EXPECT_EQ(black_of(cmyk(0, 0, 0, 400)), 400);
  EXPECT_EQ(black_of(Colour::registration()), 1000);
}

TEST(BlackAlone, LetsNoTintOfAnAreaFallApartOrFillUp) {
  EXPECT_EQ(black_of(Colour::tint(60)), 100);
  EXPECT_EQ(black_of(Colour::tint(1)), 100);
  EXPECT_EQ(black_of(Colour::tint(100)), 100);
  EXPECT_EQ(black_of(Colour::tint(899)), 899);
  EXPECT_EQ(black_of(Colour::tint(900)), 1000);
}

TEST(BlackAlone, PrintsTextAndRulesSolidOrDarkEnough) {
  EXPECT_EQ(black_of(Colour::tint(500), ColourUse::line), 1000);
  EXPECT_EQ(black_of(rgb(176, 58, 36), ColourUse::line), 1000);
  EXPECT_EQ(black_of(Colour::tint(450), ColourUse::line), 450);
  EXPECT_EQ(black_of(Colour::tint(200), ColourUse::line), 400);
  EXPECT_EQ(black_of(Colour::white(), ColourUse::line), 0) << "white on black stays";
}

class Inks : public testing::Test {
 protected:
  Colour printed(const Colour& colour) const { return inks_.printed(colour, ColourUse::line); }
  const ProcessInks inks_{*read_icc_profile(test::cmyk_profile())};
};

TEST_F(Inks, BlackAndGraysAreBlackInkAlone) {
  EXPECT_EQ(printed(Colour::black()), Colour::black());
  EXPECT_EQ(printed(rgb(0, 0, 0)), Colour::black()) << "the profile would make it four inks";
  EXPECT_EQ(printed(rgb(255, 255, 255)), Colour::white());
  EXPECT_EQ(printed(rgb(128, 128, 128)), Colour::tint(498));
  EXPECT_EQ(printed(cmyk(0, 0, 0, 300)), Colour::tint(300));
}

TEST_F(Inks, OtherColoursAreConvertedUnlessTheirInksAreGiven) {
  const Colour red = printed(rgb(230, 20, 20));
  ASSERT_TRUE(red.cmyk);
  EXPECT_FALSE(red.rgb);
  EXPECT_GT(red.cmyk->magenta, 800);
  EXPECT_EQ(printed({{}, RgbColour{176, 58, 36}, CmykColour{0, 670, 800, 310}}), cmyk(0, 670, 800, 310));
}

TEST_F(Inks, SpotColoursKeepTheirInk) {
  const Colour gold{{}, RgbColour{200, 160, 60}, CmykColour{0, 200, 600, 200}, "Gold"};
  EXPECT_EQ(printed(gold), (Colour{{}, {}, CmykColour{0, 200, 600, 200}, "Gold"}));
  EXPECT_EQ(printed(Colour::registration()).spot, "All");
}

TEST(TotalInk, IsTheSumOfTheLayers) {
  EXPECT_EQ(total_ink(Colour::black()), 1000);
  EXPECT_EQ(total_ink(cmyk(750, 680, 670, 900)), 3000);
  EXPECT_EQ(total_ink({{}, {}, CmykColour{800, 800, 800, 0}, "Blue"}), 1000) << "an ink of its own is one layer";
}

}  // namespace
}  // namespace banxin
