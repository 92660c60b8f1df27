#include "layout/page_breaks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace banxin {

PageBreaks::PageBreaks(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures) : figures_(figures) {
  for (std::size_t block = 0; block < flow.size(); ++block) {
    if (flow[block].forced_break == FillBlock::Break::page) blocks_.push_back(static_cast<int>(block));
  }
}

bool PageBreaks::is_behind_break(const FlowPosition& position) const {
  return position == FlowPosition{position.block, 0, 0, -1} && std::binary_search(blocks_.begin(), blocks_.end(), position.block - 1);
}

bool PageBreaks::holds_figures_before(int page_break, int next_figure) const {
  const auto next = static_cast<std::size_t>(next_figure);
  return next == figures_.size() || figures_[next].anchor_block >= page_break;
}

FlowPosition PageBreaks::end_before_figures(const FlowPosition& end, int next_figure) const {
  const int last = end.block - 1;
  return !is_behind_break(end) || holds_figures_before(last, next_figure) ? end : FlowPosition{last, 0, 0, -1};
}

FlowPosition PageBreaks::end_of_figure_page(const FlowPosition& begin, int next_figure) const {
  const FlowPosition behind{begin.block + 1, 0, 0, -1};
  const bool is_at_break = begin == FlowPosition{begin.block, 0, 0, -1} && is_behind_break(behind);
  return is_at_break && holds_figures_before(begin.block, next_figure) ? behind : begin;
}

void PageBreaks::drop_overtaken(PageStates& states, int page_cost) const {
  const auto is_overtaken = [&](const PageState& state) {
    return std::any_of(states.begin(), states.end(), [&](const auto& other) {
      const int block = other->position.block;
      return state.position.block < block && state.cost + page_cost >= other->cost && is_behind_break(other->position) &&
             holds_figures_before(block, other->next_figure);
    });
  };
  PageStates left;
  std::copy_if(states.begin(), states.end(), std::back_inserter(left), [&](const auto& state) { return !is_overtaken(*state); });
  states = std::move(left);
}

}  // namespace banxin
