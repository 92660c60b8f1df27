// How a paragraph is composed: the choices of a style's `composition` key, each named as in docs and styles.
#pragma once

#include <optional>
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

/// All lengths in thousandths of an em of the text's size.
struct CompositionOptions {
  Locale locale = Locale::zh_hans;
  BreakLevel level = BreakLevel::gb;
  PunctuationWidth width = PunctuationWidth::quanjiao;
  EdgeStart edge_start = EdgeStart::trim;
  EdgeEnd edge_end = EdgeEnd::trim;
  int edge_first = 0;   ///< blank before an opening mark at the start of a paragraph, after the indent: 0, 500 or -500
  int adjacent = 1500;  ///< a closing and an opening mark in all: 1500, or 1000 (tight)
  Hanging hang = Hanging::off;
  bool hang_colon_exclamation = false;
  int autospace = 250;  ///< between ideographs and Latin or digits
  int autospace_minimum = 125, autospace_maximum = 500;
  bool collapse_typed_space = true;
  Adjustment adjust = Adjustment::least;
  int min_last = 2;                   ///< characters on a paragraph's last line
  bool final_stop_adjustable = true;  ///< stage S7
  bool soft_penalties = true;
  int gap_weight = 1000;  ///< what stretched gaps between characters (E3) cost, in thousandths of the rules' own weight
  bool hyphenate = true;
  bool character_grid = false;

  /// The defaults of a locale (level, edges, final stop, ...).
  static CompositionOptions for_locale(Locale locale);
};

}  // namespace banxin
