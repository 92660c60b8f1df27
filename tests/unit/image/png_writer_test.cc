// PNG files as written, read back.
#include "image/png_writer.h"

#include <gtest/gtest.h>

#include "image/picture.h"

namespace banxin {
namespace {

TEST(PngWriter, WritesWhatTheReaderReads) {
  const std::string rgb = "\x01\x02\x03\x04\x05\x06", rgba = "\x01\x02\x03\x7f\x04\x05\x06\xff";
  const auto opaque = read_picture(write_png({2, 1, 3, rgb, 300}), "a.png", {});
  ASSERT_TRUE(opaque);
  EXPECT_EQ((*opaque)->decoded.samples, rgb);
  EXPECT_NEAR((*opaque)->dots_per_inch.value(), 300, 0.02);
  const auto transparent = read_picture(write_png({1, 2, 4, rgba, 0}), "a.png", {});
  ASSERT_TRUE(transparent);
  EXPECT_EQ((*transparent)->height, 2);
  EXPECT_EQ((*transparent)->decoded.samples, rgb);
  EXPECT_EQ((*transparent)->decoded.alpha, "\x7f\xff");
  EXPECT_FALSE((*transparent)->dots_per_inch);
}

}  // namespace
}  // namespace banxin
