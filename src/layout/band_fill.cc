#include "layout/band_fill.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace banxin {

namespace {

/// Articles up to this size are searched through and through.
constexpr int lines_of_small_flow = 60, columns_of_small_flow = 3, figures_of_small_flow = 2;

bool stands_at(const FlowPosition& position, int block) { return position == FlowPosition{block, 0, 0, -1}; }

/// Ways to fill a column that are kept, mostly.
constexpr std::size_t usual_ways = 8;

constexpr int unlimited = std::numeric_limits<int>::max();

/// What is left of a limit when so much is spent.
int limit_from(int limit, int spent) { return limit == unlimited ? unlimited : limit - spent; }

void sort_by_cost(auto& ways, std::size_t keep) {
  std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  if (ways.size() > keep) ways.resize(keep);
}

/// A paragraph that goes on after the band ends on its page in the last column that holds some of it.
int cost_of_cut(const AnchorCosts& anchors, const BandAttempt& attempt) {
  if (attempt.position.line == 0) return 0;
  for (auto section = attempt.sections.rbegin(); section != attempt.sections.rend(); ++section) {
    for (auto column = section->columns.rbegin(); column != section->columns.rend(); ++column) {
      if (!column->end->pieces.empty()) return cost_of_anchor(anchors, attempt.position.block, column->room.column);
    }
  }
  return 0;
}

}  // namespace

