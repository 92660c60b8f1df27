// SVG drawings, through librsvg and cairo where Banxin was built with them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

/// Whether these are the bytes of an SVG document: XML whose first element is `svg`.
bool is_svg(std::string_view bytes);

/// The drawing as a PDF of one page, its letters in the fonts of `font_folder` and, where these lack one, in installed ones. Files that it
/// names are not read. Fails with `image-svg-not-built`, `image-svg-no-library`, `image-damaged`, `image-svg-empty`.
Result<std::string> svg_to_pdf(const std::string& bytes, const std::string& name, const std::string& font_folder);

/// The drawing stretched over `width` by `height` pixels. Fails as `svg_to_pdf` does.
Result<DecodedPicture> svg_to_pixels(const std::string& bytes, const std::string& name, const std::string& font_folder, int width,
                                     int height);

}  // namespace banxin
