// The first character of the article, several lines high (首字下沉), and the text beside it.
#pragma once

#include <optional>

#include "layout/text_content.h"

namespace banxin {

/// A paragraph that begins with a drop cap.
struct CappedParagraph {
  DropCap cap;
  SetParagraph text;  ///< without its first character
};

/// Nothing where the text begins with a mark or a Western character, or some column is too narrow, or the text too
/// short, for all lines of the cap.
std::optional<CappedParagraph> set_capped_paragraph(const RichText& text, const TextStyle& type, const ColumnMeasures& measures,
                                                    const TextSetter& setter);

}  // namespace banxin
