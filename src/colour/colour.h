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
  std::string spot = {};  ///< the name of an ink of its own; `cmyk` is what it looks like where that ink is not used

  static Colour black() { return Colour{GrayColour{1000}, {}, {}}; }
  static Colour white() { return Colour{GrayColour{0}, {}, {}}; }
  /// Every ink there is, for marks by which plates are set in register.
  static Colour registration() { return Colour{{}, RgbColour{0, 0, 0}, CmykColour{1000, 1000, 1000, 1000}, "All"}; }
  static Colour tint(int black_thousandths) { return Colour{GrayColour{black_thousandths}, {}, {}}; }
  friend bool operator==(const Colour&, const Colour&) = default;
};

/// Reads `#rgb`, `#rrggbb`, `gray(30%)` (30% black ink), `cmyk(0 100 90 10)`, `spot(NAME, cmyk(...))`, `black`, `white`; nothing when it is
/// none of these. `All` and `None` are no names of inks (ISO 32000-2, 8.6.6.4).
std::optional<Colour> parse_colour(std::string_view text);

}  // namespace banxin
