// Colours through ICC profiles.
#include "colour/transform.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_profile.h"

namespace banxin {
namespace {

IccProfile test_inks() { return *read_icc_profile(test::cmyk_profile()); }

TEST(IccProfiles, TellWhatTheyAre) {
  const IccProfile inks = test_inks();
  EXPECT_EQ(inks.space, ColourSpace::cmyk);
  EXPECT_TRUE(inks.is_of_printer);
  EXPECT_EQ(inks.description, "Banxin test inks");
  const auto gray = read_icc_profile(test::gray_printer_profile());
  ASSERT_TRUE(gray);
  EXPECT_EQ(gray->space, ColourSpace::gray);
}

TEST(IccProfiles, AreToldFromOtherFiles) {
  EXPECT_FALSE(read_icc_profile(""));
  EXPECT_FALSE(read_icc_profile("no profile"));
  EXPECT_FALSE(read_icc_profile(test::cmyk_profile().substr(0, 200)));
  std::string link = test::cmyk_profile();
  EXPECT_FALSE(read_icc_profile(link.replace(12, 4, "link")));
}

TEST(ColourTransform, LeavesPaperWhite) {
  const auto transform = ColourTransform::to_profile({}, ColourSpace::rgb, test_inks());
  ASSERT_TRUE(transform);
  EXPECT_EQ(transform->inks_of({255, 255, 255}), (CmykColour{0, 0, 0, 0}));
}

TEST(ColourTransform, TakesTheProfilesInks) {
  const auto transform = ColourTransform::to_profile({}, ColourSpace::rgb, test_inks());
  const CmykColour black = transform->inks_of({0, 0, 0});
  EXPECT_NEAR(black.cyan, 750, 15) << "the profile's black is one of four inks";
  EXPECT_GT(black.black, 800);
  const CmykColour red = transform->inks_of({230, 20, 20});
  EXPECT_LT(red.cyan, 150);
  EXPECT_GT(red.magenta, 800);
  EXPECT_GT(red.yellow, 800);
}

TEST(ColourTransform, ConvertsPixelsAsItConvertsColours) {
  const auto transform = ColourTransform::to_profile({}, ColourSpace::rgb, test_inks());
  const std::string pixel = transform->pixels(std::string("\xe6\x14\x14\xff\xff\xff", 6));
  ASSERT_EQ(pixel.size(), 8u);
  const CmykColour red = transform->inks_of({230, 20, 20});
  EXPECT_NEAR(static_cast<unsigned char>(pixel[1]) / 255.0, red.magenta / 1000.0, 0.01);
  EXPECT_EQ(pixel.substr(4), std::string(4, '\0'));
}

TEST(ColourTransform, GrayKeepsTheLightness) {
  const auto transform = ColourTransform::to_gray({}, ColourSpace::rgb);
  ASSERT_TRUE(transform);
  EXPECT_NEAR(transform->gray_of(RgbColour{128, 128, 128}).black, 1000 - 128 * 1000 / 255, 4) << "a neutral colour keeps its value";
  EXPECT_EQ(transform->gray_of(RgbColour{255, 255, 255}).black, 0);
  EXPECT_EQ(transform->gray_of(RgbColour{0, 0, 0}).black, 1000);
  // Green is bright to the eye, blue dark.
  EXPECT_LT(transform->gray_of(RgbColour{0, 255, 0}).black, 200);
  EXPECT_GT(transform->gray_of(RgbColour{0, 0, 255}).black, 600);
}

TEST(ColourTransform, IsNotMadeOfWhatIsNoProfile) {
  EXPECT_FALSE(ColourTransform::to_gray("no profile", ColourSpace::rgb));
  EXPECT_FALSE(ColourTransform::to_gray({}, ColourSpace::cmyk)) << "inks mean nothing without a profile";
  EXPECT_FALSE(ColourTransform::to_gray(test::cmyk_profile(), ColourSpace::rgb)) << "a profile of other components";
}

}  // namespace
}  // namespace banxin
