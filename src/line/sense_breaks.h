// Where a display line may end, and how well the sense bears it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/composition_options.h"

namespace banxin {

/// A place between two characters of a title at which a line may end.
struct SenseBreak {
  std::uint32_t line_end = 0;    ///< byte after the last character of the line
  std::uint32_t next_begin = 0;  ///< byte of the next line's first character; blanks between the two are dropped
  int penalty = 0;               ///< one of sense_penalty, or a sum of two
  bool last_resort = false;      ///< inside a quoted phrase or a word: only when nothing else serves
};

/// Penalties add up along a title; display_lines.h weighs them against the balance of the lines.
namespace sense_penalty {
inline constexpr int at_blank = -60;             ///< at a blank between ideographs, after —— and ｜: parts that stand apart
inline constexpr int sense = 0;                  ///< after ， ： ； ……
inline constexpr int before_opening = 14;        ///< before “ 《 「
inline constexpr int after_closing = 16;         ///< after ” 》 」
inline constexpr int after_enumeration = 16;     ///< after 、
inline constexpr int before_function_word = 20;  ///< before 在 与 和
inline constexpr int between_words = 30;
inline constexpr int before_single = 36;  ///< a word of one character begins the next line
inline constexpr int after_single = 60;   ///< ... ends the line: it often belongs to what follows (surname, verb)
inline constexpr int after_function_word = 80;
inline constexpr int in_speech = 40;   ///< added inside quoted speech (after a colon) and quotations too long for a line
inline constexpr int in_phrase = 200;  ///< added inside other brackets and quotes
inline constexpr int in_word = 1000;
inline constexpr int in_western_word = 3000;
}  // namespace sense_penalty

/// The breaks of one line of the author's (no forced breaks in it), in order.
std::vector<SenseBreak> sense_breaks(std::string_view text, Locale locale);

}  // namespace banxin
