// A style while it is being read: what is not worked out until every value is known stands beside it.
#pragma once

#include <optional>

#include "style/style.h"

namespace banxin {

struct StyleDraft {
  enum class Orientation { as_written, portrait, landscape };
  /// How `composition.level` depends on what is not yet known when it is read.
  enum class LevelChoice { fixed, automatic };

  Style style;
  Orientation orientation = Orientation::as_written;
  std::optional<Length> margin_top, margin_bottom, margin_inner, margin_outer;
  std::optional<int> area_characters, area_lines;
  std::optional<int> orphan_lines;  ///< absent: by the width of the columns
  LevelChoice level = LevelChoice::automatic;
};

}  // namespace banxin
