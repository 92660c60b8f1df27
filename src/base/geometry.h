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

/// A rectangle in the axes of the text: inline runs along a line, block from line to line. Layout works in these and
/// turns them into a `Rectangle` once, when a page is finished, so that vertical pages need another turn, not another layout.
struct LogicalRectangle {
  Length inline_start, block_start, inline_size, block_size;

  constexpr Length inline_end() const { return inline_start + inline_size; }
  constexpr Length block_end() const { return block_start + block_size; }
  friend constexpr bool operator==(const LogicalRectangle&, const LogicalRectangle&) = default;
};

}  // namespace banxin
