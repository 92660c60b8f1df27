// A paragraph broken into lines, with all that composing and explaining them needs.
#pragma once

#include "line/line_breaker.h"
#include "line/paragraph_shape.h"

namespace banxin {

struct BrokenParagraph {
  CompositionOptions options;  ///< the level and the grid's settings resolved
  ParagraphItems items;
  Rooms rooms;
  std::vector<ChosenLine> lines;  ///< none when the wanted number of lines cannot be had
};

/// Breaks a paragraph that has clusters. What comes back points into `shaped`.
BrokenParagraph break_paragraph(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options,
                                const ParagraphShape& shape);

/// Breaks it once more, in so many lines; it has no lines when these cannot be had.
void break_again(BrokenParagraph& paragraph, ParagraphShape::Alignment alignment, int lines);

/// The lines of items made before.
std::vector<ChosenLine> break_lines(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                    ParagraphShape::Alignment alignment);

}  // namespace banxin
