// What page breaks mean to the search for pages: figures do not pass them, and ways through the article meet behind them.
#pragma once

#include <span>
#include <vector>

#include "layout/page_ways.h"

namespace banxin {

class PageBreaks {
 public:
  /// `figures` outlive it.
  PageBreaks(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures);

  /// Where a page ends of which the text ends at `end`. No figure of the text before a page break stands behind it: as long as there are
  /// such figures, pages end at the break.
  FlowPosition end_before_figures(const FlowPosition& end, int next_figure) const;
  /// Where the flow goes on after a page of figures alone: behind a page break that only they had still to come before.
  FlowPosition end_of_figure_page(const FlowPosition& begin, int next_figure) const;

  /// Takes out every state before a page break that, needing another page at `page_cost` to come there, cannot undercut one that is there
  /// with every figure that may stand before the break.
  void drop_overtaken(PageStates& states, int page_cost) const;

 private:
  bool is_behind_break(const FlowPosition& position) const;
  /// Whether the figures before `next_figure` are all those of the text before a page break.
  bool holds_figures_before(int page_break, int next_figure) const;

  std::vector<int> blocks_;  ///< that are page breaks
  std::span<const FloatingFigure> figures_;
};

}  // namespace banxin
