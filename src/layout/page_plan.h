// Where the figures of a page stand: every sensible arrangement at the heads and feet of its columns.
#pragma once

#include <span>
#include <vector>

#include "style/page_costs.h"

namespace banxin {

/// A figure as the page maker sees it.
struct FloatingFigure {
  enum class Place { any, top, bottom, page };
  int anchor_block = -1;  ///< of the flow: the block it belongs to; it stands on no page before that block's first line. -1: anywhere
  /// Grid lines it takes over 1, 2, ... columns ([0] is one column), for each first column; 0: not allowed. A single entry holds for every
  /// column.
  std::vector<std::vector<int>> lines_by_span;
  int fixed_span = 0;  ///< columns the author asked for; 0: the style decides
  Place place = Place::any;
  int shrink = 0;  ///< lines by which its picture may be lower

  int lines_over(int column, int span) const;
};

/// A figure's place on a page.
struct FigurePlace {
  int figure = 0;
  int column = 0, span = 1;
  bool at_foot = false;
  int lines = 0;
  int at = 0;      ///< at the head: lines below the column's head
  int shrunk = 0;  ///< lines by which it is lower than it would be
};

/// An arrangement: the places, and the lines they take from the head and foot of each column.
struct PagePlan {
  std::vector<FigurePlace> figures;
  std::vector<int> head_lines, foot_lines;
  int cost = 0;
};

struct PlanRoom {
  int columns = 1;
  int lines = 0;                ///< of each column
  int lead_span = 1;            ///< columns for the first figure of the page, when its author says nothing
  std::vector<int> head_taken;  ///< lines of each column that a head block takes; empty: none
};

/// All arrangements of the figures `[first, first + count)` in `room`, order kept (heads from left to right, then feet from left to right),
/// each `shrunk` lines lower than it would be or as low as it may.
std::vector<PagePlan> arrange_figures(std::span<const FloatingFigure> figures, int first, int count, const PlanRoom& room,
                                      const PageCosts& costs, int shrunk = 0);

}  // namespace banxin
