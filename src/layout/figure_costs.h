// What the figures of a page cost by where their paragraphs stand.
#pragma once

#include <span>
#include <vector>

#include "layout/made_page.h"

namespace banxin {

/// For each block that a figure of the page belongs to: what it costs, by the column in which the block ends on this page.
struct AnchorCost {
  int block = -1;
  std::vector<int> by_column;
  friend auto operator<=>(const AnchorCost&, const AnchorCost&) = default;
};
using AnchorCosts = std::vector<AnchorCost>;

AnchorCosts anchor_costs(const PagePlan& plan, std::span<const FloatingFigure> figures, int columns, const PageCosts& costs);

/// The cost of all figures whose block ends in `column`.
int cost_of_anchor(const AnchorCosts& costs, int block, int column);

/// Whether a figure would stand before its paragraph's page. `end`: where the flow goes on after the page.
bool stands_too_early(const PagePlan& plan, std::span<const FloatingFigure> figures, const FlowPosition& end);

/// Of all figures from `next_figure` on whose paragraph has begun before `end`.
int cost_of_deferred(std::span<const FloatingFigure> figures, const FlowPosition& end, int next_figure, const PageCosts& costs);

}  // namespace banxin
