// Display lines (headlines, decks, captions of several lines): broken by sense into balanced lines, never justified.
#pragma once

#include <optional>

#include "line/compose.h"

namespace banxin {

struct DisplayShape {
  Length measure;
  int max_lines = 0;               ///< 0: as many as it takes
  int min_characters = 4;          ///< on a line
  ParagraphShape::Alignment alignment = ParagraphShape::Alignment::centre;  ///< start, centre or end; centred lines are centred on their ink
};

/// Breaks a headline before an opening quote or bracket, at U+3000, after ， ： ——, else between words (ICU's segmentation), never inside a word or a
/// quoted phrase when another break serves; lines equal or growing. Nothing when it does not fit in `max_lines` lines of the measure: the caller
/// tries the next smaller size.
std::optional<Galley> compose_display(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
                                      const DisplayShape& shape, DiagnosticSink& sink);

}  // namespace banxin
