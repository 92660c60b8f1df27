// JPEG files, read back.
#include "image/jpeg_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/jpeg_pixels.h"

namespace banxin {
namespace {

using Components = Picture::Components;

class WrittenJpeg : public testing::TestWithParam<std::pair<Components, const char*>> {};

TEST_P(WrittenJpeg, HoldsThePixelsThatWentIn) {
  constexpr int side = 16;
  const std::string colour = GetParam().second;
  std::string samples;
  for (int i = 0; i < side * side; ++i) samples += colour;
  const auto picture = read_picture(write_jpeg(samples, side, side, static_cast<int>(colour.size()), 95), "plain.jpg", {});
  ASSERT_TRUE(picture);
  EXPECT_EQ((*picture)->components, GetParam().first);
  const auto pixels = decode_jpeg(**picture, side, side);
  ASSERT_TRUE(pixels);
  ASSERT_EQ(pixels->samples.size(), samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i)
    ASSERT_NEAR(static_cast<unsigned char>(pixels->samples[i]), static_cast<unsigned char>(samples[i]), 3) << i;
}

INSTANTIATE_TEST_SUITE_P(Jpeg, WrittenJpeg,
                         testing::Values(std::pair(Components::gray, "\x30"), std::pair(Components::rgb, "\xc8\x28\x50"),
                                         std::pair(Components::cmyk, "\x10\xf0\x80\x20")));

}  // namespace
}  // namespace banxin
