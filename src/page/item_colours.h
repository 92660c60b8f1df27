// The colours that page items print in, pictures aside.
#pragma once

#include "page/page.h"

namespace banxin {

/// Calls `visit(colour)` for each colour of an item.
template <typename Visit>
void for_each_colour(const PageItem& item, Visit visit) {
  if (const auto* run = std::get_if<GlyphRunItem>(&item.content)) visit(run->colour);
  if (const auto* stroke = std::get_if<StrokeItem>(&item.content)) visit(stroke->colour);
  const auto visit_both = [&](const auto& shape) {
    if (shape.fill) visit(*shape.fill);
    if (shape.stroke) visit(*shape.stroke);
  };
  if (const auto* path = std::get_if<PathItem>(&item.content)) visit_both(*path);
  if (const auto* rectangle = std::get_if<RectangleItem>(&item.content)) visit_both(*rectangle);
}

}  // namespace banxin
