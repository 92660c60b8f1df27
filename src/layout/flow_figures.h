// Figures of the body: those that stand in the text become blocks, the others leave the flow and float.
#pragma once

#include <string>

#include "layout/flow_writer.h"

namespace banxin {

class FlowFigures {
 public:
  explicit FlowFigures(FlowWriter& writer) : writer_(writer) {}

  void add(const Figure& figure, int parent, SourceSpan span);

 private:
  std::string alternative_of(const Figure& figure) const;
  bool stands_in_text(const Figure& figure) const;
  void add_standing(LoadedFigure figure, int parent);

  FlowWriter& writer_;
  int count_ = 0;
};

}  // namespace banxin
