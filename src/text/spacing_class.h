// Which characters ask for space where East Asian and Western text meet (UTR #59).
#pragma once

#include "text/composition_options.h"

namespace banxin {

/// Wide: ideographs, kana and bopomofo. Narrow: letters, marks and digits of scripts that are not East Asian. Everything else asks for no
/// space.
enum class SpacingClass { wide, narrow, other };

/// UTR #59, without Hangul (as CSS Text 4). Punctuation that the report leaves to the language is narrow in Chinese and asks for nothing
/// elsewhere.
SpacingClass spacing_class(char32_t code_point, Locale locale);

/// Whether it is a letter, mark or digit of Western text: what makes a neighbouring quotation mark a Western one.
bool is_western_letter_or_digit(char32_t code_point);

}  // namespace banxin
