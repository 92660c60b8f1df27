#include "layout/page_ways.h"

#include <algorithm>

namespace banxin {

void PageWays::add(const PageState& before, const FlowPosition& position, int next_figure, int cost) {
  ways_.push_back({end_of(before), {position, next_figure}, cost});
}

void PageWays::add_page(const PageStates& kept) {
  Page page;
  for (const auto& state : kept) page.costs[end_of(*state)] = state->cost;
  std::erase_if(ways_, [&](const Way& way) { return !page.costs.contains(way.to); });
  page.ways = std::exchange(ways_, {});
  pages_.push_back(std::move(page));
}

void PageWays::finish(const std::shared_ptr<const PageState>& last) {
  const End end = end_of(*last);
  std::vector<End> taken;
  for (const PageState* state = last.get(); state->before; state = state->before.get()) taken.push_back(end_of(*state));
  std::reverse(taken.begin(), taken.end());
  other_ends_.assign(taken.size(), std::nullopt);
  to_go_.resize(pages_.size());
  std::map<End, WayCost> to_go;  // from the ends of a page to the end of the article
  for (std::size_t page = pages_.size(); page-- > 0;) {
    if (pages_[page].costs.contains(end)) to_go[end] = 0;
    if (page < taken.size()) other_ends_[page] = cheapest_other(pages_[page].costs, to_go, taken[page], last->cost);
    std::map<End, WayCost> before;
    for (const Way& way : pages_[page].ways) {
      const auto rest = to_go.find(way.to);
      if (rest == to_go.end()) continue;
      const WayCost cost = way.cost + rest->second;
      const auto [known, is_new] = before.try_emplace(way.from, cost);
      if (!is_new) known->second = std::min(known->second, cost);
    }
    to_go_[page] = std::exchange(to_go, std::move(before));
  }
}

std::optional<WayCost> PageWays::to_go(std::size_t page, const FlowPosition& position, int next_figure) const {
  const auto rest = to_go_[page].find({position, next_figure});
  if (rest == to_go_[page].end()) return std::nullopt;
  return rest->second;
}

std::optional<OtherPageEnd> PageWays::cheapest_other(const std::map<End, WayCost>& costs, const std::map<End, WayCost>& to_go,
                                                     const End& taken, WayCost total) {
  std::optional<OtherPageEnd> cheapest;
  for (const auto& [end, cost] : costs) {
    const auto rest = to_go.find(end);
    if (end == taken || rest == to_go.end()) continue;
    const int more = bounded(cost + rest->second - total);
    if (!cheapest || more < cheapest->more) cheapest = OtherPageEnd{end.first, end.second, more};
  }
  return cheapest;
}

}  // namespace banxin
