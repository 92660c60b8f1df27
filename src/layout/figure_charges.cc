#include "layout/figure_charges.h"

#include <algorithm>

namespace banxin {

namespace {

class ArrangementCharger {
 public:
  ArrangementCharger(const PagePlan& plan, const PageOfFigures& page) : plan_(plan), page_(page) {}

  std::vector<PageCharge> run() {
    for (std::size_t nth = 0; nth < plan_.figures.size(); ++nth) {
      charge_span(plan_.figures[nth], nth == 0);
      charge_place(plan_.figures[nth]);
      charge_neighbours(nth);
    }
    for (int column = 0; column < page_.columns; ++column) charge_column(column);
    return std::move(charges_);
  }

 private:
  void charge(int PageCosts::*cost, int times, const FigurePlace& place) {
    charges_.push_back({cost, times, times * page_.costs.*cost, -1, place.figure, place.column});
  }
  int taken(int column) const { return page_.taken.empty() ? 0 : page_.taken[static_cast<std::size_t>(column)]; }

  void charge_span(const FigurePlace& place, bool leads) {
    const FloatingFigure& figure = page_.figures[static_cast<std::size_t>(place.figure)];
    const bool may_span = page_.room.lead_span > 1;
    if (leads && figure.fixed_span == 0 && may_span && place.span < std::min(page_.room.lead_span, page_.columns))
      charge(&PageCosts::lead_narrowed, 1, place);
    if (place.shrunk > 0) charge(&PageCosts::figure_shrunk, place.shrunk, place);
  }

  void charge_place(const FigurePlace& place) {
    if (place.span == 1 && !place.at_foot) charge(&PageCosts::figure_single_at_top, 1, place);
    if (!place.at_foot && place.at > taken(place.column)) charge(&PageCosts::figures_stacked, 1, place);
    if (place.span == 1 || place.span == page_.columns) return;
    if (place.at_foot) {
      charge(&PageCosts::lead_at_foot, 1, place);
    } else if (place.column + place.span != last_free_column() + 1) {
      charge(&PageCosts::lead_not_at_right, 1, place);
    }
  }

  /// The last column of which a head block takes nothing.
  int last_free_column() const {
    int column = page_.columns - 1;
    while (column >= 0 && taken(column) > 0) --column;
    return column;
  }

  void charge_neighbours(std::size_t nth) {
    const FigurePlace& place = plan_.figures[nth];
    const auto beside =
        std::count_if(plan_.figures.begin(), plan_.figures.begin() + static_cast<std::ptrdiff_t>(nth), [&](const FigurePlace& other) {
          const bool touches = other.column + other.span == place.column || place.column + place.span == other.column;
          return touches && other.at_foot == place.at_foot;
        });
    if (beside > 0) charge(&PageCosts::figures_side_by_side, static_cast<int>(beside), place);
  }

  /// What a column's figures leave of it.
  void charge_column(int column) {
    int head = 0, foot = 0;
    const FigurePlace* last = nullptr;
    for (const FigurePlace& place : plan_.figures) {
      if (column < place.column || column >= place.column + place.span) continue;
      (place.at_foot ? foot : head) += place.lines;
      last = &place;
    }
    if (last == nullptr) return;
    const int free = page_.lines - taken(column) - head - foot;
    if (head > 0 && foot > 0) charges_.push_back({&PageCosts::figures_stacked, 1, page_.costs.figures_stacked, -1, last->figure, column});
    if (free > 0 && free < 4)
      charges_.push_back({&PageCosts::few_lines_between, 1, page_.costs.few_lines_between, -1, last->figure, column});
  }

  const PagePlan& plan_;
  const PageOfFigures& page_;
  std::vector<PageCharge> charges_;
};

}  // namespace

std::vector<PageCharge> arrangement_charges(const PagePlan& plan, const PageOfFigures& page) {
  return ArrangementCharger(plan, page).run();
}

std::optional<int> column_of_end(const MadePage& made, std::span<const FillBlock> flow, int block) {
  std::optional<int> column;
  if (block < 0 || flow[static_cast<std::size_t>(block)].span > 1) return column;
  for (const MadeBand& band : made.bands) {
    for (const MadeColumn& filled : band.columns) {
      for (const ColumnPiece& piece : filled.fill.pieces) {
        const FillBlock& set = flow[static_cast<std::size_t>(piece.block)];
        if (piece.block == block && piece.line_end == set.variant(piece.variant).unit_count()) return filled.column;
        if (block == made.end.block && made.end.line > 0) column = filled.column;
      }
    }
  }
  return column;
}

std::vector<PageCharge> distance_charges(const MadePage& made, std::span<const FillBlock> flow, const PageOfFigures& page) {
  std::vector<PageCharge> charges;
  for (const FigurePlace& place : made.plan.figures) {
    const int anchor = page.figures[static_cast<std::size_t>(place.figure)].anchor_block;
    const std::optional<int> end = column_of_end(made, flow, anchor);
    if (!end) continue;
    const int ahead = *end - (place.column + place.span - 1), behind = place.column - *end;
    if (ahead > 0)
      charges.push_back({&PageCosts::figure_ahead, ahead, ahead * page.costs.figure_ahead, anchor, place.figure, place.column});
    if (behind > 0)
      charges.push_back({&PageCosts::figure_distance, behind, behind * page.costs.figure_distance, anchor, place.figure, place.column});
  }
  return charges;
}

}  // namespace banxin
