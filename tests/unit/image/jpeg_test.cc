#include <gtest/gtest.h>

#include "image/jpeg.h"
#include "image/picture.h"
#include "jpeg_maker.h"

namespace banxin {
namespace {

Result<std::shared_ptr<const Picture>> read(const std::string& bytes) { return read_picture(bytes, "hall.jpg", PictureLimits{}); }

std::string fault(const std::string& bytes) {
  const auto picture = read(bytes);
  return picture ? "none" : picture.failure().message.code;
}

TEST(Jpeg, SizeAndComponents) {
  const std::pair<int, Picture::Components> cases[] = {
      {1, Picture::Components::gray}, {3, Picture::Components::rgb}, {4, Picture::Components::cmyk}};
  for (const auto& [count, components] : cases) {
    const auto picture = read(jpeg_file("", {.width = 640, .height = 480, .components = count}));
    ASSERT_TRUE(picture) << count;
    EXPECT_EQ((*picture)->format, Picture::Format::jpeg);
    EXPECT_EQ((*picture)->components, components);
    EXPECT_EQ((*picture)->width, 640);
    EXPECT_EQ((*picture)->height, 480);
    EXPECT_EQ((*picture)->orientation, 1);
    EXPECT_FALSE((*picture)->inverted_cmyk);
    EXPECT_FALSE((*picture)->dots_per_inch);
  }
}

TEST(Jpeg, BytesPassThrough) {
  const std::string bytes = jpeg_file(jfif_segment(1, 300));
  EXPECT_EQ((*read(bytes))->bytes, bytes);
}

TEST(Jpeg, ResolutionFromJfifElseExif) {
  EXPECT_DOUBLE_EQ((*read(jpeg_file(jfif_segment(1, 300))))->dots_per_inch.value(), 300);
  EXPECT_DOUBLE_EQ((*read(jpeg_file(jfif_segment(2, 100))))->dots_per_inch.value(), 254);
  EXPECT_FALSE((*read(jpeg_file(jfif_segment(0, 300))))->dots_per_inch) << "an aspect ratio";
  EXPECT_FALSE((*read(jpeg_file(jfif_segment(1, 1))))->dots_per_inch) << "an aspect ratio labelled as dots per inch";
  EXPECT_DOUBLE_EQ((*read(jpeg_file(exif_segment(1, 240, 2))))->dots_per_inch.value(), 240);
  EXPECT_DOUBLE_EQ((*read(jpeg_file(exif_segment(1, 100, 3))))->dots_per_inch.value(), 254);
  EXPECT_DOUBLE_EQ((*read(jpeg_file(jfif_segment(1, 300) + exif_segment(1, 72, 2))))->dots_per_inch.value(), 300);
}

TEST(Jpeg, OrientationSwapsTheSidesAsSeen) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const auto picture = *read(jpeg_file(exif_segment(orientation, 72, 2)));
    EXPECT_EQ(picture->orientation, orientation);
    EXPECT_EQ(picture->upright_width(), orientation >= 5 ? 30 : 40);
    EXPECT_EQ(picture->upright_height(), orientation >= 5 ? 40 : 30);
  }
  EXPECT_EQ((*read(jpeg_file(exif_segment(9, 72, 2))))->orientation, 1);
}

TEST(Jpeg, LittleEndianExif) {
  const std::string tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0", 26);
  EXPECT_EQ((*read(jpeg_file(segment(0xe1, std::string("Exif\0\0", 6) + tiff))))->orientation, 6);
}

TEST(Jpeg, ExifThatLiesAboutItsSizeIsPassedOver) {
  const std::string whole = exif_block(6, 72, 2);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    EXPECT_TRUE(read(jpeg_file(segment(0xe1, std::string("Exif\0\0", 6) + whole.substr(0, size))))) << size;
  }
}

TEST(Jpeg, AdobeMarkerInvertsCmyk) {
  const std::string adobe = segment(0xee, std::string("Adobe\0\x64\0\0\0\0\x02", 12));
  EXPECT_TRUE((*read(jpeg_file(adobe, {.components = 4})))->inverted_cmyk);
  EXPECT_FALSE((*read(jpeg_file(adobe, {.components = 3})))->inverted_cmyk);
}

