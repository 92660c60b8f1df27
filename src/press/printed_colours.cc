#include "press/printed_colours.h"

#include <algorithm>

#include "colour/screen_colour.h"

namespace banxin {
namespace {

constexpr int full = 1000;

/// What toner holds, thousandths.
constexpr int lightest_area = 100, solid_area = 900, lightest_line = 400, solid_line = 500;

int held_by_toner(int black, ColourUse use) {
  if (black <= 0) return 0;
  const bool area = use == ColourUse::area;
  if (black >= (area ? solid_area : solid_line)) return full;
  return std::max(black, area ? lightest_area : lightest_line);
}

bool is_neutral(const RgbColour& colour) { return colour.red == colour.green && colour.green == colour.blue; }

GrayColour neutral(const RgbColour& colour) { return {full - (colour.red * full + 127) / 255}; }

}  // namespace

BlackAlone::BlackAlone() : from_rgb_(ColourTransform::to_gray({}, ColourSpace::rgb)) {}

GrayColour BlackAlone::gray_of(const Colour& colour) const {
  if (colour.gray) return *colour.gray;
  if (colour.cmyk && !colour.rgb && colour.cmyk->cyan + colour.cmyk->magenta + colour.cmyk->yellow == 0) return {colour.cmyk->black};
  const RgbColour rgb = screen_colour(colour);
  return is_neutral(rgb) || !from_rgb_ ? neutral(rgb) : from_rgb_->gray_of(rgb);
}

Colour BlackAlone::printed(const Colour& colour, ColourUse use) const { return Colour::tint(held_by_toner(gray_of(colour).black, use)); }

ProcessInks::ProcessInks(const IccProfile& condition) : from_rgb_(ColourTransform::to_profile({}, ColourSpace::rgb, condition)) {}

Colour ProcessInks::printed(const Colour& colour, ColourUse) const {
  if (colour.gray) return colour;
  if (!colour.spot.empty()) return Colour{{}, {}, colour.cmyk, colour.spot};
  if (const auto& inks = colour.cmyk) {
    if (inks->cyan == 0 && inks->magenta == 0 && inks->yellow == 0) return Colour::tint(inks->black);
    return Colour{{}, {}, inks};
  }
  if (!colour.rgb) return Colour::black();
  if (is_neutral(*colour.rgb) || !from_rgb_) return Colour{neutral(*colour.rgb), {}, {}};
  return Colour{{}, {}, from_rgb_->inks_of(*colour.rgb)};
}

int total_ink(const Colour& colour) {
  if (colour.gray) return colour.gray->black;
  if (!colour.spot.empty()) return full;
  return colour.cmyk ? colour.cmyk->cyan + colour.cmyk->magenta + colour.cmyk->yellow + colour.cmyk->black : 0;
}

}  // namespace banxin
