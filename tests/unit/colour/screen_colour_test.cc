// Colours as a screen shows them.
#include "colour/screen_colour.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(ScreenColour, TintsOfBlackAreThatMuchLessLight) {
  EXPECT_EQ(screen_colour(Colour::black()), (RgbColour{0, 0, 0}));
  EXPECT_EQ(screen_colour(Colour::white()), (RgbColour{255, 255, 255}));
  EXPECT_EQ(screen_colour(Colour::tint(60)), (RgbColour{240, 240, 240}));
}

TEST(ScreenColour, TakesTheRgbOfTwins) {
  EXPECT_EQ(screen_colour({{}, RgbColour{176, 58, 36}, CmykColour{0, 670, 800, 310}}), (RgbColour{176, 58, 36}));
}

TEST(ScreenColour, MixesInksByThePaperTheyCover) {
  EXPECT_EQ(screen_colour_of_inks(0, 0, 0, 0), (RgbColour{255, 255, 255}));
  EXPECT_EQ(screen_colour_of_inks(0, 1, 1, 0), (RgbColour{237, 28, 36}));
  EXPECT_EQ(screen_colour_of_inks(0.5, 0, 0, 0), (RgbColour{128, 214, 247})) << "half paper, half cyan";
  EXPECT_EQ(screen_colour({{}, {}, CmykColour{0, 0, 0, 1000}}), (RgbColour{35, 31, 32})) << "black ink is not quite black";
}

}  // namespace
}  // namespace banxin
