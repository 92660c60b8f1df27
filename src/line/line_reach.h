// How far lines of a segment can reach from each place, and how many are left from there: what bounds the search for the best ones.
#pragma once

#include <cstddef>
#include <vector>

#include "line/line_breaker.h"

namespace banxin {

/// Places: 0 is the segment's beginning, the others its breaks. Bounds are safe: what they exclude cannot be.
class LineReach {
 public:
  LineReach(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms, const Segment& segment);

  std::size_t place_count() const { return place_count_; }
  const BreakPoint& break_at(std::size_t place) const { return items_.breaks[segment_.first_break + place - 1]; }
  std::uint32_t begin_of(std::size_t place) const { return place == 0 ? segment_.begin : break_at(place).box; }

  /// Sets how bad a line may be: it bounds how far lines stretch, and so how many can be made.
  void limit_badness(double limit);

  /// Whether no line between two places can fit, however much it shrinks.
  bool is_beyond(std::size_t place, std::size_t end_place, Length room) const { return least_to_[end_place] - least_from_[place] > room; }
  /// The first place to which a line from `place` can stretch at all; the last one always counts, for the last line needs no stretch.
  std::size_t first_within(std::size_t place, Length room) const;

  /// Lines from a place to the segment's end: at least; and at most within the badness limit, where a number of lines is wanted.
  std::size_t fewest_lines(std::size_t place) const { return fewest_lines_[place]; }
  std::size_t most_lines(std::size_t place) const { return most_lines_[place]; }

 private:
  void count_fewest_lines(Length widest_room);
  void count_most_lines();

  const ParagraphItems& items_;
  const CompositionOptions& options_;
  Segment segment_;
  std::size_t place_count_;
  bool counts_most_lines_;  ///< only where a number of lines is wanted
  Length widest_em_, widest_hyphen_, narrowest_room_;
  std::vector<Length> least_from_, least_to_;  ///< the least width of a line is the difference
  std::vector<Length> reach_from_, reach_to_;  ///< the most that a line stretches to within the limit is the difference and the margin
  Length reach_margin_;
  bool unlimited_ = true;
  std::vector<std::size_t> fewest_lines_, most_lines_;
};

}  // namespace banxin
