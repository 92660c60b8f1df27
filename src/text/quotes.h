// Curly quotation marks are shared by Chinese and Western text: which of the two each one belongs to.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/composition_options.h"

namespace banxin {

/// A CJK quote is set as full-width punctuation in the CJK font, a Latin one and an apostrophe are part of the Western word.
enum class QuoteKind { cjk, latin, apostrophe };

struct ResolvedQuote {
  std::uint32_t offset = 0;  ///< of its first byte in the text; it is three bytes long
  QuoteKind kind = QuoteKind::cjk;
};

/// Every U+2018, U+2019, U+201C and U+201D of a whole paragraph, in order. A pair is Latin when Western characters stand on both sides of
/// both of its marks; an unmatched mark is CJK in Chinese and Japanese. Korean and Western text know Latin quotes alone.
std::vector<ResolvedQuote> resolve_quotes(std::string_view text, Locale locale);

}  // namespace banxin
