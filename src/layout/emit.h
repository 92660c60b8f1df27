// Composed lines to page items: clusters of one type become glyph runs at absolute places.
#pragma once

#include <cstdint>
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

/// The beginning of a text that has a node of its own: a heading that runs in.
struct TextLead {
  std::uint32_t end = 0;  ///< where in the text it ends, between two runs
  int node = -1;
};

/// Draws a line whose measure starts at `origin` (on the baseline). Links and words in other languages get nodes of their own below the
/// tag's.
void emit_line(const Galley& galley, const Line& line, Point origin, ItemTag tag, PageSink sink, TextLead lead = {});

/// Draws the lines `[begin, end)` of a galley below each other: the first em-top at `top`, `pitch` apart, in em boxes of `size`.
void emit_lines(const Galley& galley, std::size_t begin, std::size_t end, Point top, Length size, Length pitch, ItemTag tag, PageSink sink,
                TextLead lead = {});

}  // namespace banxin
