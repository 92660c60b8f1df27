// Tables of the body: set and numbered.
#pragma once

#include "layout/flow_writer.h"

namespace banxin {

class FlowTables {
 public:
  explicit FlowTables(FlowWriter& writer) : writer_(writer) {}

  /// Only a table higher than a third of a column may be cut. `table` outlives the flow.
  void add(const Table& table, int parent, SourceSpan span);

 private:
  RichText caption_of(const Table& table);

  FlowWriter& writer_;
  int count_ = 0;  ///< of those with numbers
};

}  // namespace banxin
