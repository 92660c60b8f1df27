#include "raster/canvas.h"

#include <utility>

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

  /// What was wrong with the picture of the item drawn last.
  std::optional<Diagnostic> take_failure() { return std::exchange(failure_, std::nullopt); }

  void operator()(const GlyphRunItem& run) { canvas_.glyphs(run); }
  void operator()(const StrokeItem& item) {
    canvas_.stroke({{Kind::move, item.from, {}, {}}, {Kind::line, item.to, {}, {}}},
                   {item.colour, item.weight, item.dash, item.round_caps});
  }
  void operator()(const PathItem& item) {
    if (item.fill) canvas_.fill(item.segments, *item.fill);
    if (item.stroke) canvas_.stroke(item.segments, {*item.stroke, item.weight, {}, false});
  }
  /// The stroke's middle lies half its weight inside the area.
  void operator()(const RectangleItem& item) {
    if (item.fill) canvas_.fill(rectangle_path(item.area), *item.fill);
    if (!item.stroke) return;
    const Length inset = item.weight.scaled(1, 2);
    const Rectangle middle{item.area.x + inset, item.area.y + inset, item.area.width - item.weight, item.area.height - item.weight};
    canvas_.stroke(rectangle_path(middle), {*item.stroke, item.weight, item.dash, false});
  }
  void operator()(const ImageItem& item) {
    failure_ = canvas_.picture(item);
    if (failure_) draw_empty_frame(item.clip);
  }

 private:
  void draw_empty_frame(const Rectangle& area) {
    (*this)(RectangleItem{area, Colour::tint(60), Colour::tint(500), Length::from_points(0.5), {}});
    const Point corners[] = {{area.x, area.y}, {area.right(), area.bottom()}, {area.right(), area.y}, {area.x, area.bottom()}};
    for (const int corner : {0, 2})
      (*this)(StrokeItem{corners[corner], corners[corner + 1], Length::from_points(0.5), Colour::tint(500), {}, false});
  }

  Canvas& canvas_;
  std::optional<Diagnostic> failure_;
};

}  // namespace

void draw_page(const Page& page, Canvas& canvas, DiagnosticSink& sink) {
  ItemDrawer drawer(canvas);
  for (const PageItem& item : page.items) {
    std::visit(drawer, item.content);
    std::optional<Diagnostic> failure = drawer.take_failure();
    if (!failure) continue;
    failure->severity = Severity::warning;
    failure->span = item.span;
    sink.add(std::move(*failure));
  }
}

}  // namespace banxin
