#include "layout/band_fill.h"

#include <algorithm>
#include <cstdint>

namespace banxin {

namespace {

/// Articles up to this size are searched through and through.
constexpr int lines_of_small_flow = 60, columns_of_small_flow = 3, figures_of_small_flow = 2;

int at_or(const std::vector<int>& values, int index, int otherwise) {
  return values.empty() ? otherwise : values[static_cast<std::size_t>(index)];
}

/// A paragraph that goes on after the band ends on its page in the last column that holds some of it.
int cost_of_cut(const AnchorCosts& anchors, const BandAttempt& attempt) {
  if (attempt.position.line == 0) return 0;
  for (std::size_t column = attempt.columns.size(); column-- > 0;) {
    if (!attempt.columns[column].end->pieces.empty()) return cost_of_anchor(anchors, attempt.position.block, static_cast<int>(column));
  }
  return 0;
}

}  // namespace

SearchWidth SearchWidth::for_article(int lines, int columns, int figures) {
  SearchWidth width;
  if (lines > lines_of_small_flow || columns > columns_of_small_flow || figures > figures_of_small_flow) return width;
  width.column_ends = 200;
  width.page_states = 200;
  width.plans = 1000;
  width.balance_heights = width.limited_heights = std::numeric_limits<int>::max();
  width.plan_slack = std::numeric_limits<int>::max() / 4;
  return width;
}

std::size_t BandFiller::ColumnHash::operator()(const Column& column) const {
  std::uint64_t hash = 0;
  for (const int value :
       {column.begin.block, column.begin.variant, column.begin.line, column.begin.waiting, column.begin.notes, column.room.capacity,
        column.room.measure, column.room.must, column.room.stop, column.room.room_cost, column.room.empty_cost}) {
    hash = (hash ^ static_cast<std::uint32_t>(value)) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
  }
  return static_cast<std::size_t>(hash);
}

std::vector<BandAttempt> BandFiller::fill(FlowPosition begin, const BandRoom& room) const {
  std::vector<Partial> all = {{begin, room.must, 0, -1, nullptr}};
  std::size_t first = 0;  // of the bands filled up to the column before
  const int columns = static_cast<int>(room.capacities.size());
  for (int column = 0; column < columns; ++column) {
    FillRoom column_room;
    column_room.capacity = room.capacities[static_cast<std::size_t>(column)];
    column_room.measure = at_or(room.measures, column, 0);
    column_room.stop = room.stop;
    column_room.room_cost = at_or(room.room_costs, column, 0);
    column_room.empty_cost = at_or(room.empty_costs, column, 0);
    std::vector<Partial> next = extend(all, first, column_room, column, room);
    std::stable_sort(next.begin(), next.end(), [](const Partial& a, const Partial& b) { return a.cost < b.cost; });
    if (next.size() > width_.column_ends) next.resize(width_.column_ends);
    first = all.size();
    all.insert(all.end(), next.begin(), next.end());
  }
  std::vector<BandAttempt> attempts;
  for (std::size_t i = first; i < all.size(); ++i) {
    attempts.push_back(attempt_of(all, all[i]));
    if (room.anchor_costs != nullptr) attempts.back().cost += cost_of_cut(*room.anchor_costs, attempts.back());
  }
  std::stable_sort(attempts.begin(), attempts.end(), [](const BandAttempt& a, const BandAttempt& b) { return a.cost < b.cost; });
  return attempts;
}

/// One more column filled in every way, the cheapest for each place it can end at.
std::vector<BandFiller::Partial> BandFiller::extend(const std::vector<Partial>& all, std::size_t first, FillRoom room, int column,
                                                    const BandRoom& band) const {
  std::vector<Partial> next;
  for (std::size_t parent = first; parent < all.size(); ++parent) {
    const Partial& partial = all[parent];
    room.must = partial.must;
    for (const ColumnEnd& way : ways_to_fill(partial.position, room)) {
      int cost = partial.cost + way.cost;
      if (cost >= band.limit) break;  // ways come by cost
      if (band.anchor_costs != nullptr) cost += cost_of_anchors(*band.anchor_costs, way.pieces, column);
      const int must = way.pieces.empty() ? partial.must : 0;
      const Partial extended{way.end, must, cost, static_cast<int>(parent), &way};
      const auto known =
          std::find_if(next.begin(), next.end(), [&](const Partial& other) { return other.position == way.end && other.must == must; });
      if (known == next.end())
        next.push_back(extended);
      else if (cost < known->cost)
        *known = extended;
    }
  }
  return next;
}

BandAttempt BandFiller::attempt_of(const std::vector<Partial>& all, const Partial& last) {
  BandAttempt attempt{last.position, last.must, last.cost, {}};
  for (const Partial* partial = &last; partial->parent >= 0;) {
    const Partial& parent = all[static_cast<std::size_t>(partial->parent)];
    attempt.columns.push_back({parent.position, parent.must, partial->last});
    partial = &parent;
  }
  std::reverse(attempt.columns.begin(), attempt.columns.end());
  return attempt;
}

int BandFiller::cost_of_anchors(const AnchorCosts& anchors, const std::vector<ColumnPiece>& pieces, int column) const {
  if (anchors.empty()) return 0;
  int cost = 0;
  for (const ColumnPiece& piece : pieces) {
    const bool ends = piece.line_end == rules_.flow[static_cast<std::size_t>(piece.block)].variant(piece.variant).unit_count();
    if (ends) cost += cost_of_anchor(anchors, piece.block, column);
  }
  return cost;
}

const BandFiller::Ways& BandFiller::ways_to_fill(FlowPosition begin, const FillRoom& room) const {
  auto& ways = ways_[{begin, room}];
  if (!ways) ways = std::make_unique<Ways>(fill_column(rules_, begin, room, width_.column_ends));
  return *ways;
}

}  // namespace banxin
