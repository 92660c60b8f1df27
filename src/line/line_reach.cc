#include "line/line_reach.h"

#include <algorithm>
#include <limits>

namespace banxin {

namespace {

Length stretched(Length ems, double part) { return Length::from_raw(static_cast<std::int64_t>(static_cast<double>(ems.raw()) * part)); }

}  // namespace

LineReach::LineReach(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms, const Segment& segment)
    : items_(items),
      options_(options),
      segment_(segment),
      place_count_(segment.last_break - segment.first_break + 2),
      counts_most_lines_(rooms.wanted_lines > 0) {
  for (std::size_t i = segment.begin; i < items.boxes.size(); ++i) widest_em_ = std::max(widest_em_, items.boxes[i].em);
  for (const BreakPoint& at : items.breaks) widest_hyphen_ = std::max(widest_hyphen_, at.hyphen_width());
  const LineFitter fitter(items, options);
  least_from_.resize(place_count_);
  least_to_.resize(place_count_);
  for (std::size_t place = 0; place < place_count_; ++place) {
    if (begin_of(place) < items.boxes.size()) least_from_[place] = fitter.least_from(begin_of(place));
    if (place > 0 && break_at(place).content_end > 0) least_to_[place] = fitter.least_to(break_at(place).content_end);
  }
  Length widest = rooms.room_of(segment.first_line);
  narrowest_room_ = widest;
  for (std::size_t line = segment.first_line; line <= std::max(rooms.first_measures.size(), segment.first_line + 1); ++line) {
    widest = std::max(widest, rooms.room_of(line));
    narrowest_room_ = std::min(narrowest_room_, rooms.room_of(line));
  }
  count_fewest_lines(widest);
}

void LineReach::limit_badness(double limit) {
  unlimited_ = limit == std::numeric_limits<double>::infinity();
  if (unlimited_) return;
  const double gap_part = unlimited_extra(options_.weights, limit);
  const auto reach_of = [&](std::size_t box) {
    const Totals& totals = items_.totals[box];
    Length width = totals.bodies + totals.gaps;
    for (const Length stretch : totals.stretch) width += stretch;
    return width + stretched(totals.gap_ems + totals.other_ems, gap_part);
  };
  reach_from_.resize(place_count_);
  reach_to_.resize(place_count_);
  for (std::size_t place = 0; place < place_count_; ++place) {
    reach_from_[place] = reach_of(begin_of(place));
    if (place > 0) reach_to_[place] = reach_of(break_at(place).content_end);
  }
  reach_margin_ = 2 * widest_em_ + widest_hyphen_ + stretched(widest_em_, gap_part);
  if (counts_most_lines_) count_most_lines();
}

std::size_t LineReach::first_within(std::size_t place, Length room) const {
  if (unlimited_) return place + 1;
  const Length needed = reach_from_[place] + room - reach_margin_;
  const auto first = reach_to_.begin() + static_cast<std::ptrdiff_t>(place) + 1;
  return static_cast<std::size_t>(std::lower_bound(first, reach_to_.end() - 1, needed) - reach_to_.begin());
}

/// Backwards: the farthest line is the best. Room to spare makes up for what a later beginning keeps before its first mark.
void LineReach::count_fewest_lines(Length widest_room) {
  fewest_lines_.assign(place_count_, 0);
  const Length room = widest_room + 2 * widest_em_;
  std::size_t farthest = place_count_ - 1;
  for (std::size_t place = place_count_ - 1; place-- > 0;) {
    while (farthest > place + 1 && is_beyond(place, farthest, room)) --farthest;
    fewest_lines_[place] = fewest_lines_[farthest] + 1;
  }
}

/// Backwards: the nearest line is the best.
void LineReach::count_most_lines() {
  most_lines_.assign(place_count_, 0);
  for (std::size_t place = place_count_ - 1; place-- > 0;) most_lines_[place] = most_lines_[first_within(place, narrowest_room_)] + 1;
}

}  // namespace banxin
