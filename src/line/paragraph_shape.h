// The room a paragraph is set in.
#pragma once

#include <vector>

#include "base/length.h"

namespace banxin {

struct ParagraphShape {
  enum class Alignment { justify, start, centre, end, even };
  Length measure;
  std::vector<Length> measures;  ///< of the first lines, when they differ (beside a drop capital); then `measure`
  Length indent;                 ///< of the first line
  /// How many lines to set it in, for columns that come out even; 0: as many as are best. The galley is empty when the limited stages do
  /// not reach so far, and for text that is not justified by optimum fit in one piece.
  int lines = 0;
  Alignment alignment = Alignment::justify;
};

}  // namespace banxin
