// Shapes that several parts of the layout draw.
#pragma once

#include "base/geometry.h"
#include "page/page.h"

namespace banxin {

/// A solid rule from one point to another.
StrokeItem straight_rule(Point from, Point to, Length weight);

/// A filled circle.
PathItem disc(Point centre, Length diameter, const Colour& colour);

}  // namespace banxin
