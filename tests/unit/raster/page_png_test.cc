// Pages as pixels: everything at its place to a fraction of a pixel.
#include "raster/page_png.h"

#include <gtest/gtest.h>

#include "font/face.h"
#include "image/picture.h"
#include "unit/page/run_of.h"

namespace banxin {
namespace {

using namespace literals;

Page page_of(std::vector<PageItem> items) {
  Page page;
  page.trim = {20_pt, 10_pt};
  page.items = std::move(items);
  return page;
}

/// The page's samples at one pixel a point, and how many a pixel has.
DecodedPicture drawn(const Page& page, int dpi = 72) {
  DiagnosticSink sink;
  const Result<std::string> png = page_png(page, dpi, sink);
  if (!png) throw std::runtime_error(png.failure().message.code);
  return (*read_picture(*png, "page.png", {}))->decoded;
}

int gray_at(const DecodedPicture& picture, int x, int y) {
  return static_cast<unsigned char>(picture.samples.at(static_cast<std::size_t>(y * picture.width + x)));
}

PageItem box(const Rectangle& area, std::optional<Colour> fill, std::optional<Colour> stroke = {}, Length weight = {}) {
  return {RectangleItem{area, fill, stroke, weight, {}}, {}, {}};
}

TEST(PagePng, CoversWholePixelsAndPartsOfThem) {
  const DecodedPicture page = drawn(page_of({box({2_pt, 3_pt, 4_pt, 2.5_pt}, Colour::black())}));
  ASSERT_EQ(page.components, 1);
  EXPECT_EQ(std::pair(page.width, page.height), std::pair(20, 10));
  EXPECT_EQ(gray_at(page, 2, 3), 0);
  EXPECT_EQ(gray_at(page, 5, 4), 0);
  EXPECT_EQ(gray_at(page, 6, 4), 255) << "right of it";
  EXPECT_EQ(gray_at(page, 2, 2), 255) << "above it";
  EXPECT_NEAR(gray_at(page, 3, 5), 128, 1) << "its last row is half covered, not moved";
}

TEST(PagePng, StrokesRectanglesInside) {
  const DecodedPicture page = drawn(page_of({box({2_pt, 2_pt, 6_pt, 6_pt}, {}, Colour::black(), 1_pt)}));
  EXPECT_EQ(gray_at(page, 2, 5), 0);
  EXPECT_EQ(gray_at(page, 1, 5), 255);
  EXPECT_EQ(gray_at(page, 3, 5), 255);
}

TEST(PagePng, HasColoursOnlyWhereThereAreSome) {
  EXPECT_EQ(drawn(page_of({box({0_pt, 0_pt, 9_pt, 9_pt}, Colour::tint(500))})).components, 1);
  const DecodedPicture page = drawn(page_of({box({0_pt, 0_pt, 9_pt, 9_pt}, Colour{{}, RgbColour{176, 58, 36}, {}})}));
  EXPECT_EQ(page.components, 3);
  EXPECT_EQ(page.samples.substr(0, 3), "\xb0\x3a\x24");
}

TEST(PagePng, DrawsEachGlyphAtItsAbsolutePlace) {
  const auto face = *open_face(BANXIN_SOURCE_DIR "/tests/fonts/BanxinTestSong-Regular.otf", 0);
  const std::uint32_t glyph = face->nominal_glyph(U'中');
  const FontFace::InkBox ink = face->ink_box(glyph).value();
  for (const double shift : {0.0, 0.25, 0.5}) {
    GlyphRunItem run = test::run_of(*face, "中", {Length::from_points(4 + shift), 8_pt}, 6_pt);
    const DecodedPicture page = drawn(page_of({{run, {}, {}}}), 72 * 16);
    // The ink's edges in sixteenths of a point; a pixel of smoothed edge either way.
    int left = page.width, right = 0, top = page.height;
    for (int y = 0; y < page.height; ++y) {
      for (int x = 0; x < page.width; ++x) {
        if (gray_at(page, x, y) > 127) continue;
        left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y);
      }
    }
    const auto at = [&](double origin, int units) { return 16 * (origin + 6.0 * units / face->units_per_em()); };
    EXPECT_NEAR(left, at(4 + shift, ink.x_min), 1);
    EXPECT_NEAR(right, at(4 + shift, ink.x_max), 1);
    EXPECT_NEAR(top, 16 * (8 - 6.0 * ink.y_max / face->units_per_em()), 1);
  }
}

TEST(PagePng, CropsPicturesAndKeepsTheirEdgesHard) {
  auto picture = std::make_shared<Picture>();
  picture->format = Picture::Format::png;
  picture->width = picture->height = 1;
  picture->decoded = {1, 1, true, std::string(1, '\0'), {}};
  const DecodedPicture page = drawn(page_of({{ImageItem{{2_pt, 2_pt, 6_pt, 6_pt}, {2_pt, 2_pt, 3_pt, 6_pt}, picture}, {}, {}}}));
  EXPECT_EQ(gray_at(page, 2, 2), 0);
  EXPECT_EQ(gray_at(page, 4, 7), 0);
  EXPECT_EQ(gray_at(page, 5, 5), 255) << "cropped away";
  EXPECT_EQ(gray_at(page, 1, 5), 255);
}

TEST(PagePng, ShowsAnEmptyFrameForAPageOfAPdfAndSaysSo) {
  auto picture = std::make_shared<Picture>();
  picture->format = Picture::Format::vector;
  picture->name = "plan.pdf";
  const Page page = page_of({{ImageItem{{2_pt, 1_pt, 16_pt, 8_pt}, {2_pt, 1_pt, 16_pt, 8_pt}, picture}, {}, {}}});
  EXPECT_EQ(gray_at(drawn(page), 10, 2), 240) << "the tint of the frame";
  DiagnosticSink sink;
  ASSERT_TRUE(page_png(page, 72, sink));
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all().front().severity, Severity::warning);
  EXPECT_EQ(sink.all().front().message.code, "raster-pdf-figure");
}

TEST(PagePng, FailsWhereCairoHasNoRoom) {
  Page page = page_of({});
  page.trim = {4000_pt, 10_pt};
  DiagnosticSink sink;
  const Result<std::string> png = page_png(page, 1200, sink);
  ASSERT_FALSE(png);
  EXPECT_EQ(png.failure().message.code, "raster-too-large");
}

}  // namespace
}  // namespace banxin
