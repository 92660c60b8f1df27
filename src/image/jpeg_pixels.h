// The pixels of JPEG files, read through libjpeg: for pictures of pages; a PDF takes the file as it is.
#pragma once

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

/// Rows of pixels as stored, 8 bits a component.
struct JpegPixels {
  int width = 0, height = 0;
  int components = 0;  ///< 1 gray, 3 RGB, 4 CMYK with 255 for full ink
  std::string samples;
};

/// Decodes `picture`, which must be a JPEG, at an eighth, a quarter, a half or the whole of its size: the least that has at least `width`
/// by `height` pixels as stored. Fails with `image-damaged`. What is missing at the end of a file is gray.
Result<JpegPixels> decode_jpeg(const Picture& picture, int width, int height);

}  // namespace banxin
