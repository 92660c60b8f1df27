// The paragraphs of the body, set ahead of the flow by several threads.
#pragma once

#include <optional>
#include <vector>

#include "layout/flow.h"
#include "layout/text_content.h"

namespace banxin {

class BodyParagraphs {
 public:
  /// Sets them in the columns' widths, unless they are too few for more than one thread to be worth it.
  explicit BodyParagraphs(const FlowInput& input);

  /// The paragraph that is block `index` of the body, once; says what there is to say of it. Nothing when it was not set.
  std::optional<SetParagraph> take(std::size_t index);

 private:
  struct Ahead {
    SetParagraph paragraph;
    DiagnosticSink said;
  };

  DiagnosticSink& sink_;
  std::vector<std::optional<Ahead>> ahead_;  ///< by block of the body
};

}  // namespace banxin
