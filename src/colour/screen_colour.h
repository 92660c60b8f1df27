// Colours as a screen shows them.
#pragma once

#include <string>
#include <string_view>

#include "colour/colour.h"

namespace banxin {

/// sRGB: the colour's own RGB value if it has one; a tint of black as that much less light, as PDF's DeviceGray is; inks alone as
/// `screen_colour_of_inks`.
RgbColour screen_colour(const Colour& colour);

/// What coated offset (SWOP) prints with four inks, coverages 0-1: the colours of its sixteen full overprints, mixed by the paper that each
/// covers (Neugebauer's equations). An estimate: a printing condition's own profile knows better.
RgbColour screen_colour_of_inks(double cyan, double magenta, double yellow, double black);

/// Pixels of 8 bits a component, from CMYK with 255 for full ink to RGB: as above, but black ink alone is the gray of the device.
std::string screen_pixels_of_inks(std::string_view pixels);

}  // namespace banxin
