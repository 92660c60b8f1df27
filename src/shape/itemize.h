// A paragraph into items of one face, size, script and language.
#pragma once

#include "shape/styled_text.h"
#include "shape/text_item.h"

namespace banxin {

/// Finds the face of each grapheme cluster and joins neighbours that shape alike, across style runs too.
ItemizedText itemize(const StyledText& text, const FontLibrary& fonts);

}  // namespace banxin
