// Pictures as read: size, orientation, resolution and profile, and what of their bytes goes into a PDF.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/limits.h"
#include "base/result.h"
#include "image/vector_figure.h"

namespace banxin {

/// Decoded pixels, row by row: 8 bits a component, and an alpha plane when the picture is not opaque.
struct DecodedPicture {
  int width = 0, height = 0;
  int components = 3;  ///< of a pixel, alpha aside
  std::string samples;
  std::string alpha;
};

/// A picture, sound as far as a PDF needs it: a JPEG passes through as it is, a PNG is decoded, a page of a PDF and an SVG stay lines and
/// letters.
struct Picture {
  enum class Format { jpeg, png, vector };
  enum class Components { gray, rgb, cmyk };

  std::string name;  ///< as the article spells it, for messages
  Format format = Format::jpeg;
  Components components = Components::rgb;
  int width = 0, height = 0;   ///< pixels as stored; of a vector figure: hundredths of a point
  int orientation = 1;         ///< EXIF, 1-8
  int bits_per_component = 8;  ///< as stored: 1-16; decoding gives 8
  bool inverted_cmyk = false;  ///< Adobe JPEG: needs an inverted /Decode
  std::optional<double> dots_per_inch;
  std::string colour_profile;  ///< embedded ICC profile, if there is a sound one for these components
  std::string bytes;           ///< of a JPEG or an SVG: the file
  DecodedPicture decoded;      ///< of a PNG
  VectorFigure vector;         ///< of an SVG or a page of a PDF
  std::string font_folder;     ///< of an SVG: as in `PictureRequest`

  /// Pixels as seen, orientation applied.
  int upright_width() const { return orientation >= 5 ? height : width; }
  int upright_height() const { return orientation >= 5 ? width : height; }
};

struct PictureLimits {
  std::size_t bytes = limits::picture_file;
  std::size_t pixels = limits::picture_pixels;
};

/// What the bytes of a file leave open.
struct PictureRequest {
  int page = 1;             ///< of a PDF, from 1; other files have one page
  std::string font_folder;  ///< whose fonts the letters of an SVG are set in, before installed ones; empty: installed ones alone
};

/// Reads a JPEG, PNG, SVG or PDF file; fails with `image-…` diagnostics (unknown format, damaged, over a limit). A header is checked
/// against the limits before any pixel is decoded.
Result<std::shared_ptr<const Picture>> read_picture(std::string bytes, const std::string& name, const PictureLimits& limits,
                                                    const PictureRequest& request = {});

}  // namespace banxin
