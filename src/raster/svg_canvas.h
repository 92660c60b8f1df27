// Draws as SVG elements.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "raster/canvas.h"

namespace banxin {

/// A length in points, up to four decimals.
std::string svg_number(Length length);

/// Glyphs are defined once, in font units, and used where they stand. Identifiers count from the first use on the page.
class SvgCanvas final : public Canvas {
 public:
  void fill(const Path& path, const Colour& colour) override;
  void stroke(const Path& path, const Pen& pen) override;
  void glyphs(const GlyphRunItem& run) override;
  std::optional<Diagnostic> picture(const ImageItem& item) override;

  /// The `defs` element that the body needs; empty when it needs none.
  std::string definitions() const;
  const std::string& body() const { return body_; }

 private:
  /// The identifier of a glyph's outline; empty when it is blank.
  const std::string& outline(const FontFace& face, std::uint32_t glyph);

  std::string definitions_, body_;
  std::map<std::pair<const FontFace*, std::uint32_t>, std::string> outlines_;
  int outline_count_ = 0, clip_count_ = 0;
};

}  // namespace banxin
