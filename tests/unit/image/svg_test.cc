// SVG drawings: told from other files, measured, and kept from reading anything but themselves.
#include "image/svg.h"

#include <gtest/gtest.h>

#include "image/picture.h"

namespace banxin {
namespace {

Result<std::shared_ptr<const Picture>> read(const std::string& bytes) { return read_picture(bytes, "chart.svg", PictureLimits{}); }

std::string drawing(const std::string& attributes, const std::string& inside = R"(<rect width="9" height="9"/>)") {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )" + attributes + ">" + inside + "</svg>";
}

/// Built without librsvg there is the message alone.
bool is_built() {
  const auto picture = read(drawing(R"(width="10" height="10")"));
  return picture || picture.failure().message.code != "image-svg-not-built";
}

TEST(Svg, IsTheFirstElement) {
  EXPECT_TRUE(is_svg("<svg>"));
  EXPECT_TRUE(is_svg("\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC \"x\">\n<svg width='1'>"));
  EXPECT_FALSE(is_svg("<html><svg>"));
  EXPECT_FALSE(is_svg("<!-- never closed <svg>"));
  EXPECT_FALSE(is_svg(""));
}

TEST(Svg, IsMeasuredInCssPixels) {
  if (!is_built()) GTEST_SKIP() << "built without librsvg";
  const auto sized = read(drawing(R"(width="320" height="200")"));
  ASSERT_TRUE(sized);
  EXPECT_EQ((*sized)->format, Picture::Format::vector);
  EXPECT_EQ((*sized)->width, 24000);
  EXPECT_EQ((*sized)->height, 15000);
  const auto boxed = read(drawing(R"(viewBox="0 0 40 20")"));
  ASSERT_TRUE(boxed);
  EXPECT_EQ((*boxed)->width, 3000);
  EXPECT_EQ((*boxed)->height, 1500);
}

TEST(Svg, IsGrayWhenNothingInItHasAColour) {
  if (!is_built()) GTEST_SKIP() << "built without librsvg";
  EXPECT_EQ((*read(drawing(R"(width="9" height="9")")))->components, Picture::Components::gray);
  EXPECT_EQ((*read(drawing(R"(width="9" height="9")", R"(<rect width="5" height="5" fill="red"/>)")))->components,
            Picture::Components::rgb);
}

TEST(Svg, IsAnsweredWhenItCannotBeDrawn) {
  if (!is_built()) GTEST_SKIP() << "built without librsvg";
  EXPECT_EQ(read(drawing("")).failure().message.code, "image-svg-empty");
  EXPECT_EQ(read(drawing(R"(width="0" height="9")")).failure().message.code, "image-svg-empty");
  EXPECT_EQ(read("<svg").failure().message.code, "image-damaged");
}

TEST(Svg, ReadsNoOtherFile) {
  if (!is_built()) GTEST_SKIP() << "built without librsvg";
  const auto picture =
      read(drawing(R"(width="9" height="9")", R"(<image width="9" height="9" xlink:href="file:///usr/share/pixmaps/debian-logo.png"/>)"));
  ASSERT_TRUE(picture);
  for (const VectorFigure::Object& object : (*picture)->vector.objects) {
    for (const auto& [key, value] : object.entries) EXPECT_FALSE(key == "Subtype" && value.text == "/Image");
  }
}

}  // namespace
}  // namespace banxin
