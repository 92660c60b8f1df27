// What a page is drawn on, whatever becomes of it: pixels, SVG.
#pragma once

#include <optional>
#include <vector>

#include "page/page.h"

namespace banxin {

struct Pen {
  Colour colour;
  Length weight;
  std::vector<Length> dash;  ///< on, off, …; empty: solid
  bool round_caps = false;
};

/// Takes a page's items in their order, in page coordinates. Paths fill by the nonzero rule.
class Canvas {
 public:
  using Path = std::vector<PathItem::Segment>;

  virtual ~Canvas() = default;
  virtual void fill(const Path& path, const Colour& colour) = 0;
  virtual void stroke(const Path& path, const Pen& pen) = 0;
  virtual void glyphs(const GlyphRunItem& run) = 0;
  /// Fails when the picture's pixels are needed and cannot be had.
  virtual std::optional<Diagnostic> picture(const ImageItem& item) = 0;
};

/// Draws all items of a page as its PDF shows them. A picture that cannot be had is a warning, and an empty frame with a cross.
void draw_page(const Page& page, Canvas& canvas, DiagnosticSink& sink);

}  // namespace banxin
