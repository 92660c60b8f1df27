// Chosen lines to finished ones: every cluster in its place.
#pragma once

#include "line/compose.h"
#include "line/line_breaker.h"

namespace banxin {

/// Sets one line. `measure` and `indent` are the line's own.
Line place_line(const ParagraphItems& items, const ShapedText& shaped, const ChosenLine& chosen, Length measure, Length indent,
                ParagraphShape::Alignment alignment);

}  // namespace banxin
