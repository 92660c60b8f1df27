// Where a line may end: UAX #14 tailored to East Asian text, the level's prohibition rules, and units that stay together.
#pragma once

#include <cstdint>
#include <vector>

#include "text/character_class.h"

namespace banxin {

enum class BreakKind : std::uint8_t {
  prohibited,
  allowed,
  emergency,  ///< only where nothing else serves: inside a URL, or between marks that crowd a line's end
  forced,
};

/// The place before a character.
struct LineBreak {
  BreakKind kind = BreakKind::prohibited;
  bool hyphen = false;       ///< after a typed hyphen
  bool inseparable = false;  ///< inside a unit: the gap never stretches
  bool inside_word = false;  ///< of a Western word or number: an emergency break when the piece is wider than the measure
  std::int16_t penalty = 0;  ///< of a break here; negative where it is welcome
};

/// Penalties of breaks in words, after a hyphen; the second when fewer letters than `short_part_of_word` stand before or after it.
inline constexpr std::int16_t hyphen_penalty = 60, short_hyphen_penalty = 120;
inline constexpr int short_part_of_word = 3;
/// Penalties of emergency breaks.
inline constexpr std::int16_t word_break_penalty = 2000, crowded_marks_penalty = 3000;

/// For each character the place before it (that of the first is prohibited). `level` is not `automatic`. `soft_penalties` keep numerals
/// with their units where it costs little.
std::vector<LineBreak> find_line_breaks(const std::vector<TextCharacter>& characters, BreakLevel level, bool soft_penalties);

}  // namespace banxin
