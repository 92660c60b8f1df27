// Pictures: passed through, placed upright, written once.
#include "pdf/image_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/write.h"
#include "subprocess.h"
#include "unit/image/png_maker.h"

namespace banxin::pdf {
namespace {

using namespace literals;
using testing::HasSubstr;
using testing::Not;

std::shared_ptr<Picture> jpeg(Picture::Components components) {
  auto picture = std::make_shared<Picture>();
  picture->components = components;
  picture->width = 30;
  picture->height = 20;
  picture->bytes = "not looked into";
  return picture;
}

PagedDocument page_with(const std::vector<ImageItem>& images) {
  PagedDocument document;
  document.pages.resize(1);
  document.pages[0].trim = {100_pt, 200_pt};
  for (const ImageItem& image : images) document.pages[0].items.push_back({image, {}, {}});
  return document;
}

TEST(Images, PassJpegBytesThrough) {
  const auto image = encode_image(*jpeg(Picture::Components::gray), {});
  EXPECT_EQ(image.data, "not looked into");
  EXPECT_EQ(image.dictionary.text(),
            "<</Type/XObject/Subtype/Image/Width 30/Height 20/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode>>");
}

TEST(Images, TurnInvertedInksBack) {
  const auto picture = jpeg(Picture::Components::cmyk);
  EXPECT_THAT(encode_image(*picture, {}).dictionary.text(), Not(HasSubstr("/Decode[")));
  picture->inverted_cmyk = true;
  EXPECT_THAT(encode_image(*picture, {}).dictionary.text(),
              HasSubstr("/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]"));
}

TEST(Images, KeepTheirProfilesEachWrittenOnce) {
  const auto one = jpeg(Picture::Components::cmyk), other = jpeg(Picture::Components::cmyk), plain = jpeg(Picture::Components::rgb);
  one->colour_profile = other->colour_profile = "a profile of inks";
  one->inverted_cmyk = true;
  other->bytes = "the other one";
  const Rectangle area{10_pt, 20_pt, 30_pt, 20_pt};
  const std::string file = *write_pdf(page_with({{area, area, one}, {area, area, other}, {area, area, plain}}), {.compress = false});
  EXPECT_EQ(file.find("a profile of inks"), file.rfind("a profile of inks"));
  EXPECT_NE(file.find("/Alternate /DeviceCMYK"), std::string::npos);
  const auto count = [&](std::string_view part) {
    int found = 0;
    for (std::size_t at = file.find(part); at != std::string::npos; at = file.find(part, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("/ICCBased"), 2);
  EXPECT_EQ(count("/ColorSpace /DeviceRGB"), 1);
  EXPECT_EQ(count("/Decode[") + count("/Decode ["), 1);
}

TEST(Images, AreWrittenOnceHoweverOftenTheyAreShown) {
  const auto picture = jpeg(Picture::Components::rgb);
  const ImageItem item{{10_pt, 20_pt, 30_pt, 20_pt}, {10_pt, 20_pt, 30_pt, 20_pt}, picture};
  const std::string file = *write_pdf(page_with({item, item}), {.compress = false});
  EXPECT_EQ(file.find("not looked into"), file.rfind("not looked into"));
  EXPECT_THAT(file, HasSubstr("q\n30 0 0 20 10 160 cm\n/Im1 Do\nQ\n"));
}

TEST(Images, AreClipped) {
  const ImageItem item{{10_pt, 20_pt, 60_pt, 40_pt}, {20_pt, 20_pt, 40_pt, 40_pt}, jpeg(Picture::Components::rgb)};
  EXPECT_THAT(*write_pdf(page_with({item}), {.compress = false}), HasSubstr("q\n20 140 40 40 re\nW n\n60 0 0 40 10 140 cm\n/Im1 Do\nQ\n"));
}

std::shared_ptr<const Picture> png(const PngRecipe& recipe) { return *read_picture(make_png(recipe), "test.png", {}); }

TEST(Images, DecodePngAndKeepItsTransparencyAsAMask) {
  PngRecipe recipe;
  recipe.width = 2;
  recipe.colour_type = PNG_COLOR_TYPE_RGB_ALPHA;
  recipe.rows = {"\x10\x20\x30\x40\x50\x60\x70\x80", 8};
  const auto image = encode_image(*png(recipe), {.compress = false});
  EXPECT_EQ(image.data, "\x10\x20\x30\x50\x60\x70");
  EXPECT_EQ(image.mask, "\x40\x80");
  EXPECT_THAT(image.dictionary.text(), HasSubstr("/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"));
  EXPECT_THAT(image.mask_dictionary.text(), HasSubstr("/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"));
}

TEST(Images, AreReadBackWithTheirMasks) {
  PngRecipe grey, transparent;
  grey.colour_type = PNG_COLOR_TYPE_GRAY;
  grey.rows = "\x7f";
  transparent.colour_type = PNG_COLOR_TYPE_RGB_ALPHA;
  transparent.rows = "\x10\x20\x30\x40";
  const Rectangle area{10_pt, 20_pt, 30_pt, 30_pt};
  const test::TemporaryFile file(*write_pdf(page_with({{area, area, png(grey)}, {area, area, png(transparent)}}), {}));
  EXPECT_EQ(test::run_program("qpdf --check " + file.path()).status, 0);
  const std::string list = test::run_program("pdfimages -list " + file.path()).text;
  for (const char* row : {"0 image       1     1  gray    1   8  image", "1 image       1     1  rgb     3   8  image",
                          "2 smask       1     1  gray    1   8  image"})
    EXPECT_THAT(list, HasSubstr(row));
}

/// Where a corner of the stored picture is seen: (0, 0) is its first row's left end.
struct Corner {
  bool right, bottom;
};

struct Orientation {
  int exif;
  Corner first_of_first_row, last_of_first_row, first_of_last_row;  ///< where EXIF says they are seen
};

class Orientations : public testing::TestWithParam<Orientation> {};

TEST_P(Orientations, AreTurnedUpright) {
  const Rectangle area{10_pt, 20_pt, 30_pt, 40_pt};
  Page page;
  page.trim = {100_pt, 100_pt};
  const auto m = image_matrix(area, Sheet(page), GetParam().exif);
  const auto seen = [&](int x, int y) { return Point{m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]}; };
  const auto wanted = [&](Corner corner) {
    return Point{corner.right ? area.right() : area.x, 100_pt - (corner.bottom ? area.bottom() : area.y)};
  };
  EXPECT_EQ(seen(0, 1), wanted(GetParam().first_of_first_row));
  EXPECT_EQ(seen(1, 1), wanted(GetParam().last_of_first_row));
  EXPECT_EQ(seen(0, 0), wanted(GetParam().first_of_last_row));
}

constexpr Corner top_left{false, false}, top_right{true, false}, bottom_left{false, true}, bottom_right{true, true};
INSTANTIATE_TEST_SUITE_P(
    Exif, Orientations,
    testing::Values(Orientation{1, top_left, top_right, bottom_left}, Orientation{2, top_right, top_left, bottom_right},
                    Orientation{3, bottom_right, bottom_left, top_right}, Orientation{4, bottom_left, bottom_right, top_left},
                    Orientation{5, top_left, bottom_left, top_right}, Orientation{6, top_right, bottom_right, top_left},
                    Orientation{7, bottom_right, top_right, bottom_left}, Orientation{8, bottom_left, top_left, bottom_right}),
    [](const auto& test_case) { return "orientation_" + std::to_string(test_case.param.exif); });

}  // namespace
}  // namespace banxin::pdf
