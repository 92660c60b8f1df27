// PNG files (ISO/IEC 15948): the header through a look at the chunks, the pixels through libpng.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

inline constexpr std::string_view png_signature{"\x89PNG\r\n\x1a\n", 8};

/// Fills a `Picture`, all but its bytes. Fails with `image-damaged` (cut short, no pixels, a header that libpng refuses) or
/// `image-too-large`.
Result<Picture> read_png_header(std::string_view bytes, const std::string& name, const PictureLimits& limits);

}  // namespace banxin