TEST(Jpeg, ProfileIsJoinedInOrder) {
  const std::string profile = icc_profile("RGB ", 400);
  const std::string parts = icc_segment(2, 2, profile.substr(300)) + icc_segment(1, 2, profile.substr(0, 300));
  EXPECT_EQ((*read(jpeg_file(parts)))->colour_profile, profile);
}

TEST(Jpeg, ProfilesOfNoUseAreLeftOut) {
  const std::string profile = icc_profile("RGB ", 400);
  EXPECT_EQ((*read(jpeg_file(icc_segment(1, 2, profile.substr(0, 300)))))->colour_profile, "") << "a part is missing";
  EXPECT_EQ((*read(jpeg_file(icc_segment(1, 1, profile.substr(0, 300)))))->colour_profile, "") << "shorter than it says";
  EXPECT_EQ((*read(jpeg_file(icc_segment(1, 1, icc_profile("CMYK", 400)))))->colour_profile, "") << "of another colour space";
}

struct FaultCase {
  const char* what;
  std::string bytes;
  const char* code;
};

TEST(Jpeg, KindsThatPdfCanHold) {
  const FaultCase cases[] = {
      {"baseline", jpeg_file("", {.marker = 0xc0}), "none"},
      {"extended sequential", jpeg_file("", {.marker = 0xc1}), "none"},
      {"progressive", jpeg_file("", {.marker = 0xc2}), "none"},
      {"lossless", jpeg_file("", {.marker = 0xc3}), "image-jpeg-lossless"},
      {"hierarchical", jpeg_file("", {.marker = 0xc5}), "image-jpeg-lossless"},
      {"arithmetic", jpeg_file("", {.marker = 0xc9}), "image-jpeg-arithmetic"},
      {"12 bits", jpeg_file("", {.precision = 12}), "image-jpeg-bits"},
      {"two components", jpeg_file("", {.components = 2}), "image-jpeg-components"},
      {"no height", jpeg_file("", {.height = 0}), "image-damaged"},
  };
  for (const FaultCase& c : cases) EXPECT_EQ(fault(c.bytes), c.code) << c.what;
}

TEST(Jpeg, CutShortIsDamaged) {
  const std::string whole = jpeg_file(jfif_segment(1, 300) + exif_segment(6, 72, 2));
  for (std::size_t size = 2; size < whole.size(); ++size) EXPECT_EQ(fault(whole.substr(0, size)), "image-damaged") << size;
  EXPECT_EQ(fault(whole + "bytes that a camera put after it"), "none");
}

TEST(Jpeg, ScansOfAProgressiveFileGoOnToTheEnd) {
  const std::string head = "\xff\xd8" + frame_segment({.marker = 0xc2});
  const std::string scan = segment(0xda, std::string_view("\x01\x01\x00\x00\x3f\x00", 6)) + std::string("\x12\xff\x00\x34\xff\xd0\x56", 7);
  const std::string tables = segment(0xc4, "tables, with \xff\xd9 in them"), end = "\xff\xd9";
  EXPECT_EQ(fault(head + scan + tables + scan + end), "none");
  EXPECT_EQ(fault(head + scan + tables), "image-damaged") << "what looks like the end stands in a segment";
  EXPECT_EQ(fault(head + scan + tables + scan), "image-damaged");
  EXPECT_EQ(fault(head + scan + tables.substr(0, 6)), "image-damaged");
}

TEST(Jpeg, FillBytesBetweenSegments) { EXPECT_EQ(fault(jpeg_file("\xff\xff\xff" + jfif_segment(1, 300))), "none"); }

TEST(Jpeg, LosesItsExifAlone) {
  const std::string jfif = jfif_segment(1, 300), exif = exif_segment(6, 300, 2);
  EXPECT_EQ(jpeg_without_exif(jpeg_file(jfif + exif)), jpeg_file(jfif));
  EXPECT_EQ(jpeg_without_exif(jpeg_file(exif + jfif)), jpeg_file(jfif));
  EXPECT_EQ(jpeg_without_exif(jpeg_file(jfif)), jpeg_file(jfif));
}

}  // namespace
}  // namespace banxin
