// Papers by name.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/geometry.h"

namespace banxin {

/// A trimmed sheet, upright, in tenths of a millimetre.
struct Paper {
  std::string_view name;
  int width, height;
};

/// ISO 216, JIS P 0138, GB/T 788 (正度 787 x 1092 and, with 大, 大度 889 x 1194), Chinese newspapers, North American sheets.
std::span<const Paper> papers();

/// The paper's size; Latin letters in either case. Nothing when there is no such paper.
std::optional<Size> paper_size(std::string_view name);

}  // namespace banxin
