// The room that items take on their page.
#pragma once

#include "page/page.h"

namespace banxin {

/// The box of what is drawn, in page coordinates: ink of glyphs, the visible part of a picture, lines without their weight. Without width
/// and height when nothing is drawn.
Rectangle item_area(const PageItem& item);

Rectangle ink_area(const GlyphRunItem& run);

/// The least rectangle with every point and control point; empty for a path without segments.
Rectangle bounding_box(const PathItem& path);

/// The least rectangle that holds both.
Rectangle joined(const Rectangle& a, const Rectangle& b);

}  // namespace banxin
