// The ways through an article that the page maker tried and did not take, so that it can be said what another page end would have cost.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "layout/made_page.h"
#include "layout/page_maker.h"

namespace banxin {

/// Of all pages of a way: thousands of figures put off over hundreds of pages cost more than an `int` holds.
using WayCost = std::int64_t;

/// As far as an `int` holds it.
inline int bounded(WayCost cost) { return static_cast<int>(std::min<WayCost>(cost, std::numeric_limits<int>::max())); }

/// A way through the article up to the end of a page.
struct PageState {
  FlowPosition position;
  int next_figure = 0;
  WayCost cost = 0;
  MadePage page;
  std::shared_ptr<const PageState> before;
};
using PageStates = std::vector<std::shared_ptr<PageState>>;

class PageWays {
 public:
  /// A page of so much cost that leads from one end to another, whether or not another way there is cheaper.
  void add(const PageState& before, const FlowPosition& position, int next_figure, int cost);
  /// The ends at which the pages added since the last call may go on.
  void add_page(const PageStates& kept);
  /// The way that was taken.
  void finish(const std::shared_ptr<const PageState>& last);

  /// For each page of the way taken its cheapest other end.
  const std::vector<std::optional<OtherPageEnd>>& other_ends() const { return other_ends_; }

  /// The least that the article costs behind the page `page` when that ends at a place; nothing where no way to its end is known.
  std::optional<WayCost> to_go(std::size_t page, const FlowPosition& position, int next_figure) const;

 private:
  using End = std::pair<FlowPosition, int>;
  struct Way {
    End from, to;
    int cost = 0;
  };
  struct Page {
    std::map<End, WayCost> costs;  ///< of the cheapest way to an end
    std::vector<Way> ways;
  };

  static End end_of(const PageState& state) { return {state.position, state.next_figure}; }
  static std::optional<OtherPageEnd> cheapest_other(const std::map<End, WayCost>& costs, const std::map<End, WayCost>& to_go,
                                                    const End& taken, WayCost total);

  std::vector<Page> pages_;
  std::vector<Way> ways_;  ///< of the page at hand
  std::vector<std::optional<OtherPageEnd>> other_ends_;
  std::vector<std::map<End, WayCost>> to_go_;  ///< by pages
};

}  // namespace banxin
