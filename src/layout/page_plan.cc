#include "layout/page_plan.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace banxin {

namespace {

/// The indices of the `most` cheapest, those of one cost in their order.
template <typename CostAt>
std::vector<std::size_t> cheapest_of(std::size_t count, std::size_t most, CostAt cost_at) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto is_cheaper = [&](std::size_t a, std::size_t b) { return std::pair(cost_at(a), a) < std::pair(cost_at(b), b); };
  const std::size_t kept = std::min(count, most);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), is_cheaper);
  order.resize(kept);
  return order;
}

std::tuple<bool, int> order_of(const FigurePlace& place) { return {place.at_foot, place.column}; }

FigurePlace at_foot(FigurePlace place) {
  place.at_foot = true;
  return place;
}

bool touch(const FigurePlace& a, const FigurePlace& b) {
  return a.at_foot == b.at_foot && (a.column + a.span == b.column || b.column + b.span == a.column);
}

}  // namespace

int FloatingFigure::lines_over(int column, int span) const {
  const std::vector<int>& lines = lines_by_span[static_cast<std::size_t>(span - 1)];
  return lines.size() == 1 ? lines.front() : lines[static_cast<std::size_t>(column)];
}

FigureArrangements::FigureArrangements(std::span<const FloatingFigure> figures, int first, PlanRoom room, const PageCosts& costs,
                                       const PlanWidth& width)
    : figures_(figures), first_(first), room_(std::move(room)), costs_(costs), width_(width), head_taken_(room_.head_taken) {
  head_taken_.resize(static_cast<std::size_t>(room_.columns), 0);
  PagePlan empty{{}, head_taken_, std::vector<int>(head_taken_.size(), 0), 0};
  begun_.push_back({empty, 0});
  by_count_.push_back({std::move(empty)});
}

const std::vector<PagePlan>& FigureArrangements::of(int count) {
  while (by_count_.size() <= static_cast<std::size_t>(count)) add_figure();
  return by_count_[static_cast<std::size_t>(count)];
}

/// Each arrangement with one more figure, the cheapest kept in their order. Where the figure can be lower than all before it, those that
/// are as low as they may be go on with each of its heights.
void FigureArrangements::add_figure() {
  const int shrunk_before = most_shrunk_, index = first_ + static_cast<int>(by_count_.size()) - 1;
  most_shrunk_ = std::max(most_shrunk_, figures_[static_cast<std::size_t>(index)].shrink);
  std::vector<Step> steps;
  for (std::size_t before = 0; before < begun_.size(); ++before) {
    if (begun_[before].shrunk < shrunk_before) add_steps(before, index, begun_[before].shrunk, steps);
  }
  for (int shrunk = shrunk_before; shrunk <= most_shrunk_; ++shrunk) {
    for (std::size_t before = 0; before < begun_.size(); ++before) {
      if (begun_[before].shrunk == shrunk_before) add_steps(before, index, shrunk, steps);
    }
  }
  tried_ += static_cast<std::int64_t>(steps.size());
  std::vector<std::size_t> kept = cheapest_of(steps.size(), width_.begun, [&](std::size_t step) { return steps[step].cost; });
  std::sort(kept.begin(), kept.end());
  std::vector<Begun> next;
  next.reserve(kept.size());
  for (const std::size_t step : kept) next.push_back(taken(steps[step]));
  begun_ = std::move(next);
  by_count_.push_back(cheapest());
}

void FigureArrangements::add_steps(std::size_t before, int index, int shrunk, std::vector<Step>& steps) const {
  const FloatingFigure& figure = figures_[static_cast<std::size_t>(index)];
  const int lower = std::min(shrunk, figure.shrink);
  for (const auto& [span, span_cost] : spans_for(figure, index == first_)) {
    const int cost = span_cost + lower * costs_.figure_shrunk;
    for (int column = 0; column + span <= room_.columns; ++column) {
      const int natural = figure.lines_over(column, span), lines = natural - lower;
      if (natural == 0 || lines > room_.lines) continue;
      const FigurePlace place{index, column, span, false, lines, 0, lower};
      if (figure.place != FloatingFigure::Place::bottom) try_place({before, shrunk, place, cost}, steps);
      if (figure.place != FloatingFigure::Place::top) try_place({before, shrunk, at_foot(place), cost}, steps);
    }
  }
}

