// Why the lines of a paragraph broke where they did: what each did to fit, and what the best paragraph without its break would cost.
#pragma once

#include <optional>
#include <vector>

#include "line/galley.h"

namespace banxin {

/// A stage that a line used.
struct StageUse {
  int stage = 0;       ///< as LineReport::deepest_stage
  int gaps = 0;        ///< in which it could
  Length amount;       ///< given or gained in all of them
  Length full_amount;  ///< that the stage could at most; 0 for the unlimited one
};

struct LineExplanation {
  std::vector<StageUse> stages;  ///< in the order of use
  int penalty = 0;               ///< of the break at its end; negative where a break is welcome
  double cost = 0;               ///< demerits of the line, those of its neighbourhood included; 0 line by line
  /// The cheapest paragraph that does not end a line here.
  struct Alternative {
    std::uint32_t text_end = 0;  ///< of this line in it
    double more = 0;             ///< demerits, against the paragraph as it is
  };
  std::optional<Alternative> alternative;  ///< nothing for a last line, for text broken line by line, or when there is no other way
};

/// One for each line of the galley, which has rules.
std::vector<LineExplanation> explain_lines(const Galley& galley);

}  // namespace banxin
