#include "layout/printer_marks.h"

#include <algorithm>
#include <array>

#include "layout/emit.h"

namespace banxin {
namespace {

constexpr Length mm(double millimetres) { return Length::from_millimetres(millimetres); }

/// Marks keep so far from the trim at least, so that a cut a little off leaves none of them on the page.
constexpr Length least_offset = mm(3);
constexpr Length crop_length = mm(5), crop_weight = Length::from_points(0.25);
constexpr Length beyond_marks = mm(2);  ///< from the marks to the media's edge
constexpr Length cross_arm = mm(2.4), ring = mm(1.5);
constexpr Length patch = mm(4), from_corner = mm(8);
constexpr Length slug_size = Length::from_points(6);
constexpr ItemTag tag{-1, ItemTag::Artifact::page};

/// Full layers of each process ink, their overprints, and tints of black.
std::array<Colour, 10> patches() {
  const auto inks = [](RgbColour likeness, int cyan, int magenta, int yellow) {
    return Colour{{}, likeness, CmykColour{cyan, magenta, yellow, 0}};
  };
  return {inks({0, 174, 239}, 1000, 0, 0),
          inks({236, 0, 140}, 0, 1000, 0),
          inks({255, 242, 0}, 0, 0, 1000),
          Colour::black(),
          inks({237, 28, 36}, 0, 1000, 1000),
          inks({0, 166, 81}, 1000, 0, 1000),
          inks({46, 49, 146}, 1000, 1000, 0),
          Colour::tint(750),
          Colour::tint(500),
          Colour::tint(250)};
}

class Marks {
 public:
  Marks(Page& page, PageSink sink) : page_(page), sink_(sink), offset_(std::max(page.bleed, least_offset)) {
    page.slug = offset_ + crop_length + beyond_marks - page.bleed;
  }

  /// At each corner a line along each edge.
  void draw_crop_marks() {
    const Length near = offset_, far = offset_ + crop_length;
    for (const Length x : {Length(), page_.trim.width}) {
      line({x, -far}, {x, -near});
      line({x, page_.trim.height + near}, {x, page_.trim.height + far});
    }
    for (const Length y : {Length(), page_.trim.height}) {
      line({-far, y}, {-near, y});
      line({page_.trim.width + near, y}, {page_.trim.width + far, y});
    }
  }

  /// In the middle of each side.
  void draw_registration_marks() {
    const Length out = offset_ + crop_length.scaled(1, 2), x = page_.trim.width.scaled(1, 2), y = page_.trim.height.scaled(1, 2);
    for (const Point centre : {Point{x, -out}, Point{x, page_.trim.height + out}, Point{-out, y}, Point{page_.trim.width + out, y}})
      draw_cross(centre);
  }

  /// Above the page, from the left corner towards the cross.
  void draw_colour_bar() {
    const Length y = -offset_ - crop_length.scaled(1, 2) - patch.scaled(1, 2);
    Length x = from_corner;
    for (const Colour& colour : patches()) {
      if (x + patch > half_room()) return;
      sink_.items.push_back({RectangleItem{{x, y, patch, patch}, colour, {}, {}, {}}, tag, {}});
      x += patch;
    }
  }

  /// Below the page, from the left corner towards the cross.
  void draw_slug_line(const std::string& words, const TextSetter& setter) {
    TextStyle type;
    type.font = FontRole::hei;
    type.size = slug_size;
    type.pitch = slug_size;
    type.align = Alignment::start;
    const Length room = half_room() - from_corner;
    if (words.empty() || room <= Length()) return;
    const Galley galley = setter.label(plain_text(words), type, slug_size, room);
    if (galley.lines.size() != 1 || galley.lines.front().ink_end > room) return;
    const Length middle = page_.trim.height + offset_ + crop_length.scaled(1, 2);
    emit_line(galley, galley.lines.front(), {from_corner, middle - slug_size.scaled(1, 2) + ascent_of(slug_size)}, tag, sink_);
  }

 private:
  /// To the left of the middle's cross.
  Length half_room() const { return page_.trim.width.scaled(1, 2) - cross_arm - beyond_marks; }

  void line(Point from, Point to) {
    sink_.items.push_back({StrokeItem{from, to, crop_weight, Colour::registration(), {}, false}, tag, {}});
  }

  void draw_cross(Point centre) {
    line({centre.x - cross_arm, centre.y}, {centre.x + cross_arm, centre.y});
    line({centre.x, centre.y - cross_arm}, {centre.x, centre.y + cross_arm});
    // Four Bézier curves make a circle to within 0.03% of its radius with controls at 0.5523 of it.
    const Length control = ring.scaled(5523, 10'000);
    const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
    using Kind = PathItem::Segment::Kind;
    PathItem circle;
    circle.segments = {{Kind::move, at(ring, Length()), {}, {}},
                       {Kind::curve, at(Length(), ring), at(ring, control), at(control, ring)},
                       {Kind::curve, at(-ring, Length()), at(-control, ring), at(-ring, control)},
                       {Kind::curve, at(Length(), -ring), at(-ring, -control), at(-control, -ring)},
                       {Kind::curve, at(ring, Length()), at(control, -ring), at(ring, -control)},
                       {Kind::close, {}, {}, {}}};
    circle.stroke = Colour::registration();
    circle.weight = crop_weight;
    sink_.items.push_back({std::move(circle), tag, {}});
  }

  Page& page_;
  PageSink sink_;
  Length offset_;
};

}  // namespace

void add_printer_marks(Page& page, const std::string& words, const TextSetter& setter, std::vector<StructureNode>& structure) {
  const PrinterMarks& wanted = setter.style().page.marks;
  if (!wanted.any()) return;
  Marks marks(page, {page.items, page.links, structure});
  if (wanted.crop) marks.draw_crop_marks();
  if (wanted.registration) marks.draw_registration_marks();
  if (wanted.colour_bar) marks.draw_colour_bar();
  if (wanted.slug_line) marks.draw_slug_line(words, setter);
}

}  // namespace banxin
