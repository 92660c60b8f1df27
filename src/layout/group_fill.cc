// Columns of a band that a block stands over: see band_fill.h.
#include <algorithm>

#include "layout/band_fill.h"

namespace banxin {

namespace {

bool stands_at(const FlowPosition& position, int block) { return position == FlowPosition{block, 0, 0, -1}; }

/// The lowest line at which something over all columns may end.
int common_foot(const BandRoom& room) {
  int foot = std::numeric_limits<int>::max();
  for (const ColumnRoom& column : room.columns) foot = std::min(foot, column.first_line + column.capacity);
  return foot;
}

bool heads_are_free(const BandRoom& room) {
  return std::all_of(room.columns.begin(), room.columns.end(),
                     [&](const ColumnRoom& column) { return column.first_line == room.first_line; });
}

}  // namespace

const BandFiller::Groups& BandFiller::groups_around(int block, const Partial& partial, const BandRoom& band) const {
  BandRoom room = band;
  const auto first = band.columns.begin() + static_cast<std::ptrdiff_t>(partial.columns);
  room.columns.assign(first, first + rules_.flow[static_cast<std::size_t>(block)].span);
  room.must = partial.must;
  room.after_group = partial.after_group;
  room.limit = std::numeric_limits<int>::max();
  GroupKey key{partial.position, block,        room.must, room.stop, room.first_line, room.lines, room.balanced, room.at_figures,
               room.after_group, room.columns, {}};
  if (room.anchor_costs != nullptr) key.anchors = *room.anchor_costs;
  auto& groups = groups_[std::move(key)];
  if (!groups) groups = std::make_unique<Groups>(fill_group(block, partial.position, room));
  return *groups;
}

BandFiller::Groups BandFiller::fill_group(int block, const FlowPosition& begin, const BandRoom& room) const {
  Groups groups;
  if (!may_hold(block, begin, room)) return groups;
  for (const auto& [line, above] : ways_above(block, begin, room)) {
    for (BandAttempt& group : fill_below(block, above, line, room)) {
      const auto known = std::find_if(groups.begin(), groups.end(), [&](const BandAttempt& other) {
        return other.position == group.position && other.must == group.must;
      });
      if (known == groups.end())
        groups.push_back(std::move(group));
      else if (group.cost < known->cost)
        *known = std::move(group);
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [](const BandAttempt& a, const BandAttempt& b) { return a.cost < b.cost; });
  if (groups.size() > width().column_ends) groups.resize(width().column_ends);
  return groups;
}

/// Whether the columns can hold the text up to the block, and the block.
bool BandFiller::may_hold(int block, const FlowPosition& begin, const BandRoom& room) const {
  return extent_.least_lines(begin, block + 1) <= room.capacity();
}

/// Text above the block does not depend on the room below it.
const BandFiller::AboveGroup& BandFiller::ways_above(int block, const FlowPosition& begin, const BandRoom& room) const {
  BandRoom above = room;
  above.stop = block;
  above.lines = 0;
  above.balanced = above.at_figures = false;
  above.one_line_cost = 0;
  for (ColumnRoom& column : above.columns) column = {.column = column.column, .measure = column.measure, .first_line = column.first_line};
  GroupKey key{begin, block, above.must, above.stop, above.first_line, 0, false, false, above.after_group, above.columns, {}};
  if (room.anchor_costs != nullptr) key.anchors = *room.anchor_costs;
  auto& ways = above_groups_[std::move(key)];
  if (!ways) ways = std::make_unique<AboveGroup>(fill_above(block, begin, above));
  return *ways;
}

/// The cheapest ways to fill the columns above the block.
BandFiller::AboveGroup BandFiller::fill_above(int block, const FlowPosition& begin, const BandRoom& room) const {
  const FillBlock& spanning = rules_.flow[static_cast<std::size_t>(block)];
  AboveGroup ways;
  if (stands_at(begin, block) && heads_are_free(room)) {
    ways[room.first_line == 0 ? 0 : room.first_line + spanning.space_before] = {begin, 0, 0, 0, {}};
    return ways;
  }
  const int most = rules_.tallest_column - room.first_line;
  for (int lines = least_level(begin, room), found = 0; lines <= most && found < width().balance_heights; ++lines) {
    std::optional<BandAttempt> way = fill_level(begin, room, lines);
    if (!way) continue;
    ++found;
    ways[room.first_line + lines + spanning.space_before] = std::move(*way);
  }
  return ways;
}

/// The block at a line, as low as it must be, and the columns below it filled in every way.
std::vector<BandAttempt> BandFiller::fill_below(int block, const BandAttempt& above, int line, const BandRoom& room) const {
  const FillBlock& spanning = rules_.flow[static_cast<std::size_t>(block)];
  const ColumnRoom& first = room.columns.front();
  const int variant = spanning.variant_for(first.column), natural = spanning.variant(variant).lines;
  const int wanted = block + 1 == static_cast<int>(rules_.flow.size()) ? 0 : spanning.keep_with_next;
  const int foot = common_foot(room);
  const bool too_high = line == 0 && spanning.least_lines() > rules_.tallest_column;
  const int lines = too_high ? foot : std::min(natural, foot - line - wanted);
  if (lines < natural - spanning.shrink && !too_high) return {};
  const int cost = above.cost + (too_high ? rules_.costs.hole_more + spanning.shrink * rules_.costs.figure_shrunk
                                          : (natural - lines) * rules_.costs.figure_shrunk);

  BandRoom below = room;
  below.after_group = true;
  below.to_stop = false;  // the columns beside go on
  below.first_line = line + lines;
  below.lines = room.first_line + room.lines - below.first_line;
  below.must = spanning.keep_with_next;
  for (ColumnRoom& column : below.columns) {
    column.capacity = column.first_line + column.capacity - below.first_line;
    column.first_line = below.first_line;
    if (!room.balanced) continue;
    column.empty_cost = column.foot > 0 ? column.room_cost * column.capacity : rules_.costs.empty_column;
    column.skip_cost = column.foot > 0 ? 0 : rules_.costs.empty_column;
  }
  std::vector<BandAttempt> ways = fill_columns({block + 1, 0, 0, -1}, below);
  for (BandAttempt& way : ways) {
    way.cost += cost;
    way.text = 2;
    auto& pieces = way.sections.front().above;
    pieces.insert(pieces.begin(), {block, variant, line, lines, first.column, static_cast<int>(room.columns.size()), 0, 0,
                                   spanning.variant(variant).unit_count()});
    way.sections.insert(way.sections.begin(), above.sections.begin(), above.sections.end());
  }
  return ways;
}

}  // namespace banxin