SearchWidth SearchWidth::for_article(int lines, int columns, int figures) {
  SearchWidth width;
  if (lines > lines_of_small_flow || columns > columns_of_small_flow || figures > figures_of_small_flow) return width;
  width.column_ends = 200;
  width.group_begins = 200;
  width.page_states = 200;
  width.plans = {100'000, 1000};
  width.balance_heights = width.limited_heights = std::numeric_limits<int>::max();
  width.plan_slack = std::numeric_limits<int>::max() / 4;
  width.steps = std::numeric_limits<std::int64_t>::max();
  return width;
}

SearchWidth SearchWidth::in_haste() const {
  SearchWidth width = *this;
  width.column_ends = 2;
  width.group_begins = 1;
  width.plans.plans = 1;
  width.balance_heights = 1;
  return width;
}

int BandRoom::capacity(std::size_t from_column) const {
  return std::accumulate(columns.begin() + static_cast<std::ptrdiff_t>(from_column), columns.end(), 0,
                         [](int sum, const ColumnRoom& column) { return sum + column.capacity; });
}

std::size_t BandFiller::ColumnHash::operator()(const Column& column) const {
  std::uint64_t hash = 0;
  for (const int value :
       {column.begin.block, column.begin.variant, column.begin.line, column.begin.waiting, column.begin.notes, column.room.capacity,
        column.room.measure, column.room.must, column.room.stop, column.room.room_cost, column.room.empty_cost, column.room.skip_cost}) {
    hash = (hash ^ static_cast<std::uint32_t>(value)) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
  }
  return static_cast<std::size_t>(hash);
}

void BandFiller::forget() {
  groups_.clear();
  above_groups_.clear();
  ways_.clear();
  found_.clear();
  steps_ = 0;
}

std::vector<BandAttempt> BandFiller::fill(FlowPosition begin, const BandRoom& room) const {
  std::vector<BandAttempt> attempts = fill_columns(begin, room);
  if (room.anchor_costs == nullptr) return attempts;
  for (BandAttempt& attempt : attempts) attempt.cost += cost_of_cut(*room.anchor_costs, attempt);
  sort_by_cost(attempts, attempts.size());
  return attempts;
}

std::optional<BandAttempt> BandFiller::fill_level(FlowPosition begin, BandRoom room, int lines) const {
  const PageCosts& costs = rules_.costs;
  int taken = 0;
  for (const ColumnRoom& column : room.columns) taken = std::max(taken, column.first_line - room.first_line + column.foot);
  room.lines = lines;
  room.balanced = room.to_stop = true;
  room.at_figures = lines <= taken;
  const int room_cost = room.at_figures ? costs.room_beside_figure : costs.hole_one_line;
  const int columns = static_cast<int>(room.columns.size());
  const int limit = room.limit;
  std::optional<BandAttempt> cheapest;
  int least = std::numeric_limits<int>::max();
  for (int shorter = 0; shorter < columns; ++shorter) {
    int uneven = 0;
    for (int c = 0; c < columns; ++c) {
      ColumnRoom& column = room.columns[static_cast<std::size_t>(c)];
      const int above = column.first_line - room.first_line;
      const bool one_less = c >= columns - shorter && column.foot == 0 && lines > above;
      if (one_less) uneven += costs.uneven_foot;
      column.capacity = std::max(0, lines - above - column.foot - (one_less ? 1 : 0));
      column.room_cost = room_cost;
      // Room left where the flow ends is the same fault as a hole, since other columns could have been shorter; not beside a figure that
      // the band cannot be shorter than.
      const bool beside_figure = above + column.foot > 0;
      column.empty_cost = beside_figure ? room_cost * column.capacity : costs.empty_column;
      column.skip_cost = beside_figure ? 0 : costs.empty_column;
    }
    room.limit = std::min(limit, least) - uneven;
    for (BandAttempt& attempt : fill(begin, room)) {
      const int cost = attempt.cost + uneven + (attempt.text == 1 ? room.one_line_cost : 0);
      if (!stands_at(attempt.position, room.stop) || cost >= least) continue;
      least = cost;
      cheapest = std::move(attempt);
      cheapest->cost += uneven;
    }
  }
  return cheapest;
}

int BandFiller::least_level(const FlowPosition& begin, const BandRoom& room) const {
  int taken = 0, lines = extent_.least_lines(begin, room.stop);
  for (const ColumnRoom& column : room.columns) {
    const int others = column.first_line - room.first_line + column.foot;
    taken = std::max(taken, others);
    lines += others;
  }
  const int columns = static_cast<int>(room.columns.size());
  return std::max({1, taken, (lines + columns - 1) / columns});
}

/// Ways without what a paragraph costs that is cut at their end.
std::vector<BandAttempt> BandFiller::fill_columns(FlowPosition begin, const BandRoom& room) const {
  std::vector<std::vector<Partial>> layers(room.columns.size() + 1);  // by columns filled
  for (std::vector<Partial>& layer : layers) layer.reserve(usual_ways);
  layers.front().push_back({.position = begin, .must = room.must, .after_group = room.after_group});
  std::vector<Partial> all;
  all.reserve(room.columns.size() * usual_ways);
  for (std::size_t filled = 0; filled < room.columns.size(); ++filled) {
    sort_by_cost(layers[filled], width().column_ends);
    for (std::size_t rank = 0; rank < layers[filled].size(); ++rank) {
      const Partial partial = layers[filled][rank];
      const int parent = static_cast<int>(all.size());
      all.push_back(partial);
      add_column(partial, parent, room, layers[filled + 1]);
      if (rank < width().group_begins) add_groups(partial, parent, room, layers);
    }
  }
  sort_by_cost(layers.back(), width().column_ends);
  std::vector<BandAttempt> attempts;
  attempts.reserve(layers.back().size());
  for (const Partial& last : layers.back()) attempts.push_back(attempt_of(all, last, room));
  return attempts;
}

/// One more column filled in every way.
void BandFiller::add_column(const Partial& partial, int parent, const BandRoom& band, std::vector<Partial>& next) const {
  const ColumnRoom& column = band.columns[partial.columns];
  const FillRoom room{column.capacity, column.measure, partial.must, band.stop, column.room_cost, column.empty_cost, column.skip_cost};
  for (const ColumnEnd& way : ways_to_fill(partial.position, room, limit_from(band.limit, partial.cost))) {
    int cost = partial.cost + way.cost;
    if (cost >= band.limit) break;  // ways come by cost
    ++steps_;
    if (!may_reach_stop(way.end, partial.columns + 1, band)) continue;
    if (band.anchor_costs != nullptr) cost += cost_of_anchors(*band.anchor_costs, way.pieces, column.column);
    // Beside or below a block over several columns an empty one is as bad as a hole.
    if (partial.after_group && way.pieces.empty() && way.stop == ColumnStop::flow_ended)
      cost += std::max(0, column.room_cost * column.capacity - column.empty_cost);
    const int must = way.pieces.empty() ? partial.must : 0;
    keep({way.end, must, std::min(2, partial.text + way.used), partial.after_group, cost, parent, partial.columns + 1, &way, nullptr},
         next);
  }
}

/// The columns that come next made a group around each block that they can be the first to hold: the next one over several columns, and
/// those after it that stand over more than any before them.
void BandFiller::add_groups(const Partial& partial, int parent, const BandRoom& band, std::vector<std::vector<Partial>>& layers) const {
  std::size_t widest = 1;
  for (int block = extent_.span_from(partial.position.block); block < band.stop; block = extent_.span_from(block + 1)) {
    const auto span = static_cast<std::size_t>(rules_.flow[static_cast<std::size_t>(block)].span);
    if (partial.columns + span > band.columns.size()) return;
    if (span <= widest) continue;
    widest = span;
    for (const BandAttempt& group : groups_around(block, partial, band)) {
      const int cost = partial.cost + group.cost;
      if (cost >= band.limit) break;
      if (!may_reach_stop(group.position, partial.columns + span, band)) continue;
      keep({group.position, group.must, 2, true, cost, parent, partial.columns + span, nullptr, &group}, layers[partial.columns + span]);
    }
  }
}

/// Whether the columns that are left can hold what is left.
bool BandFiller::may_reach_stop(const FlowPosition& position, std::size_t filled, const BandRoom& band) const {
  return !band.to_stop || extent_.least_lines(position, band.stop) <= band.capacity(filled);
}

/// The cheapest for each place it can end at.
void BandFiller::keep(const Partial& partial, std::vector<Partial>& layer) {
  const auto known = std::find_if(layer.begin(), layer.end(), [&](const Partial& other) {
    return other.position == partial.position && other.must == partial.must && other.text == partial.text &&
           other.after_group == partial.after_group;
  });
  if (known == layer.end())
    layer.push_back(partial);
  else if (partial.cost < known->cost)
    *known = partial;
}

BandAttempt BandFiller::attempt_of(const std::vector<Partial>& all, const Partial& last, const BandRoom& room) {
  std::vector<const Partial*> steps;
  steps.reserve(room.columns.size());
  for (const Partial* step = &last; step->parent >= 0; step = &all[static_cast<std::size_t>(step->parent)]) steps.push_back(step);
  BandAttempt attempt{last.position, last.must, last.text, last.cost, {}};
  bool goes_on = false;  // the section before is one of columns
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if ((*step)->group != nullptr) {
      attempt.sections.insert(attempt.sections.end(), (*step)->group->sections.begin(), (*step)->group->sections.end());
    } else {
      if (!goes_on) {
        attempt.sections.push_back({room.first_line, room.lines, room.balanced, room.at_figures, {}, {}});
        attempt.sections.back().columns.reserve(room.columns.size());
      }
      const Partial& before = all[static_cast<std::size_t>((*step)->parent)];
      attempt.sections.back().columns.push_back({room.columns[before.columns], before.position, before.must, (*step)->column});
    }
    goes_on = (*step)->group == nullptr;
  }
  return attempt;
}

int BandFiller::cost_of_anchors(const AnchorCosts& anchors, const std::vector<ColumnPiece>& pieces, int column) const {
  if (anchors.empty()) return 0;
  int cost = 0;
  for (const ColumnPiece& piece : pieces) {
    const int of_anchor = cost_of_anchor(anchors, piece.block, column);
    if (of_anchor == 0) continue;
    const bool ends = piece.line_end == rules_.flow[static_cast<std::size_t>(piece.block)].variant(piece.variant).unit_count();
    if (ends) cost += of_anchor;
  }
  return cost;
}

/// At least those that cost less than `limit`. Dearer ones may be among them.
const BandFiller::Ways& BandFiller::ways_to_fill(FlowPosition begin, const FillRoom& room, int limit) const {
  KnownWays& known = ways_[{begin, room}];
  if (known.ways == nullptr || known.limit < limit) {
    const std::size_t most = width().column_ends;
    known.ways = &found_.emplace_back(fill_column(rules_, begin, room, most, limit == unlimited ? unlimited : limit - 1));
    known.limit = known.ways->size() < most ? limit : unlimited;
  }
  return *known.ways;
}

}  // namespace banxin
