#include <gtest/gtest.h>

#include "image/picture.h"
#include "png_maker.h"

namespace banxin {
namespace {

using namespace std::string_literals;

std::shared_ptr<const Picture> read(const std::string& bytes) {
  const auto picture = read_picture(bytes, "chart.png", PictureLimits{});
  EXPECT_TRUE(picture);
  return picture ? *picture : nullptr;
}

const PngRecipe rgb_recipe = {.width = 2, .height = 2, .rows = "\1\2\3\4\5\6\7\10\11\12\13\14"};

struct DecodeCase {
  const char* what;
  PngRecipe recipe;
  bool gray;
  std::string samples, alpha;
};

TEST(Png, DecodesEveryKindToEightBits) {
  const DecodeCase cases[] = {
      {"RGB", rgb_recipe, false, rgb_recipe.rows, ""},
      {"gray", {.width = 2, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\x10\x20"}, true, "\x10\x20", ""},
      {"one bit of gray", {.width = 4, .bit_depth = 1, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\xa0"}, true, "\xff\0\xff\0"s, ""},
      {"16 bits", {.width = 1, .bit_depth = 16, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\x80\x80"}, true, "\x80", ""},
      {"RGB and alpha", {.width = 1, .colour_type = PNG_COLOR_TYPE_RGB_ALPHA, .rows = "\1\2\3\x7f"}, false, "\1\2\3", "\x7f"},
      {"opaque alpha is left out", {.width = 1, .colour_type = PNG_COLOR_TYPE_RGB_ALPHA, .rows = "\1\2\3\xff"}, false, "\1\2\3", ""},
      {"gray and alpha", {.width = 2, .colour_type = PNG_COLOR_TYPE_GRAY_ALPHA, .rows = "\1\0\2\xff"s}, true, "\1\2", "\0\xff"s},
      {"palette",
       {.width = 2, .colour_type = PNG_COLOR_TYPE_PALETTE, .rows = "\1\0"s, .palette = {{1, 2, 3}, {4, 5, 6}}},
       false,
       "\4\5\6\1\2\3",
       ""},
      {"palette with transparency",
       {.width = 2, .colour_type = PNG_COLOR_TYPE_PALETTE, .rows = "\0\1"s, .palette = {{1, 2, 3}, {4, 5, 6}}, .palette_alpha = "\x40"},
       false,
       "\1\2\3\4\5\6",
       "\x40\xff"},
      {"one transparent gray",
       {.width = 2, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\x10\x20", .transparent_gray = 0x10},
       true,
       "\x10\x20",
       "\0\xff"s},
  };
  for (const DecodeCase& c : cases) {
    const auto picture = read(make_png(c.recipe));
    EXPECT_EQ(picture->components, c.gray ? Picture::Components::gray : Picture::Components::rgb) << c.what;
    EXPECT_EQ(picture->bits_per_component, c.recipe.bit_depth) << c.what;
    EXPECT_EQ(picture->decoded.width, c.recipe.width) << c.what;
    EXPECT_EQ(picture->decoded.components, c.gray ? 1 : 3) << c.what;
    EXPECT_EQ(picture->decoded.samples, c.samples) << c.what;
    EXPECT_EQ(picture->decoded.alpha, c.alpha) << c.what;
  }
}

TEST(Png, InterlacedPixelsComeOutInOrder) {
  PngRecipe recipe = {.width = 9, .height = 9, .colour_type = PNG_COLOR_TYPE_GRAY, .interlaced = true};
  for (int i = 0; i < 81; ++i) recipe.rows.push_back(static_cast<char>(i));
  EXPECT_EQ(read(make_png(recipe))->decoded.samples, recipe.rows);
}

TEST(Png, HeaderTellsSizeAndResolution) {
  PngRecipe recipe = rgb_recipe;
  recipe.dots_per_metre = 11811;
  const auto picture = read(make_png(recipe));
  EXPECT_EQ(picture->format, Picture::Format::png);
  EXPECT_EQ(picture->width, 2);
  EXPECT_EQ(picture->height, 2);
  EXPECT_NEAR(picture->dots_per_inch.value(), 300, 0.01);
  EXPECT_FALSE(read(make_png(rgb_recipe))->dots_per_inch);
}

TEST(Png, CutShortIsDamaged) {
  const std::string whole = make_png(rgb_recipe);
  for (std::size_t size = 8; size < whole.size(); ++size) {
    const auto picture = read_picture(whole.substr(0, size), "chart.png", PictureLimits{});
    ASSERT_FALSE(picture) << size;
    EXPECT_EQ(picture.failure().message.code, "image-damaged");
  }
}

TEST(Png, ChangedBytesGiveAPictureOrAFault) {
  const std::string whole = make_png(rgb_recipe);
  int damaged = 0;
  for (std::size_t place = 8; place < whole.size(); ++place) {
    std::string changed = whole;
    changed[place] = static_cast<char>(changed[place] ^ 0x55);
    if (!read_picture(changed, "chart.png", PictureLimits{})) ++damaged;
  }
  EXPECT_GT(damaged, 20);
}

/// A file of good chunks, good checksums and all, around the pixels of a smaller picture.
TEST(Png, TooFewPixelsAreDamaged) {
  PngRecipe small = {.width = 4, .height = 1, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\1\2\3\4"};
  PngRecipe large = {.width = 4, .height = 3, .colour_type = PNG_COLOR_TYPE_GRAY, .rows = "\1\2\3\4\1\2\3\4\1\2\3\4"};
  const auto header_end = [](const std::string& file) { return file.find("IDAT") - 4; };
  const std::string from_small = make_png(small), from_large = make_png(large);
  const std::string mixed = from_large.substr(0, header_end(from_large)) + from_small.substr(header_end(from_small));
  EXPECT_TRUE(read_picture(from_large, "chart.png", PictureLimits{}));
  const auto picture = read_picture(mixed, "chart.png", PictureLimits{});
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.failure().message.code, "image-damaged");
}

TEST(Png, PixelsOverTheLimitAreNotDecoded) {
  PictureLimits limits;
  limits.pixels = static_cast<std::size_t>(rgb_recipe.width) * static_cast<std::size_t>(rgb_recipe.height);
  EXPECT_TRUE(read_picture(make_png(rgb_recipe), "chart.png", limits));
  --limits.pixels;
  const auto picture = read_picture(make_png(rgb_recipe), "chart.png", limits);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.failure().message.code, "image-too-large");
  limits.pixels = 4;
  EXPECT_TRUE(read_picture(make_png(rgb_recipe), "chart.png", limits));
}

TEST(ReadPicture, NamesFormatsThatAreNotRead) {
  const std::pair<std::string, std::string> cases[] = {
      {"GIF89a......", "GIF"}, {"RIFF....WEBPVP8 ", "WebP"}, {"....ftypheic....", "HEIC"}, {"II*\0........"s, "TIFF"}};
  for (const auto& [bytes, format] : cases) {
    const auto picture = read_picture(bytes, "a", PictureLimits{});
    ASSERT_FALSE(picture) << format;
    EXPECT_EQ(picture.failure().message.code, "image-other-format") << format;
    EXPECT_EQ(picture.failure().message.arguments[1].second, format);
  }
  for (const std::string& bytes : {""s, "hello"s, "\xff"s}) {
    EXPECT_EQ(read_picture(bytes, "a", PictureLimits{}).failure().message.code, "image-unknown-format");
  }
}

TEST(ReadPicture, FileOverTheLimit) {
  PictureLimits limits;
  limits.bytes = make_png(rgb_recipe).size();
  EXPECT_TRUE(read_picture(make_png(rgb_recipe), "chart.png", limits));
  --limits.bytes;
  EXPECT_EQ(read_picture(make_png(rgb_recipe), "chart.png", limits).failure().message.code, "file-too-large");
}

}  // namespace
}  // namespace banxin
