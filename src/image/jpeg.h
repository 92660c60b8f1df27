// The header of a JPEG file (ITU-T T.81, JFIF, EXIF, Adobe's APP14, ICC.1 annex B.4); its pixels are never decoded here.
#pragma once

#include <string>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

/// Fills a `Picture` from the markers of `bytes`, all but `bytes` itself. Fails with
/// - `image-damaged`: cut short, or no picture in it;
/// - `image-jpeg-arithmetic`, `image-jpeg-lossless`, `image-jpeg-bits`, `image-jpeg-components`: a kind that PDF cannot hold;
/// - `image-too-large`: more pixels than `limits` allow.
Result<Picture> read_jpeg_header(std::string_view bytes, const std::string& name, const PictureLimits& limits);

/// A JPEG that `read_jpeg_header` accepted, without its EXIF and XMP: for readers that would turn it by the orientation in there.
std::string jpeg_without_exif(std::string_view bytes);

}  // namespace banxin
