// ICC profiles (ICC.1:2010): what colours mean on a device.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin {

enum class ColourSpace { gray, rgb, cmyk };

int component_count(ColourSpace space);

/// A profile that describes a device of output, and what it says of itself.
struct IccProfile {
  std::string bytes;
  ColourSpace space = ColourSpace::rgb;
  bool is_of_printer = false;  ///< else of a display
  std::string description;     ///< in English, ASCII; may be empty
};

/// Nothing when the bytes are no profile of a printer or a display in one of the spaces.
std::optional<IccProfile> read_icc_profile(std::string_view bytes);

}  // namespace banxin
