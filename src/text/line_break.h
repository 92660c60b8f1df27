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
  int penalty = 0;           ///< of a break here; negative where it is welcome
};

/// The penalty of a break after a hyphen with so many letters before and after it.
int hyphen_penalty(const CompositionWeights& weights, int letters_before, int letters_after);
/// Of the break that the last of crowded marks makes.
inline constexpr int crowded_marks_penalty = 3000;

/// For each character the place before it (that of the first is prohibited). `options.level` is not `automatic`;
/// `options.hangul_break` is `words` if it is.
std::vector<LineBreak> find_line_breaks(const std::vector<TextCharacter>& characters, const CompositionOptions& options);

}  // namespace banxin
