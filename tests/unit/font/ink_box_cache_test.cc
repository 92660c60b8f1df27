#include "font/ink_box_cache.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace banxin {
namespace {

/// A glyph's number gives its box; every seventh glyph is blank.
std::optional<FontFace::InkBox> box_of(std::uint32_t glyph) {
  if (glyph % 7 == 0) return std::nullopt;
  const int value = static_cast<int>(glyph);
  return FontFace::InkBox{-value, -120, value, 880};
}

bool is_right(const std::optional<FontFace::InkBox>& box, std::uint32_t glyph) {
  const auto expected = box_of(glyph);
  if (!box || !expected) return !box && !expected;
  return box->x_min == expected->x_min && box->y_min == expected->y_min && box->x_max == expected->x_max && box->y_max == expected->y_max;
}

TEST(InkBoxCache, GivesTheMeasuredBoxAgainAndMeasuresOnce) {
  const InkBoxCache cache(1000);
  int measured = 0;
  const auto measure = [&](std::uint32_t glyph) {
    ++measured;
    return box_of(glyph);
  };
  for (int round = 0; round < 3; ++round) {
    for (const std::uint32_t glyph : {1u, 7u, 255u, 256u, 999u}) EXPECT_TRUE(is_right(cache.get(glyph, measure), glyph)) << glyph;
  }
  EXPECT_EQ(measured, 5);
}

TEST(InkBoxCache, MeasuresGlyphsBeyondItsRangeAndVastBoxesEachTime) {
  const InkBoxCache cache(300);
  EXPECT_TRUE(is_right(cache.get(40000, box_of), 40000));
  const auto vast = [](std::uint32_t) { return std::optional(FontFace::InkBox{0, 0, 70000, 10}); };
  EXPECT_EQ(cache.get(1, vast)->x_max, 70000);
  EXPECT_EQ(cache.get(1, vast)->x_max, 70000);
}

TEST(InkBoxCache, ServesSeveralThreads) {
  const InkBoxCache cache(30000);
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&cache, &count] {
      for (std::uint32_t glyph = 0; glyph < 30000; ++glyph) count += is_right(cache.get(glyph, box_of), glyph) ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4));
}

}  // namespace
}  // namespace banxin
