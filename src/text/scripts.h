// Itemization by script (UAX 24), with the characters that East Asian and Western text share given to the one they stand in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/composition_options.h"
#include "text/quotes.h"

namespace banxin {

/// A stretch of text in one script as fonts see it.
struct ScriptRun {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  std::uint32_t script = 0;          ///< ISO 15924 code, its four letters from the highest byte down ("Hani", "Latn")
  bool east_asian = false;           ///< set solid, character by character; else in words, kerned
};

constexpr std::uint32_t script_tag(const char (&code)[5]) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(code[0])) << 24 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(code[1])) << 16 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(code[2])) << 8 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(code[3]));
}

/// Most of East Asian text: characters of one script of their own, drawn by one glyph, that nothing around them changes. Not all of these.
constexpr bool is_ideograph_kana_or_hangul(char32_t c) {
  return (c >= U'\u4e00' && c <= U'\u9fff') || (c >= U'\u3041' && c <= U'\u3096') || (c >= U'\u30a1' && c <= U'\u30fa') ||
         (c >= U'\uac00' && c <= U'\ud7a3');
}

/// Whether a character belongs to no script and is as wide as the text it stands in: spaces, curly quotes, dashes, dots, ①, ※, ±, ...
/// (East Asian width "ambiguous", UAX 11).
bool takes_script_from_context(char32_t code_point);

/// White space that a font draws nothing for (Unicode's White_Space).
bool is_white_space(char32_t code_point);
/// Characters that are never drawn: joiners, variation selectors, soft hyphens, ... (Default_Ignorable_Code_Point, and other controls).
bool is_ignorable(char32_t code_point);

/// The runs of a whole paragraph, in order, without gaps. Han, kana and bopomofo are one script, "Hani". Shared characters are Western when
/// Western characters stand on both sides; doubled dashes and dots are East Asian in Chinese, Japanese and Korean. `quotes` are the
/// paragraph's curly quotes (text/quotes.h).
std::vector<ScriptRun> itemize_scripts(std::string_view text, Locale locale, const std::vector<ResolvedQuote>& quotes);

}  // namespace banxin
