// The character classes of East Asian composition (CLREQ 3.1, JLREQ 3.1.2, Appendix A), told for a paragraph in context.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "text/composition_options.h"

namespace banxin {

enum class CharacterClass : std::uint8_t {
  ideograph,          ///< Han, kana, bopomofo, circled numbers, full-width letters and digits, symbols, emoji
  opening,            ///< full-width opening brackets and quotes
  closing,            ///< full-width closing brackets and quotes
  pause,              ///< 、，
  full_stop,          ///< 。．
  colon,              ///< ：；
  exclamation,        ///< ！？
  fixed_exclamation,  ///< ‼ ⁇ ⁈ ⁉, one em without blanks everywhere
  middle_dot,         ///< · ・ ‧
  dash,               ///< ——, two em in all
  ellipsis,           ///< ……, two em in all; a lone … is one
  connector,          ///< ～ 〜 – and a lone —
  solidus,            ///< ／, and / between East Asian characters
  prefix,             ///< ￥ $ №, and # + - before a digit
  suffix,             ///< % ‰ ℃ ㎡
  iteration,          ///< 々 〻
  kana_iteration,     ///< ゝ ゞ ヽ ヾ
  prolonged_sound,    ///< ー
  small_kana,         ///< っ ゃ
  ideographic_space,  ///< U+3000
  space,              ///< U+0020 and the other spaces
  numeral,            ///< European digits, with the . , : inside a numeral
  latin,              ///< words of other scripts, with the punctuation inside them
  western_opening,    ///< ( [ { beside an East Asian character
  western_closing,    ///< , . ; : ! ? ) ] } beside an East Asian character
  hangul,
  reference,     ///< note marks, super- and subscripts: belong to the character before
  forced_break,  ///< line and paragraph separators
  invisible,     ///< zero-width characters
};
inline constexpr int character_class_count = static_cast<int>(CharacterClass::invisible) + 1;

/// A set of classes, so that rules can be written as lists.
class ClassSet {
 public:
  constexpr ClassSet() = default;
  constexpr ClassSet(std::initializer_list<CharacterClass> classes) {
    for (const CharacterClass c : classes) bits_ |= bit(c);
  }
  constexpr bool contains(CharacterClass c) const { return (bits_ & bit(c)) != 0; }
  friend constexpr ClassSet operator|(ClassSet a, ClassSet b) {
    ClassSet both;
    both.bits_ = a.bits_ | b.bits_;
    return both;
  }

 private:
  static constexpr std::uint32_t bit(CharacterClass c) { return std::uint32_t{1} << static_cast<int>(c); }
  std::uint32_t bits_ = 0;
};

/// Full-width punctuation, dashes and ellipses: what counts as a mark when marks stand in a row.
inline constexpr ClassSet punctuation_marks{CharacterClass::opening,           CharacterClass::closing,    CharacterClass::pause,
                                            CharacterClass::full_stop,         CharacterClass::colon,      CharacterClass::exclamation,
                                            CharacterClass::fixed_exclamation, CharacterClass::middle_dot, CharacterClass::dash,
                                            CharacterClass::ellipsis};
/// What a word of Western text is made of.
inline constexpr ClassSet western_text{CharacterClass::numeral, CharacterClass::latin};

/// A character of a paragraph.
struct TextCharacter {
  std::uint32_t offset = 0;  ///< of its first byte
  char32_t code_point = 0;
  CharacterClass character_class = CharacterClass::latin;
  /// Of a dash or ellipsis: it is the second of its pair, so no line ends before it.
  bool joins_previous = false;
};

/// A range of bytes.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
};

/// The characters of a paragraph with their classes. Curly quotes are resolved first; `references` are the raised and lowered stretches, in
/// order.
std::vector<TextCharacter> classify(std::string_view text, Locale locale, const std::vector<TextRange>& references = {});

}  // namespace banxin
