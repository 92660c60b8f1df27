// JPEG files, written through libjpeg.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// A JPEG of rows of pixels from the top, 8 bits a component: gray, RGB, or CMYK with 255 for full ink (stored inverted, as Adobe's
/// programs do). Colour is as fine as lightness. `quality` is libjpeg's, 1-100. Sides are at most 65,500.
std::string write_jpeg(std::string_view samples, int width, int height, int components, int quality);

}  // namespace banxin
