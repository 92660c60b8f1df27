// Outlines of glyphs agree with what else fonts say of them.
#include "font/outline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "test_fonts.h"

namespace banxin {
namespace {

/// The box round all points of an outline that has no curves beyond it.
class Box final : public OutlineSink {
 public:
  void move_to(double x, double y) override {
    add(x, y);
    ++open_;
  }
  void line_to(double x, double y) override { add(x, y); }
  void quadratic_to(double, double, double x, double y) override { add(x, y); }
  void cubic_to(double, double, double, double, double x, double y) override { add(x, y); }
  void close() override { --open_; }

  double x_min = 1e9, y_min = 1e9, x_max = -1e9, y_max = -1e9;
  int points = 0, open_ = 0;

 private:
  void add(double x, double y) {
    x_min = std::min(x_min, x), x_max = std::max(x_max, x), y_min = std::min(y_min, y), y_max = std::max(y_max, y);
    ++points;
  }
};

TEST(Outline, FillsTheInkBoxOfItsGlyph) {
  for (const char* file : {"BanxinTestSong-Regular.otf", "BanxinTestHei-Regular.ttf"}) {
    const auto face = open_test_face(file);
    const std::uint32_t glyph = face->nominal_glyph(U'中');
    const FontFace::InkBox ink = face->ink_box(glyph).value();
    Box box;
    draw_outline(*face, glyph, box);
    EXPECT_EQ(box.open_, 0) << "every contour is closed";
    EXPECT_EQ(std::vector({box.x_min, box.y_min, box.x_max, box.y_max}),
              (std::vector<double>{static_cast<double>(ink.x_min), static_cast<double>(ink.y_min), static_cast<double>(ink.x_max),
                                   static_cast<double>(ink.y_max)}))
        << file;
  }
}

TEST(Outline, OfABlankIsEmpty) {
  const auto face = open_test_face("BanxinTestSong-Regular.otf");
  Box box;
  draw_outline(*face, face->nominal_glyph(U'\u3000'), box);
  EXPECT_EQ(box.points, 0);
}

}  // namespace
}  // namespace banxin
