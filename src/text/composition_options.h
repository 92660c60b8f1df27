// How a paragraph is composed: the choices of a style's `composition` key, each named as in docs and styles.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace banxin {

/// Whose rules hold: marks are placed, trimmed and forbidden differently (CLREQ 3.1, JLREQ 3.1).
enum class Locale { zh_hans, zh_hant_tw, zh_hant_hk, ja, ko, other };
/// The locale whose rules serve a BCP 47 tag (`zh-Hant`, `zh-TW`, `ja-JP`, ...).
Locale locale_for(std::string_view language);
constexpr bool is_chinese(Locale locale) {
  return locale == Locale::zh_hans || locale == Locale::zh_hant_tw || locale == Locale::zh_hant_hk;
}

/// Which characters may begin or end a line. `automatic` is the language's normal level, and its loose one on measures up to 12 em.
enum class BreakLevel { none, basic, gb, strict, ja_very_strict, ja_strict, ja_loose, ja_newspaper, zh_loose, ko, automatic };
/// Punctuation width: 全角式, 开明式, 半角式, 行末半角式, unadjusted, JIS X 4051.
enum class PunctuationWidth { quanjiao, kaiming, banjiao, hangmobanjiao, plain, jis };
enum class EdgeStart { trim, keep };
enum class EdgeEnd { trim, allow, keep, jis };
enum class Hanging { off, allow_end, force_end };
enum class Adjustment { least, push_in_first, push_out_first, push_out_only };
/// Where a line of Korean may end: at spaces, or between any two syllables. `automatic` is syllables on narrow measures.
enum class HangulBreak { automatic, words, syllables };

/// What makes one way to break a paragraph worse than another. Of a stage (CLREQ 3.6.3): what it costs when it is used up, in thousandths
/// of a hundred; the cost grows with the cube of the part used, that of gaps by a power of choice. Of breaks: penalties, whose squares are
/// added to a line's cost.
struct CompositionWeights {
  std::array<int, 6> squeeze{100, 200, 400, 500, 700, 1000};  ///< S2…S7
  std::array<int, 3> open{200, 400, 1000};                    ///< E1…E3, and beyond E3 in proportion
  int growth = 3;                                             ///< 1…3; of E3: a low power weighs against small gaps too
  int hyphen = 60;                                            ///< twice as much where fewer than three letters stand on a side
  int unit = 80;                                              ///< between a numeral and 年, 元, …
  int emergency = 2000;                                       ///< inside a URL, or a word wider than the measure
  int short_last_line = 3000;                                 ///< of fewer than `min_last` characters; half as much on measures below 12 em
  int two_hyphens = 5000;                                     ///< on neighbouring lines; added as it is
  int uneven_neighbours = 400;                                ///< a squeezed line beside an open one; added as it is
  friend bool operator==(const CompositionWeights&, const CompositionWeights&) = default;
};

/// All lengths in thousandths of an em of the text's size.
struct CompositionOptions {
  Locale locale = Locale::zh_hans;
  BreakLevel level = BreakLevel::gb;
  PunctuationWidth width = PunctuationWidth::quanjiao;
  EdgeStart edge_start = EdgeStart::trim;
  EdgeEnd edge_end = EdgeEnd::trim;
  int edge_first = 0;            ///< blank before an opening mark at the start of a paragraph, after the indent: 0, 500 or -500
  int adjacent = 1500;           ///< a closing and an opening mark in all: 1500, or 1000 (tight)
  int least_beside_bracket = 0;  ///< of the blank beside a bracket in a squeezed line: nothing, or 250 as around marks in their middle
  Hanging hang = Hanging::off;
  bool hang_colon_exclamation = false;
  int autospace = 250;  ///< between ideographs and Latin or digits
  int autospace_minimum = 125, autospace_maximum = 500;
  bool collapse_typed_space = true;
  Adjustment adjust = Adjustment::least;
  int min_last = 2;                   ///< characters on a paragraph's last line
  bool final_stop_adjustable = true;  ///< stage S7
  bool soft_penalties = true;
  HangulBreak hangul_break = HangulBreak::automatic;
  CompositionWeights weights;
  bool hyphenate = true;
  bool character_grid = false;

  /// The defaults of a locale (level, edges, final stop, ...).
  static CompositionOptions for_locale(Locale locale);
  friend bool operator==(const CompositionOptions&, const CompositionOptions&) = default;
};

}  // namespace banxin
