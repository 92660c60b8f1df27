// Where the figures of a page stand: the cheapest arrangements at the heads and feet of its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "style/page_costs.h"

namespace banxin {

/// A figure as the page maker sees it.
struct FloatingFigure {
  enum class Place { any, top, bottom, page };
  int anchor_block = -1;  ///< of the flow: the block it belongs to; it stands on no page before that block's first line. -1: anywhere
  /// Grid lines it takes over 1, 2, ... columns ([0] is one column), for each first column; 0: not allowed. A single entry holds for every
  /// column.
  std::vector<std::vector<int>> lines_by_span;
  int fixed_span = 0;  ///< columns the author asked for; 0: the style decides
  Place place = Place::any;
  int shrink = 0;  ///< lines by which its picture may be lower

  int lines_over(int column, int span) const;
  friend bool operator==(const FloatingFigure&, const FloatingFigure&) = default;
};

/// A figure's place on a page.
struct FigurePlace {
  int figure = 0;
  int column = 0, span = 1;
  bool at_foot = false;
  int lines = 0;
  int at = 0;      ///< at the head: lines below the column's head
  int shrunk = 0;  ///< lines by which it is lower than it would be
  friend bool operator==(const FigurePlace&, const FigurePlace&) = default;
};

/// An arrangement: the places, and the lines they take from the head and foot of each column.
struct PagePlan {
  std::vector<FigurePlace> figures;
  std::vector<int> head_lines, foot_lines;
  int cost = 0;
  friend bool operator==(const PagePlan&, const PagePlan&) = default;
};

struct PlanRoom {
  int columns = 1;
  int lines = 0;                ///< of each column
  int lead_span = 1;            ///< columns for the first figure of the page, when its author says nothing
  std::vector<int> head_taken;  ///< lines of each column that a head block takes; empty: none
};

/// How many arrangements are kept.
struct PlanWidth {
  std::size_t begun = 256;  ///< of the first figures, that are tried with one more
  std::size_t plans = 24;   ///< of a number of figures
  friend bool operator==(const PlanWidth&, const PlanWidth&) = default;
};

/// The cheapest arrangements of the figures from one on, for any number of them, order kept (heads from left to right, then feet from left
/// to right), each figure a number of lines lower than it would be, the same for all, or as low as it may. Found figure by figure from
/// those of one figure less.
class FigureArrangements {
 public:
  /// `figures` and `costs` outlive it.
  FigureArrangements(std::span<const FloatingFigure> figures, int first, PlanRoom room, const PageCosts& costs, const PlanWidth& width);

  /// Of so many figures, by cost. None: they do not fit.
  const std::vector<PagePlan>& of(int count);

  /// Places for one more figure that were looked at so far.
  std::int64_t tried() const { return tried_; }

 private:
  /// One more figure behind an arrangement.
  struct Step {
    std::size_t before = 0;
    int shrunk = 0;
    FigurePlace place;
    int cost = 0;
  };
  struct Begun {
    PagePlan plan;
    int shrunk = 0;  ///< lines by which all figures are lower, as far as they may
  };

  void add_figure();
  void add_steps(std::size_t before, int index, int shrunk, std::vector<Step>& steps) const;
  std::vector<std::pair<int, int>> spans_for(const FloatingFigure& figure, bool leads) const;
  void try_place(Step step, std::vector<Step>& steps) const;
  int cost_of(const FigurePlace& place, const PagePlan& before) const;
  int columns_for_figures() const;
  Begun taken(const Step& step) const;
  int whole_cost(const PagePlan& plan) const;
  std::vector<PagePlan> cheapest() const;

  std::span<const FloatingFigure> figures_;
  int first_;
  PlanRoom room_;
  const PageCosts& costs_;
  PlanWidth width_;
  std::vector<int> head_taken_;
  int most_shrunk_ = 0;
  std::vector<Begun> begun_;                    ///< with as many figures as have been arranged
  std::deque<std::vector<PagePlan>> by_count_;  ///< [0]: of none
  std::int64_t tried_ = 0;
};

}  // namespace banxin
