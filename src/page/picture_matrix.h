// How a stored picture is turned upright and laid on its page.
#pragma once

#include "base/geometry.h"

namespace banxin {

/// Maps (u, v) to (a·u + c·v + e, b·u + d·v + f).
struct PictureMatrix {
  Length a, b, c, d, e, f;
  friend constexpr bool operator==(const PictureMatrix&, const PictureMatrix&) = default;
};

/// Maps the unit square of a stored picture (its first row along v = 0, that row's left end at u = 0) onto `area` of the page so that it
/// stands upright: EXIF orientations 1-8.
PictureMatrix picture_matrix(const Rectangle& area, int orientation);

}  // namespace banxin
