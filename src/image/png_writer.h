// PNG files, written through libpng.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// Pixels to write, rows from the top, 8 bits a component.
struct PngPixels {
  int width = 0, height = 0;  ///< at least 1
  int components = 3;         ///< 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha (sRGB; alpha is not multiplied in)
  std::string_view samples;
  int dots_per_inch = 0;  ///< 0: not said
};

/// The whole file; the same pixels give the same bytes.
std::string write_png(const PngPixels& pixels);

}  // namespace banxin
