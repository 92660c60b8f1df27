#include "shape/styled_text.h"

#include <algorithm>
#include <cassert>

namespace banxin {

std::size_t StyledText::run_at(std::uint32_t offset) const {
  assert(!runs.empty());
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset, [](std::uint32_t at, const StyledRun& run) { return at < run.begin; });
  return after == runs.begin() ? 0 : static_cast<std::size_t>(after - runs.begin() - 1);
}

const CharacterStyle& StyledText::style_at(std::uint32_t offset) const { return runs[run_at(offset)].style; }

}  // namespace banxin
