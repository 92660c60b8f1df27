// Composed lines to page items: clusters of one type become glyph runs at absolute places.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "line/galley.h"
#include "page/page.h"

namespace banxin {

/// Where page items go.
struct PageSink {
  std::vector<PageItem>& items;
  std::vector<LinkArea>& links;
  std::vector<StructureNode>& structure;
};

/// Draws a line whose measure starts at `origin` (on the baseline). Links and words in other languages get nodes of their own below the
/// tag's.
void emit_line(const Galley& galley, const Line& line, Point origin, ItemTag tag, PageSink sink);

/// Draws the lines `[begin, end)` of a galley below each other: the first em-top at `top`, `pitch` apart, in em boxes of `size`.
void emit_lines(const Galley& galley, std::size_t begin, std::size_t end, Point top, Length size, Length pitch, ItemTag tag, PageSink sink);

}  // namespace banxin
