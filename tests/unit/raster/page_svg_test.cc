// Pages as SVG elements.
#include "raster/page_svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "font/face.h"
#include "unit/page/run_of.h"

namespace banxin {
namespace {

using namespace literals;
using testing::HasSubstr;
using testing::Not;

TEST(PageSvg, StatesPlacesInPointsOfThePage) {
  Page page;
  page.trim = {20_pt, 10.5_pt};
  page.items.push_back({StrokeItem{{1_pt, 2_pt}, {3.25_pt, 2_pt}, 0.5_pt, Colour::tint(500), {1_pt, 2_pt}, true}, {}, {}});
  DiagnosticSink sink;
  const std::string svg = page_svg(page, "甲 & 乙", sink);
  EXPECT_THAT(svg, HasSubstr("width=\"20pt\" height=\"10.5pt\" viewBox=\"0 0 20 10.5\""));
  EXPECT_THAT(svg, HasSubstr("<title>甲 &amp; 乙</title>"));
  EXPECT_THAT(svg,
              HasSubstr("stroke=\"#808080\" stroke-width=\"0.5\" stroke-linecap=\"round\" stroke-dasharray=\"1 2\" d=\"M1 2L3.25 2\""));
}

TEST(PageSvg, DefinesAnOutlineOnceAndUsesItWhereItStands) {
  const auto face = *open_face(BANXIN_SOURCE_DIR "/tests/fonts/BanxinTestSong-Regular.otf", 0);
  Page page;
  page.trim = {100_pt, 50_pt};
  page.items.push_back({test::run_of(*face, "中中\u3000国", {10_pt, 30_pt}, 12_pt), {}, {}});
  DiagnosticSink sink;
  const std::string svg = page_svg(page, "", sink);
  EXPECT_THAT(svg, HasSubstr("<path id=\"g2\""));
  EXPECT_THAT(svg, Not(HasSubstr("id=\"g3\""))) << "a blank has no outline";
  // 12 pt over an em of 1200 units; glyphs stand at whole ems of it.
  EXPECT_THAT(svg, HasSubstr("matrix(0.01 0 0 -0.01 10 30)\"><use xlink:href=\"#g1\"/><use xlink:href=\"#g1\" x=\"1200\"/><use "
                             "xlink:href=\"#g2\" x=\"3600\"/>"));
}

}  // namespace
}  // namespace banxin
