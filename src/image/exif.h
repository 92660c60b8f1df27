// What an EXIF block says of a picture's orientation and resolution (CIPA DC-008, a TIFF directory).
#pragma once

#include <optional>
#include <string_view>

namespace banxin {

struct ExifFacts {
  int orientation = 1;  ///< 1-8; 1 when absent or out of range
  std::optional<double> dots_per_inch;
};

/// Reads the TIFF structure that follows "Exif\0\0"; damaged parts are passed over.
ExifFacts read_exif(std::string_view tiff);

}  // namespace banxin
