// PNG files (ISO/IEC 15948), read through libpng.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

inline constexpr std::string_view png_signature{"\x89PNG\r\n\x1a\n", 8};

/// Reads and decodes a whole PNG. Fails with `image-damaged` (cut short, no pixels or too few, what libpng refuses) or `image-too-large`,
/// before anything is decoded.
Result<Picture> read_png(std::string_view bytes, const std::string& name, const PictureLimits& limits);

}  // namespace banxin
