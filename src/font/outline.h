// Outlines of glyphs, as the font draws them: unhinted, in font units.
#pragma once

#include <cstdint>

#include "font/font.h"

namespace banxin {

/// Takes an outline: x from the origin to the right, y up, closed contours that fill by the nonzero rule.
class OutlineSink {
 public:
  virtual ~OutlineSink() = default;
  virtual void move_to(double x, double y) = 0;
  virtual void line_to(double x, double y) = 0;
  virtual void quadratic_to(double control_x, double control_y, double x, double y) = 0;
  virtual void cubic_to(double control1_x, double control1_y, double control2_x, double control2_y, double x, double y) = 0;
  virtual void close() = 0;
};

/// Draws a glyph of the face; nothing for blank glyphs.
void draw_outline(const FontFace& face, std::uint32_t glyph, OutlineSink& sink);

}  // namespace banxin
