// Shapes that several parts of the layout draw.
#pragma once

#include "base/geometry.h"
#include "page/page.h"
#include "style/style.h"

namespace banxin {

/// A solid rule from one point to another.
StrokeItem straight_rule(Point from, Point to, Length weight);

/// How heavy a rule is that the layout draws of its own accord, usually `usual`: never thinner than the rules of a style's tables where
/// these are heavier than hairlines (0.35 pt), as in large print.
Length rule_weight(Length usual, const Style& style);

/// A filled circle.
PathItem disc(Point centre, Length diameter, const Colour& colour);

}  // namespace banxin
