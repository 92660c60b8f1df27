// What the page maker knows beforehand of the flow from any block on: where columns end, and how many lines they take at least.
#pragma once

#include <span>
#include <vector>

#include "layout/column_fill.h"

namespace banxin {

class FlowExtent {
 public:
  /// `columns`: of a page. A block over as many of them stands over all. `tallest_column`: lines, see FillRules.
  FlowExtent(std::span<const FillBlock> flow, const NoteRoom& notes, int columns, int tallest_column);

  /// The block at or after `block` at which all columns end: one over all of them, a page break, the end of the flow.
  int stop_from(int block) const { return stops_[static_cast<std::size_t>(block)]; }
  bool spans_all(int block) const;
  /// The next block at or after `block` that stands over some of the columns; the flow's size: there is none.
  int span_from(int block) const { return spans_[static_cast<std::size_t>(block)]; }

  /// The least lines of columns that the flow takes from a place up to block `end`, all columns together.
  int least_lines(const FlowPosition& from, int end) const;

 private:
  int note_lines_above(const FlowPosition& position) const;

  std::span<const FillBlock> flow_;
  NoteRoom notes_;
  int columns_;
  std::vector<int> stops_, spans_;
  std::vector<int> lines_from_;       ///< of the flow from a block on
  std::vector<int> note_lines_from_;  ///< lines of all notes from there on
};

}  // namespace banxin
