// Which characters carry emphasis dots (着重号, 圏点), and on which side.
#pragma once

#include "text/composition_options.h"

namespace banxin {

/// Letters, ideographs, digits and symbols do; punctuation, blanks and what is never drawn do not (CLREQ 3.3.2, JLREQ 3.3.9). Signs that
/// are read as words (# % & @ §) do, as CSS Text Decoration 4 has it.
bool carries_emphasis_mark(char32_t code_point);

/// Under the line in Chinese, over it in Japanese and Korean (CLREQ 3.3.2, JLREQ 3.3.9).
constexpr bool emphasis_marks_stand_below(Locale locale) { return locale != Locale::ja && locale != Locale::ko; }

}  // namespace banxin
