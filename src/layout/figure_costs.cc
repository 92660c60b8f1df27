#include "layout/figure_costs.h"

#include <algorithm>

namespace banxin {

namespace {

bool has_begun(int block, const FlowPosition& end) { return block < end.block || (block == end.block && end.line > 0); }

}  // namespace

AnchorCosts anchor_costs(const PagePlan& plan, std::span<const FloatingFigure> figures, int columns, const PageCosts& costs) {
  AnchorCosts result;
  for (const FigurePlace& place : plan.figures) {
    const int anchor = figures[static_cast<std::size_t>(place.figure)].anchor_block;
    if (anchor < 0) continue;
    AnchorCost cost{anchor, {}};
    const int right = place.column + place.span - 1;
    for (int column = 0; column < columns; ++column) {
      cost.by_column.push_back(costs.figure_ahead * std::max(0, column - right) +
                               costs.figure_distance * std::max(0, place.column - column));
    }
    result.push_back(std::move(cost));
  }
  return result;
}

int cost_of_anchor(const AnchorCosts& costs, int block, int column) {
  int sum = 0;
  for (const AnchorCost& cost : costs) {
    if (cost.block == block) sum += cost.by_column[static_cast<std::size_t>(column)];
  }
  return sum;
}

bool stands_too_early(const PagePlan& plan, std::span<const FloatingFigure> figures, const FlowPosition& end) {
  return std::any_of(plan.figures.begin(), plan.figures.end(), [&](const FigurePlace& place) {
    const int anchor = figures[static_cast<std::size_t>(place.figure)].anchor_block;
    return anchor >= 0 && !has_begun(anchor, end);
  });
}

int cost_of_deferred(std::span<const FloatingFigure> figures, const FlowPosition& end, int next_figure, const PageCosts& costs) {
  const auto next = figures.begin() + next_figure;
  // Figures come in the order of their paragraphs.
  const auto later =
      std::partition_point(next, figures.end(), [&](const FloatingFigure& figure) { return has_begun(figure.anchor_block, end); });
  constexpr std::ptrdiff_t most = 1'000'000'000;  // the page costs more besides
  return static_cast<int>(std::min((later - next) * std::ptrdiff_t{costs.figure_deferred}, most));
}

}  // namespace banxin
