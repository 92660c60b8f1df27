#include "layout/shapes.h"

#include <algorithm>

namespace banxin {

namespace {

// A quarter of a circle as one curve: how far its control points lie from its ends, of the radius.
constexpr int circle_numerator = 5523, circle_denominator = 10000;

constexpr Length hairline = Length::from_points(0.35);

}  // namespace

StrokeItem straight_rule(Point from, Point to, Length weight) {
  StrokeItem stroke;
  stroke.from = from;
  stroke.to = to;
  stroke.weight = weight;
  return stroke;
}

Length rule_weight(Length usual, const Style& style) { return style.tables.thin > hairline ? std::max(usual, style.tables.thin) : usual; }

PathItem disc(Point centre, Length diameter, const Colour& colour) {
  using Segment = PathItem::Segment;
  const Length r = diameter.scaled(1, 2), c = r.scaled(circle_numerator, circle_denominator);
  const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
  const Length zero;
  PathItem path;
  path.segments = {Segment{Segment::Kind::move, at(r, zero), {}, {}},
                   Segment{Segment::Kind::curve, at(zero, r), at(r, c), at(c, r)},
                   Segment{Segment::Kind::curve, at(-r, zero), at(-c, r), at(-r, c)},
                   Segment{Segment::Kind::curve, at(zero, -r), at(-r, -c), at(-c, -r)},
                   Segment{Segment::Kind::curve, at(r, zero), at(c, -r), at(r, -c)},
                   Segment{Segment::Kind::close, {}, {}, {}}};
  path.fill = colour;
  return path;
}

}  // namespace banxin
