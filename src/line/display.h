// Display lines (headlines, decks, captions of several lines): broken by sense into balanced lines, never justified.
#pragma once

#include <optional>

#include "line/compose.h"

namespace banxin {

struct DisplayShape {
  Length measure;
  int max_lines = 0;            ///< 0: as many as it takes
  int min_characters = 4;       ///< on a line, marks not counted
  bool at_pauses_only = false;  ///< with `max_lines`: lines end only at blanks and marks, and before and after quotations
  ParagraphShape::Alignment alignment =
      ParagraphShape::Alignment::centre;  ///< start, centre or end; centred lines are centred on their ink
};

/// Breaks a headline before an opening quote or bracket, at U+3000, after ， ： ——, else between words (ICU's segmentation); lines equal or
/// growing. Forced breaks are the author's own lines: these are never joined, and not broken further while `max_lines` is given.
/// With `max_lines` no word or quoted phrase is broken, and nothing comes back when the title cannot be set so: the caller tries the next
/// smaller size. Without it there is always an answer; words and phrases are broken when nothing else serves, and a unit wider than the
/// measure is reported as `line-overfull` and cut. Marks are trimmed at both edges whatever the options say. An empty text has no lines.
std::optional<Galley> compose_display(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped,
                                      const CompositionOptions& options, const DisplayShape& shape, DiagnosticSink& sink);

}  // namespace banxin
