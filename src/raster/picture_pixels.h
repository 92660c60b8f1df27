// Pictures as pixels that a screen shows.
#pragma once

#include <string>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

/// Rows as stored, not yet turned upright: red, green, blue, alpha, 8 bits each; alpha is not multiplied in.
struct ScreenPixels {
  int width = 0, height = 0;
  std::string samples;
};

/// `picture`'s pixels in sRGB; its inks as `screen_colour_of_inks`. A JPEG may be decoded smaller, with at least `width` by `height` pixels
/// as stored; an SVG has just so many. Fails as `decode_jpeg` and `svg_to_pixels` do, and with `raster-pdf-figure` for pages of PDFs: the
/// libraries that could draw them ask of programs more than our licence does. A colour profile in the file is not applied.
Result<ScreenPixels> screen_pixels(const Picture& picture, int width, int height);

}  // namespace banxin
