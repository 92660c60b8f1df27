// Pictures as read: size, orientation and resolution told from the header, the encoded bytes kept.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace banxin {

/// A picture file. JPEG bytes pass through to the PDF; PNG is decoded when it is written.
struct Picture {
  enum class Format { jpeg, png };
  enum class Components { gray, rgb, cmyk };

  std::string name;  ///< as the article spells it, for messages
  Format format = Format::jpeg;
  Components components = Components::rgb;
  int width = 0, height = 0;   ///< pixels as stored
  int orientation = 1;         ///< EXIF, 1-8
  int bits_per_component = 8;  ///< as stored: 1-16; decoding gives 8
  bool inverted_cmyk = false;  ///< Adobe JPEG: needs an inverted /Decode
  std::optional<double> dots_per_inch;
  std::string colour_profile;  ///< embedded ICC profile, if there is a sound one for these components
  std::string bytes;           ///< the file

  /// Pixels as seen, orientation applied.
  int upright_width() const { return orientation >= 5 ? height : width; }
  int upright_height() const { return orientation >= 5 ? width : height; }
};

struct PictureLimits {
  std::size_t bytes = 256u << 20;
  std::size_t pixels = 200'000'000;
};

/// Reads the header of a JPEG or PNG and keeps the bytes; fails with `image-…` diagnostics (unknown format, damaged, over a limit).
Result<std::shared_ptr<const Picture>> read_picture(std::string bytes, const std::string& name, const PictureLimits& limits);

/// Decoded samples of a PNG: 8-bit gray or RGB rows, and an alpha plane when the picture is not opaque.
struct DecodedPicture {
  int width = 0, height = 0;
  bool gray = false;
  std::string samples;
  std::string alpha;
};
Result<DecodedPicture> decode_png(const Picture& picture);

}  // namespace banxin
