#include "layout/page_breaks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace banxin {

PageBreaks::PageBreaks(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures)
    : flow_size_(static_cast<int>(flow.size())), figures_(figures) {
  for (std::size_t block = 0; block < flow.size(); ++block) {
    if (flow[block].forced_break == FillBlock::Break::page) blocks_.push_back(static_cast<int>(block));
  }
}

std::vector<FlowPosition> PageBreaks::chapters() const {
  std::vector<FlowPosition> chapters;
  for (std::size_t next = 1; next < blocks_.size(); ++next) {
    if (blocks_[next] + 1 < flow_size_) chapters.push_back({blocks_[next - 1] + 1, 0, 0, -1});
  }
  return chapters;
}

FlowPosition PageBreaks::end_of_chapter(const FlowPosition& position) const {
  const auto next = std::lower_bound(blocks_.begin(), blocks_.end(), position.block);
  return {next == blocks_.end() ? flow_size_ : *next + 1, 0, 0, -1};
}

int PageBreaks::first_figure_of(const FlowPosition& chapter) const {
  if (chapter.block == flow_size_) return static_cast<int>(figures_.size());
  const auto first = std::partition_point(figures_.begin(), figures_.end(),
                                          [&](const FloatingFigure& figure) { return figure.anchor_block < chapter.block - 1; });
  return static_cast<int>(first - figures_.begin());
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
      const FlowPosition& end = other->position;
      return state.position.block < end.block && state.cost + page_cost >= other->cost && is_behind_break(end) &&
             holds_figures_before(end.block, other->next_figure);
    });
  };
  PageStates left;
  std::copy_if(states.begin(), states.end(), std::back_inserter(left), [&](const auto& state) { return !is_overtaken(*state); });
  states = std::move(left);
}

}  // namespace banxin
