// Which block of a flow each note stands below: the first whose text calls for it.
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/flow.h"

namespace banxin {

class FlowNotes {
 public:
  /// `notes` are the flow's.
  FlowNotes(const FlowInput& input, NoteSetting& notes, PagedDocument& document) : input_(input), notes_(notes), document_(document) {}

  /// Notes of the head stand at the foot of the first text.
  void claim_head(int parent);
  /// Notes that the block calls for first. Those of one over all columns, or that may go to the next, stand below the text that follows it.
  void claim(FlowBlock& block, FillBlock& fill, int parent);

  /// They stand after the text, not at the foot of columns.
  bool are_endnotes() const;
  /// Those that no column has, in order.
  std::vector<int> take_waiting() { return std::exchange(waiting_, {}); }
  /// Reports marks in captions and other texts outside the columns.
  void report_left() const;

 private:
  void claim(std::string_view name, int parent);

  const FlowInput& input_;
  NoteSetting& notes_;
  PagedDocument& document_;
  std::set<int> claimed_;
  std::vector<int> waiting_;  ///< for the next text, or the end
};

}  // namespace banxin
