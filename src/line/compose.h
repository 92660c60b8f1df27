// A paragraph's clusters to finished lines: punctuation width, spacing, prohibition rules, optimum-fit breaking, justification.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "line/galley.h"
#include "text/composition_options.h"

namespace banxin {

/// The room a paragraph is set in.
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

/// Composes a paragraph. Overfull lines (a unit wider than the measure) are reported as `line-overfull` with their place.
/// An empty text gives a galley without lines.
Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink);

}  // namespace banxin
