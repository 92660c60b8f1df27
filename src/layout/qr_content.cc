#include "layout/qr_content.h"

#include "layout/figure.h"
#include "layout/qr_drawing.h"

namespace banxin {

namespace {

/// White around the code that phones need (ISO/IEC 18004, 5.3.8), in modules.
constexpr int quiet_modules = 4;

}  // namespace

Length QrContent::height(std::size_t variant) const {
  Length height = side_ + side_.scaled(quiet_modules * 2, symbol_.size);
  const TextStyle& type = style_.of(Element::caption);
  const auto turns = static_cast<std::int64_t>(captions_[variant].lines.size()) - 1;
  if (turns >= 0) height += type.size + type.pitch * turns;
  return height;
}

int QrContent::lines(std::size_t variant) const {
  return grid_lines_for(height(variant), style_.of(Element::body).size, style_.grid.pitch);
}

void QrContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const auto variant = static_cast<std::size_t>(piece.variant);
  const Length quiet = side_.scaled(quiet_modules, symbol_.size);
  const Rectangle square{place.left + (place.width - side_).scaled(1, 2), place.top + quiet, side_, side_};
  sink.items.push_back({qr_path(symbol_, square), {nodes_.figure, ItemTag::Artifact::none}, span_});
  const Galley& caption = captions_[variant];
  const TextStyle& type = style_.of(Element::caption);
  emit_lines(caption, 0, caption.lines.size(), {place.left, square.bottom() + quiet}, type.size, type.pitch,
             {nodes_.caption, ItemTag::Artifact::none}, sink);
}

}  // namespace banxin
