// Points, sizes and rectangles on the page: x to the right, y downwards from the upper left corner of the trim box.
#pragma once

#include "base/length.h"

namespace banxin {

struct Point {
  Length x, y;
  friend constexpr bool operator==(const Point&, const Point&) = default;
};

struct Size {
  Length width, height;
  friend constexpr bool operator==(const Size&, const Size&) = default;
};

struct Rectangle {
  Length x, y, width, height;

  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  friend constexpr bool operator==(const Rectangle&, const Rectangle&) = default;
};

}  // namespace banxin
