// What a markup parser must know of a character: whether it is punctuation, a bracket's side, and whether it is East Asian.
#pragma once

namespace banxin {

/// Punctuation or symbol (general categories P and S): what CommonMark 0.31 calls a Unicode punctuation character.
bool is_punctuation_or_symbol(char32_t code_point);

/// Opening brackets and quotes (general categories Ps and Pi).
bool is_opening_mark(char32_t code_point);

/// Closing brackets and quotes (general categories Pe and Pf).
bool is_closing_mark(char32_t code_point);

/// Letters and marks of Chinese, Japanese and Korean, full-width and half-width forms (UAX 11: F, W, H); no emoji.
bool is_east_asian(char32_t code_point);

}  // namespace banxin
