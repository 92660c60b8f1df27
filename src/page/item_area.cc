// The room that items take on their page.
#include "page/item_area.h"

#include <algorithm>

namespace banxin {
namespace {

Rectangle area_of(const GlyphRunItem& run) { return ink_area(run); }
Rectangle area_of(const PathItem& path) { return bounding_box(path); }
Rectangle area_of(const RectangleItem& rectangle) { return rectangle.area; }
Rectangle area_of(const ImageItem& image) { return image.clip; }
Rectangle area_of(const StrokeItem& stroke) {
  return joined({stroke.from.x, stroke.from.y, Length(), Length()}, {stroke.to.x, stroke.to.y, Length(), Length()});
}

Rectangle between(Length left, Length top, Length right, Length bottom) { return {left, top, right - left, bottom - top}; }

}  // namespace

Rectangle item_area(const PageItem& item) {
  return std::visit([](const auto& content) { return area_of(content); }, item.content);
}

Rectangle ink_area(const GlyphRunItem& run) {
  std::optional<Rectangle> area;
  const auto scaled = [&](int units) { return run.size.scaled(units, run.face->units_per_em()); };
  for (const PositionedGlyph& glyph : run.glyphs) {
    const auto box = run.face->ink_box(glyph.id);
    if (!box) continue;
    const Length x = run.origin.x + glyph.x, y = run.origin.y - glyph.y;
    const Rectangle ink = between(x + scaled(box->x_min), y - scaled(box->y_max), x + scaled(box->x_max), y - scaled(box->y_min));
    area = area ? joined(*area, ink) : ink;
  }
  return area.value_or(Rectangle{run.origin.x, run.origin.y, Length(), Length()});
}

Rectangle bounding_box(const PathItem& path) {
  std::vector<Point> points;
  for (const PathItem::Segment& segment : path.segments) {
    if (segment.kind == PathItem::Segment::Kind::close) continue;
    points.push_back(segment.to);
    if (segment.kind == PathItem::Segment::Kind::curve) points.insert(points.end(), {segment.control1, segment.control2});
  }
  if (points.empty()) return {};
  const auto [left, right] = std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; });
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

Rectangle joined(const Rectangle& a, const Rectangle& b) {
  return between(std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom()));
}

}  // namespace banxin
