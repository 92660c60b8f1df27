// The places where a shaped paragraph's words may be divided, each with the hyphen that would end the line.
#pragma once

#include "shape/cluster.h"
#include "shape/styled_text.h"

namespace banxin {

class HyphenationLibrary;

/// Fills `shaped.hyphenation`: after the author's soft hyphens (U+00AD) and, when there is a `library`, where the dictionary of a word's
/// language divides it. Western words in East Asian text are taken for English. Nothing is divided inside a ligature, and nothing in a face
/// without a hyphen.
void add_hyphenation(const StyledText& text, const HyphenationLibrary* library, ShapedText& shaped);

}  // namespace banxin
