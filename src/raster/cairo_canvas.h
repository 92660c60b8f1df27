// Draws on cairo.
#pragma once

#include "image/cairo_functions.h"
#include "raster/canvas.h"

namespace banxin {

/// Fills outlines of glyphs as the fonts have them: cairo's own text would be moved to whole pixels.
class CairoCanvas final : public Canvas {
 public:
  /// `context` must outlive this. One pixel is `points_per_pixel` wide.
  CairoCanvas(cairo_t* context, double points_per_pixel);

  void fill(const Path& path, const Colour& colour) override;
  void stroke(const Path& path, const Pen& pen) override;
  void glyphs(const GlyphRunItem& run) override;
  std::optional<Diagnostic> picture(const ImageItem& item) override;

 private:
  void set_colour(const Colour& colour);
  void add(const Path& path);

  cairo_t* context_;
  double points_per_pixel_;
};

}  // namespace banxin
