// Half-width punctuation that stands in Chinese or Japanese text, where full-width marks belong.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/character_class.h"

namespace banxin {

/// Bytes `[begin, end)` of a text and the mark to stand in their place. A space behind a widened mark is part of it: the full-width mark
/// brings its own.
struct WideMark {
  std::uint32_t begin = 0, end = 0;
  std::string_view mark;
};

/// The `, : ; ? ! ( ) "` of a paragraph that belong to its Han or kana, in order, with their full-width forms (in Japanese `,` is 、).
/// Marks inside numbers, times, ratios, addresses and Western phrases are not among them, nor is anything in Korean, whose punctuation is
/// half-width. Parentheses and straight double quotes come in pairs. Nothing is found in the ranges of `literal` (code, addresses), in
/// order.
std::vector<WideMark> find_half_width_marks(std::string_view text, const std::vector<TextRange>& literal = {});

}  // namespace banxin
