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

  /// The beginnings of what lies between two page breaks, but for the last that the flow ends with.
  std::vector<FlowPosition> chapters() const;
  /// Where the chapter ends that holds `position`: behind its page break, or at the end of the flow.
  FlowPosition end_of_chapter(const FlowPosition& position) const;
  /// The first figure that belongs behind the page break before `chapter`; all are passed at the end of the flow.
  int first_figure_of(const FlowPosition& chapter) const;

  /// Whether a state stands at the beginning of a chapter, with every figure before it that belongs there.
  bool is_beginning(const PageState& state, const FlowPosition& chapter) const {
    return state.position == chapter && state.next_figure == first_figure_of(chapter);
  }

  /// Whether no figure may stand on either side of the break before `chapter`, or of the end of the flow: none belongs to the break itself.
  bool parts_figures(const FlowPosition& chapter) const { return holds_figures_before(chapter.block, first_figure_of(chapter)); }

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
  int flow_size_;
  std::span<const FloatingFigure> figures_;
};

}  // namespace banxin
