#include "layout/page_plan.h"

#include <algorithm>
#include <tuple>

namespace banxin {

namespace {

class Arranger {
 public:
  Arranger(std::span<const FloatingFigure> figures, int first, int count, const PlanRoom& room, const PageCosts& costs, int shrunk)
      : figures_(figures), first_(first), count_(count), room_(room), costs_(costs), shrunk_(shrunk) {
    plan_.foot_lines.assign(static_cast<std::size_t>(room.columns), 0);
    head_taken_ = room.head_taken.empty() ? plan_.foot_lines : room.head_taken;
    plan_.head_lines = head_taken_;
  }

  std::vector<PagePlan> run() {
    place(0);
    return std::move(plans_);
  }

 private:
  void place(int nth) {
    if (nth == count_) {
      accept();
      return;
    }
    const FloatingFigure& figure = figures_[static_cast<std::size_t>(first_ + nth)];
    for (const auto& [span, cost] : spans_for(figure, nth)) {
      for (int column = 0; column + span <= room_.columns; ++column) {
        const int natural = figure.lines_over(column, span), shrunk = std::min(shrunk_, figure.shrink);
        const int lines = natural - shrunk;
        if (natural == 0 || lines > room_.lines) continue;
        const int all_cost = cost + shrunk * costs_.figure_shrunk;
        if (figure.place != FloatingFigure::Place::bottom) try_place(nth, {first_ + nth, column, span, false, lines, 0, shrunk}, all_cost);
        if (figure.place != FloatingFigure::Place::top) try_place(nth, {first_ + nth, column, span, true, lines, 0, shrunk}, all_cost);
      }
    }
  }

  /// The spans to try for a figure, each with its cost.
  std::vector<std::pair<int, int>> spans_for(const FloatingFigure& figure, int nth) const {
    if (figure.fixed_span > 0) return {{std::min(figure.fixed_span, room_.columns), 0}};
    if (nth > 0 || room_.lead_span <= 1) return {{1, 0}};
    return {{std::min(room_.lead_span, room_.columns), 0}, {1, costs_.lead_narrowed}};
  }

  void try_place(int nth, FigurePlace place, int span_cost) {
    if (!plan_.figures.empty() && order_of(place) < order_of(plan_.figures.back())) return;
    auto& taken = place.at_foot ? plan_.foot_lines : plan_.head_lines;
    const int at = taken[static_cast<std::size_t>(place.column)];
    for (int column = place.column; column < place.column + place.span; ++column) {
      const auto c = static_cast<std::size_t>(column);
      if (taken[c] != at || (place.at_foot && at > 0)) return;  // no figure hangs over a step; feet are not stacked
      if (plan_.head_lines[c] + plan_.foot_lines[c] + place.lines > room_.lines) return;
    }
    place.at = place.at_foot ? 0 : at;
    const PagePlan before = plan_;
    for (int column = place.column; column < place.column + place.span; ++column) taken[static_cast<std::size_t>(column)] += place.lines;
    plan_.figures.push_back(place);
    plan_.cost += span_cost + cost_of(place, nth);
    this->place(nth + 1);
    plan_ = before;
  }

  static std::tuple<bool, int> order_of(const FigurePlace& place) { return {place.at_foot, place.column}; }

  int cost_of(const FigurePlace& place, int nth) const {
    int cost = 0;
    if (place.span == 1 && !place.at_foot) cost += costs_.figure_single_at_top;
    if (place.span > 1 && place.span < room_.columns) {
      if (place.at_foot)
        cost += costs_.lead_at_foot;
      else if (place.column + place.span != columns_for_figures())
        cost += costs_.lead_not_at_right;
    }
    if (!place.at_foot && place.at > head_taken_[static_cast<std::size_t>(place.column)]) cost += costs_.figures_stacked;
    for (int other = 0; other < nth; ++other) {
      const FigurePlace& earlier = plan_.figures[static_cast<std::size_t>(other)];
      const bool touching = earlier.column + earlier.span == place.column || place.column + place.span == earlier.column;
      if (touching && earlier.at_foot == place.at_foot) cost += costs_.figures_side_by_side;
    }
    return cost;
  }

  /// Columns from the left up to a head block that takes the last ones.
  int columns_for_figures() const {
    int columns = room_.columns;
    while (columns > 0 && head_taken_[static_cast<std::size_t>(columns) - 1] > 0) --columns;
    return columns;
  }

  void accept() {
    PagePlan plan = plan_;
    for (std::size_t column = 0; column < plan.head_lines.size(); ++column) {
      const int free = room_.lines - plan.head_lines[column] - plan.foot_lines[column];
      const bool between = plan.head_lines[column] > head_taken_[column] && plan.foot_lines[column] > 0;
      if (between) plan.cost += costs_.figures_stacked;
      const bool holds_figure = plan.head_lines[column] > head_taken_[column] || plan.foot_lines[column] > 0;
      if (holds_figure && free > 0 && free < 4) plan.cost += costs_.few_lines_between;
    }
    plans_.push_back(std::move(plan));
  }

  std::span<const FloatingFigure> figures_;
  int first_, count_;
  const PlanRoom& room_;
  const PageCosts& costs_;
  int shrunk_;
  std::vector<int> head_taken_;
  PagePlan plan_;
  std::vector<PagePlan> plans_;
};

}  // namespace

int FloatingFigure::lines_over(int column, int span) const {
  const std::vector<int>& lines = lines_by_span[static_cast<std::size_t>(span - 1)];
  return lines.size() == 1 ? lines.front() : lines[static_cast<std::size_t>(column)];
}

std::vector<PagePlan> arrange_figures(std::span<const FloatingFigure> figures, int first, int count, const PlanRoom& room,
                                      const PageCosts& costs, int shrunk) {
  return Arranger(figures, first, count, room, costs, shrunk).run();
}

}  // namespace banxin
