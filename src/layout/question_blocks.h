// Questions of a worksheet: their heading, and each question with the room for its answer, which stand on one page if one can
// hold them.
#pragma once

#include "layout/flow.h"

namespace banxin {

/// Sets questions into a flow. In a page of one column they run on over the column for notes.
class QuestionBlocks {
 public:
  QuestionBlocks(const FlowInput& input, int parent, PagedDocument& document, Flow& flow)
      : input_(input), setter_(input.setter), style_(input.setter.style()), parent_(parent), document_(document), flow_(flow) {}

  void add(const Question& question, SourceSpan span);

 private:
  void add_heading(SourceSpan span);
  Length width() const;

  const FlowInput& input_;
  const TextSetter& setter_;
  const Style& style_;
  int parent_;
  PagedDocument& document_;
  Flow& flow_;
  int count_ = 0;
};

}  // namespace banxin
