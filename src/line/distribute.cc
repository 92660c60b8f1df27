#include "line/distribute.h"

#include <algorithm>
#include <limits>

namespace banxin {
namespace {

constexpr Length unlimited = Length::from_raw(std::numeric_limits<std::int64_t>::max() / 4);

struct Site {
  std::size_t gap;  ///< of the line's widths
  Length capacity, em;
};

using Sites = std::vector<Site>;

/// `gaps_of(gap)` gives the capacity of a gap in the stage, or nothing.
template <typename Capacity>
Sites sites_of(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, Capacity capacity) {
  Sites sites;
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    const Length most = capacity(items.gaps[i]);
    if (most > Length()) sites.push_back({i - begin, most, items.gaps[i].em});
  }
  return sites;
}

/// Sites that an equal part would fill drop out, until the rest can take theirs.
Length fill_small_sites(Sites& sites, Length amount, int sign, std::vector<Length>& widths) {
  while (true) {
    Length ems;
    for (const Site& site : sites) ems += site.em;
    const auto full = [&](const Site& site) { return site.capacity <= amount.scaled(site.em.raw(), ems.raw()); };
    const auto small = std::stable_partition(sites.begin(), sites.end(), [&](const Site& site) { return !full(site); });
    if (small == sites.end()) return amount;
    for (auto site = small; site != sites.end(); ++site) {
      widths[site->gap] += sign * site->capacity;
      amount -= site->capacity;
    }
    sites.erase(small, sites.end());
    if (sites.empty()) return amount;
  }
}

/// Spreads `amount` (positive) over the sites, added or taken away by `sign`. What they cannot take is returned.
Length spread(Sites sites, Length amount, int sign, std::vector<Length>& widths) {
  if (sites.empty() || amount <= Length()) return amount;
  Length capacity;
  for (const Site& site : sites) capacity += std::min(site.capacity, amount);
  const Length taken = std::min(amount, capacity);
  const Length rest = fill_small_sites(sites, taken, sign, widths);
  Length ems, before, given;
  for (const Site& site : sites) ems += site.em;
  for (const Site& site : sites) {  // by running totals, so that roundings do not add up
    before += site.em;
    const Length up_to_here = rest.scaled(before.raw(), ems.raw());
    widths[site.gap] += sign * (up_to_here - given);
    given = up_to_here;
  }
  return amount - taken;
}

Sites unlimited_sites(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end) {
  const auto of_gaps = [](const Gap& gap) { return gap.stretch_stage == StretchStage::gap ? unlimited : Length(); };
  Sites sites = sites_of(items, begin, end, of_gaps);
  if (!sites.empty()) return sites;
  return sites_of(items, begin, end, [](const Gap& gap) { return gap.stretch_stage == StretchStage::none ? Length() : unlimited; });
}

}  // namespace

void distribute(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, Length adjustment, std::vector<Length>& widths) {
  if (adjustment < Length()) {
    Length need = -adjustment;
    for (int stage = first_shrink_stage; stage <= last_shrink_stage && need > Length(); ++stage) {
      const auto capacity = [&](const Gap& gap) { return gap.shrink_stage == static_cast<ShrinkStage>(stage) ? gap.shrink : Length(); };
      need = spread(sites_of(items, begin, end, capacity), need, -1, widths);
    }
    return;
  }
  Length need = adjustment;
  for (int stage = 1; stage <= stretch_stage_count && need > Length(); ++stage) {
    const auto capacity = [&](const Gap& gap) { return gap.stretch_stage == static_cast<StretchStage>(stage) ? gap.stretch : Length(); };
    need = spread(sites_of(items, begin, end, capacity), need, 1, widths);
  }
  if (need > Length()) spread(unlimited_sites(items, begin, end), need, 1, widths);
}

void distribute_evenly(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, Length stretch, std::vector<Length>& widths) {
  spread(unlimited_sites(items, begin, end), stretch, 1, widths);
}

}  // namespace banxin
