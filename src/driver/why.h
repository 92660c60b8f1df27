// Which lines were set from a line of the article, and why they broke where they did.
#pragma once

#include <vector>

#include "driver/typeset.h"
#include "line/explain.h"

namespace banxin {

/// A text that stands in the article at a line.
struct ExplainedText {
  const Galley* galley = nullptr;      ///< of the result
  std::vector<LineExplanation> lines;  ///< none for headlines, which are broken by sense
};

/// The texts that hold something of a 1-based line of the article, typeset with `keep_galleys`.
std::vector<ExplainedText> explain_source_line(const TypesetResult& result, std::size_t line);

}  // namespace banxin
