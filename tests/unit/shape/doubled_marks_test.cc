#include "shape/doubled_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

using namespace literals;

/// A glyph for each character, all alike: at 10 pt, with this advance and ink.
ShapedText shape_alike(const std::string& text, Length advance, Length ink_begin, Length ink_end) {
  ShapedText shaped;
  for (std::uint32_t at = 0; at < text.size(); at += 3) {
    Cluster cluster;
    cluster.text_begin = at;
    cluster.text_end = at + 3;
    cluster.glyph_begin = at / 3;
    cluster.glyph_end = at / 3 + 1;
    cluster.size = 10_pt;
    cluster.advance = advance;
    cluster.ink_begin = ink_begin;
    cluster.ink_end = ink_end;
    shaped.clusters.push_back(cluster);
    shaped.glyphs.push_back({7, Length(), Length(), advance});
  }
  return shaped;
}

/// Where a pair's first ink ends and its second begins, from the origin of the first.
struct Seam {
  Length end, begin;
};
Seam seam_of(const ShapedText& shaped, Length ink_begin, Length ink_end) {
  return {shaped.glyphs[0].x_offset + ink_end, shaped.glyphs[0].advance + shaped.glyphs[1].x_offset + ink_begin};
}

TEST(DoubledMarks, LeavesDashesThatTouch) {
  const std::string text = "——";
  ShapedText shaped = shape_alike(text, 10_pt, 0_pt, 10_pt);
  join_doubled_marks(shaped, 0, text);
  ASSERT_EQ(shaped.clusters.size(), 1u);
  EXPECT_EQ(shaped.clusters[0].advance, 20_pt);
  EXPECT_EQ(shaped.clusters[0].glyph_end, 2u);
  EXPECT_EQ(shaped.glyphs[0].x_offset, 0_pt);
  EXPECT_EQ(shaped.glyphs[1].x_offset, 0_pt);
}

TEST(DoubledMarks, BringsDashesTogetherInTwoEms) {
  const std::string text = "——";
  for (const Length advance : {8_pt, 10_pt, 12_pt}) {
    ShapedText shaped = shape_alike(text, advance, 1_pt, 8_pt);
    join_doubled_marks(shaped, 0, text);
    ASSERT_EQ(shaped.clusters.size(), 1u);
    const Seam seam = seam_of(shaped, 1_pt, 8_pt);
    EXPECT_EQ(seam.end, seam.begin);
    EXPECT_EQ(shaped.clusters[0].advance, 20_pt);
    EXPECT_EQ(shaped.clusters[0].ink_begin, 3_pt);
    EXPECT_EQ(shaped.clusters[0].ink_end, 17_pt);
  }
}

TEST(DoubledMarks, KeepsLongDashesWithinTwoEms) {
  const std::string text = "――";
  ShapedText shaped = shape_alike(text, 12_pt, 0_pt, 12_pt);
  join_doubled_marks(shaped, 0, text);
  EXPECT_EQ(shaped.clusters[0].advance, 20_pt);
  EXPECT_EQ(shaped.clusters[0].ink_begin, 0_pt);
  EXPECT_EQ(shaped.clusters[0].ink_end, 20_pt);
}

TEST(DoubledMarks, CentresDotsInACellEach) {
  const std::string text = "……";
  ShapedText shaped = shape_alike(text, 9_pt, 1_pt, 8_pt);
  join_doubled_marks(shaped, 0, text);
  ASSERT_EQ(shaped.clusters.size(), 1u);
  EXPECT_EQ(shaped.clusters[0].advance, 20_pt);
  EXPECT_EQ(shaped.clusters[0].ink_begin, Length::from_points(1.5));
  EXPECT_EQ(shaped.clusters[0].ink_end, Length::from_points(18.5));
}

TEST(DoubledMarks, LeavesSingleMarksAndWhatStandsBefore) {
  const std::string text = "——…——好";
  ShapedText shaped = shape_alike(text, 10_pt, 0_pt, 10_pt);
  join_doubled_marks(shaped, 2, text);
  ASSERT_EQ(shaped.clusters.size(), 5u);
  EXPECT_EQ(shaped.clusters[0].text_end, 3u);
  EXPECT_EQ(shaped.clusters[2].text_end, 9u);
  EXPECT_EQ(shaped.clusters[3].text_end, 15u);
  EXPECT_EQ(shaped.clusters[4].text_end, 18u);
}

}  // namespace
}  // namespace banxin
