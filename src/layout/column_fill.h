// Fills one column with lines of the flow, trying every length that a paragraph can take, and keeps the cheapest ways to end it.
#pragma once

#include <span>
#include <vector>

#include "layout/costs.h"

namespace banxin {

/// One way of setting a block: its height in grid lines and what that costs against the best way.
struct BlockVariant {
  int lines = 0;
  int cost = 0;
};

/// What column filling knows of a block of the flow: heights in grid lines and where it may be cut.
struct FillBlock {
  enum class Break { none, column, page };
  std::vector<BlockVariant> variants{{0, 0}};
  bool splittable = false;           ///< a paragraph; else it stands whole
  int orphans = 1, widows = 2;       ///< least lines before and after a cut
  int keep_with_next = 0;            ///< lines of the next block that must stand below it in the same column
  int space_before = 0;              ///< empty lines above it, none at a column's head
  Break forced_break = Break::none;  ///< the block is a break and has no lines
};

/// A place in the flow: before line `line` of a block set in `variant`.
struct FlowPosition {
  int block = 0;
  int variant = 0;
  int line = 0;
  friend auto operator<=>(const FlowPosition&, const FlowPosition&) = default;
};

/// Lines `[line_begin, line_end)` of a block, from line `at` of the column.
struct ColumnPiece {
  int block = 0;
  int variant = 0;
  int line_begin = 0, line_end = 0;
  int at = 0;
};

/// A way to fill the column.
struct ColumnEnd {
  FlowPosition end;  ///< where the next column goes on
  int used = 0;      ///< lines from the head of the column to its last line of text
  int cost = 0;
  bool page_break = false;  ///< a forced break ended the page here
  std::vector<ColumnPiece> pieces;
};

/// The cheapest ways to fill a column of `capacity` lines from `begin`, at most `keep` of them, each with another end; never none. A column
/// that ends because the flow does has no cost for the room left. A block that stands whole and is taller than `tallest_column` lines is
/// set overfull.
std::vector<ColumnEnd> fill_column(std::span<const FillBlock> flow, FlowPosition begin, int capacity, int tallest_column,
                                   const PageCosts& costs, std::size_t keep);

}  // namespace banxin
