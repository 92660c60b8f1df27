#include "raster/canvas.h"

namespace banxin {
namespace {

using Kind = PathItem::Segment::Kind;

Canvas::Path rectangle_path(const Rectangle& area) {
  const auto segment = [](Kind kind, Length x, Length y) { return PathItem::Segment{kind, {x, y}, {}, {}}; };
  return {segment(Kind::move, area.x, area.y), segment(Kind::line, area.right(), area.y), segment(Kind::line, area.right(), area.bottom()),
          segment(Kind::line, area.x, area.bottom()), segment(Kind::close, area.x, area.y)};
}

class ItemDrawer {
 public:
  explicit ItemDrawer(Canvas& canvas) : canvas_(canvas) {}

  std::optional<Diagnostic> operator()(const GlyphRunItem& run) {
    canvas_.glyphs(run);
    return std::nullopt;
  }
  std::optional<Diagnostic> operator()(const StrokeItem& item) {
    canvas_.stroke({{Kind::move, item.from, {}, {}}, {Kind::line, item.to, {}, {}}},
                   {item.colour, item.weight, item.dash, item.round_caps});
    return std::nullopt;
  }
  std::optional<Diagnostic> operator()(const PathItem& item) {
    if (item.fill) canvas_.fill(item.segments, *item.fill);
    if (item.stroke) canvas_.stroke(item.segments, {*item.stroke, item.weight, {}, false});
    return std::nullopt;
  }
  /// The stroke's middle lies half its weight inside the area.
  std::optional<Diagnostic> operator()(const RectangleItem& item) {
    if (item.fill) canvas_.fill(rectangle_path(item.area), *item.fill);
    if (!item.stroke) return std::nullopt;
    const Length inset = item.weight.scaled(1, 2);
    const Rectangle middle{item.area.x + inset, item.area.y + inset, item.area.width - item.weight, item.area.height - item.weight};
    canvas_.stroke(rectangle_path(middle), {*item.stroke, item.weight, item.dash, false});
    return std::nullopt;
  }
  std::optional<Diagnostic> operator()(const ImageItem& item) { return canvas_.picture(item); }

 private:
  Canvas& canvas_;
};

}  // namespace

std::optional<Diagnostic> draw_page(const Page& page, Canvas& canvas) {
  ItemDrawer drawer(canvas);
  for (const PageItem& item : page.items) {
    if (auto failure = std::visit(drawer, item.content)) return failure;
  }
  return std::nullopt;
}

}  // namespace banxin