/// The spans to try for a figure, each with its cost.
std::vector<std::pair<int, int>> FigureArrangements::spans_for(const FloatingFigure& figure, bool leads) const {
  if (figure.fixed_span > 0) return {{std::min(figure.fixed_span, room_.columns), 0}};
  if (!leads || room_.lead_span <= 1) return {{1, 0}};
  return {{std::min(room_.lead_span, room_.columns), 0}, {1, costs_.lead_narrowed}};
}

void FigureArrangements::try_place(Step step, std::vector<Step>& steps) const {
  const PagePlan& before = begun_[step.before].plan;
  FigurePlace& place = step.place;
  if (!before.figures.empty() && order_of(place) < order_of(before.figures.back())) return;
  const std::vector<int>& taken = place.at_foot ? before.foot_lines : before.head_lines;
  const int at = taken[static_cast<std::size_t>(place.column)];
  if (place.at_foot && at > 0) return;  // feet are not stacked
  const auto first = static_cast<std::size_t>(place.column), end = first + static_cast<std::size_t>(place.span);
  for (std::size_t column = first; column < end; ++column) {
    if (taken[column] != at) return;  // no figure hangs over a step
    if (before.head_lines[column] + before.foot_lines[column] + place.lines > room_.lines) return;
  }
  place.at = at;
  step.cost += before.cost + cost_of(place, before);
  steps.push_back(step);
}

int FigureArrangements::cost_of(const FigurePlace& place, const PagePlan& before) const {
  int cost = 0;
  if (place.span == 1 && !place.at_foot) cost += costs_.figure_single_at_top;
  if (place.span > 1 && place.span < room_.columns) {
    if (place.at_foot) {
      cost += costs_.lead_at_foot;
    } else if (place.column + place.span != columns_for_figures()) {
      cost += costs_.lead_not_at_right;
    }
  }
  if (!place.at_foot && place.at > head_taken_[static_cast<std::size_t>(place.column)]) cost += costs_.figures_stacked;
  for (const FigurePlace& earlier : before.figures) {
    if (touch(earlier, place)) cost += costs_.figures_side_by_side;
  }
  return cost;
}

/// Columns from the left up to a head block that takes the last ones.
int FigureArrangements::columns_for_figures() const {
  int columns = room_.columns;
  while (columns > 0 && head_taken_[static_cast<std::size_t>(columns) - 1] > 0) --columns;
  return columns;
}

FigureArrangements::Begun FigureArrangements::taken(const Step& step) const {
  Begun next{begun_[step.before].plan, step.shrunk};
  const FigurePlace& place = step.place;
  std::vector<int>& lines = place.at_foot ? next.plan.foot_lines : next.plan.head_lines;
  for (int column = place.column; column < place.column + place.span; ++column) lines[static_cast<std::size_t>(column)] += place.lines;
  next.plan.figures.push_back(place);
  next.plan.cost = step.cost;
  return next;
}

/// With what the columns leave between their figures.
int FigureArrangements::whole_cost(const PagePlan& plan) const {
  int cost = plan.cost;
  for (std::size_t column = 0; column < plan.head_lines.size(); ++column) {
    const int free = room_.lines - plan.head_lines[column] - plan.foot_lines[column];
    const bool has_head = plan.head_lines[column] > head_taken_[column], has_foot = plan.foot_lines[column] > 0;
    if (has_head && has_foot) cost += costs_.figures_stacked;
    if ((has_head || has_foot) && free > 0 && free < 4) cost += costs_.few_lines_between;
  }
  return cost;
}

std::vector<PagePlan> FigureArrangements::cheapest() const {
  std::vector<int> costs;
  costs.reserve(begun_.size());
  for (const Begun& begun : begun_) costs.push_back(whole_cost(begun.plan));
  std::vector<PagePlan> plans;
  for (const std::size_t index : cheapest_of(costs.size(), width_.plans, [&](std::size_t begun) { return costs[begun]; })) {
    plans.push_back(begun_[index].plan);
    plans.back().cost = costs[index];
  }
  return plans;
}

}  // namespace banxin
