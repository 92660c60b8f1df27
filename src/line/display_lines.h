// The lines of a title: of all ways to break it, the one whose breaks and balance together cost least.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "text/character_class.h"
#include "text/composition_options.h"

namespace banxin {

struct DisplayLimits {
  Length measure;
  int max_lines = 0;            ///< 0: as many as it takes
  int min_characters = 4;       ///< on a line, marks not counted, when there are several lines
  bool at_pauses_only = false;  ///< lines end only where the sense pauses: at blanks and marks, before and after quotations
};

/// Width of a line from the first byte to behind the last, as it would be set.
using LineWidth = std::function<Length(std::uint32_t begin, std::uint32_t end)>;

/// The lines of `text` (one line of the author's, without forced breaks). A way to break it costs, in the units of sense_penalty:
///   the penalties of its breaks;
///   12 for each pause of the sense (after ， ： ——, at a blank) inside a line;
///   100 d² for each line, d being its difference from the mean width in parts of the mean, so that lines are of a length;
///   100 s² for each line that is shorter than the one before by s parts of the mean, so that they grow rather than shrink, a fifth of it
///     when the one before ends in a pause of the sense, where an editor takes a longer first line;
///   80 for each line after the first.
/// With `max_lines` no word and no quoted phrase is ever broken: nothing means that the title wants a smaller size. Without it there is
/// always an answer: phrases and words are broken, lines grow too short or too long, but only when nothing else serves.
std::optional<std::vector<TextRange>> break_by_sense(std::string_view text, Locale locale, const DisplayLimits& limits,
                                                     const LineWidth& width);

}  // namespace banxin
