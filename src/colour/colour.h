// Colour values as the author or style wrote them. No conversion happens here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace banxin {

/// Black ink alone, in thousandths of full coverage: 1000 is K100, 0 is paper.
struct GrayColour {
  int black = 1000;
  friend bool operator==(const GrayColour&, const GrayColour&) = default;
};
struct RgbColour {
  int red = 0, green = 0, blue = 0;  ///< 0-255, sRGB
  friend bool operator==(const RgbColour&, const RgbColour&) = default;
};
struct CmykColour {
  int cyan = 0, magenta = 0, yellow = 0, black = 0;  ///< thousandths
  friend bool operator==(const CmykColour&, const CmykColour&) = default;
};

/// A colour; one that has both an RGB and a CMYK value lets the output take the one it needs.
struct Colour {
  std::optional<GrayColour> gray;
  std::optional<RgbColour> rgb;
  std::optional<CmykColour> cmyk;

  static Colour black() { return Colour{GrayColour{1000}, {}, {}}; }
  static Colour white() { return Colour{GrayColour{0}, {}, {}}; }
  static Colour tint(int black_thousandths) { return Colour{GrayColour{black_thousandths}, {}, {}}; }
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// Reads `#rgb`, `#rrggbb`, `gray(30%)` (30% black ink), `cmyk(0 100 90 10)`, `black`, `white`; nothing when it is none of these.
std::optional<Colour> parse_colour(std::string_view text);

}  // namespace banxin
