// Where the figures of a page stand: every sensible arrangement at the heads and feet of its columns.
#pragma once

#include <span>
#include <vector>

#include "layout/costs.h"

namespace banxin {

/// A figure as the page maker sees it.
struct FloatingFigure {
  enum class Place { any, top, bottom, page };
  int anchor_block = -1;  ///< of the flow: the block it belongs to; it stands on no page before that block's first line. -1: anywhere
  std::vector<int> lines_by_span;  ///< grid lines it takes over 1, 2, ... columns ([0] is one column); 0: not allowed
  int fixed_span = 0;              ///< columns the author asked for; 0: the style decides
  Place place = Place::any;
};

/// A figure's place on a page.
struct FigurePlace {
  int figure = 0;
  int column = 0, span = 1;
  bool at_foot = false;
  int lines = 0;
  int at = 0;  ///< at the head: lines below the column's head
};

/// An arrangement: the places, and the lines they take from the head and foot of each column.
struct PagePlan {
  std::vector<FigurePlace> figures;
  std::vector<int> head_lines, foot_lines;
  int cost = 0;
};

struct PlanRoom {
  int columns = 1;
  int lines = 0;      ///< of each column
  int lead_span = 1;  ///< columns for the first figure of the page, when its author says nothing
};

/// All arrangements of the figures `[first, first + count)` in `room`, order kept (heads from left to right, then feet from left to right).
std::vector<PagePlan> arrange_figures(std::span<const FloatingFigure> figures, int first, int count, const PlanRoom& room,
                                      const PageCosts& costs);

}  // namespace banxin
