// What a line gains or gives, spread over its gaps stage by stage (CLREQ 3.6.3, JLREQ 3.8).
#pragma once

#include <vector>

#include "line/items.h"

namespace banxin {

/// Adds `adjustment` to the gaps inside the line [begin, end); `widths[i]` is that of the gap before box begin + i. Within a stage all
/// sites change by equal parts of their em, as far as each can; the sum is exact. Stretch that finds no site is left out.
void distribute(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, Length adjustment, std::vector<Length>& widths);

/// The same in one stage, for lines set evenly from edge to edge: every gap between characters, or between words if there are none.
void distribute_evenly(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, Length stretch, std::vector<Length>& widths);

}  // namespace banxin
