// One step of the search for pages: every arrangement of figures on the next page, its columns filled around them, and of the ends that the
// page may have those that are worth going on from.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "layout/band_fill.h"
#include "layout/page_attempt.h"
#include "layout/page_breaks.h"
#include "layout/page_ways.h"

namespace banxin {

class PageSearch {
 public:
  /// With `ways` it remembers also the ways that were not the cheapest. All that is given outlives it.
  PageSearch(const PageMatter& matter, const PageRoom& room, const PageCosts& costs, PageWays* ways);

  /// The ends of the page `page`, from 0, that goes on from one of `states`, by cost.
  PageStates next_page(const PageStates& states, int page);

  /// Of the figures on the page that leads to `taken`, in an article that costs `total`: how else they could stand. Needs `ways`.
  std::vector<OtherArrangement> other_arrangements(const PageState& taken, std::size_t page, WayCost total);

  /// Whether all of the flow and all figures stand.
  bool is_finished(const PageState& state) const { return is_at_end(state.position) && state.next_figure == figure_count(); }

  const PageBreaks& breaks() const { return breaks_; }
  const SearchWidth& width() const { return width_; }
  /// So far.
  SearchWork work() const;

 private:
  int flow_size() const { return static_cast<int>(flow_.size()); }
  int figure_count() const { return static_cast<int>(figures_.size()); }
  const FloatingFigure& figure(int index) const { return figures_[static_cast<std::size_t>(index)]; }
  bool is_at_end(const FlowPosition& position) const { return position == FlowPosition{flow_size(), 0, 0, -1}; }

  std::optional<WayCost> least_cost(const PageState& before, const PagePlan& plan, const PageHead& head, std::size_t page) const;
  int cost_of_page(const PageAttempt& attempt, int next_figure) const;
  std::optional<FlowPosition> common_end(const PageStates& states) const;
  PageHead head_of(int page) const;

  void forget_plans(const PageStates& states, const PageHead& head);
  void forget_plans(std::map<int, FigureArrangements>::iterator end);
  FigureArrangements& arrangements(int first, const PageHead& head);
  bool may_stand(const PageState& before, int index, const PageHead& head) const;
  bool may_reach(FlowPosition begin, int figure_index, const PageHead& head) const;

  void add_pages_after(const std::shared_ptr<const PageState>& before, int page);
  bool add(const std::shared_ptr<const PageState>& before, PageAttempt attempt, const PagePlan& plan, const PageHead& head,
           WayCost& cheapest);
  bool add_figure_page(const std::shared_ptr<const PageState>& before, const PageHead& head);
  void add_overfull_page(const std::shared_ptr<const PageState>& before, const PageHead& head);

  bool is_cheapest(const FlowPosition& position, int next_figure, WayCost cost) const;
  void keep(std::shared_ptr<PageState> state);
  WayCost dearest_kept() const;

  std::span<const FillBlock> flow_;
  std::span<const FloatingFigure> figures_;
  const PageRoom& room_;
  const PageCosts& costs_;
  SearchWidth width_;
  const Deadline deadline_;
  const PageBreaks breaks_;
  PageTrial pages_;
  PageWays* ways_;
  SearchWork work_;
  // Of the page at hand:
  PageHead plans_head_;                                                      ///< of `plans_`
  std::map<int, FigureArrangements> plans_;                                  ///< by the first figure
  std::map<std::pair<FlowPosition, int>, std::shared_ptr<PageState>> best_;  ///< by where the next page goes on
  std::optional<FlowPosition> end_of_chapter_;                               ///< that the pages before end in
  WayCost bound_ = 0;                                                        ///< what costs more is not among the ends that go on
};

}  // namespace banxin
