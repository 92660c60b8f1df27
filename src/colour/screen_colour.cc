#include "colour/screen_colour.h"

#include <array>
#include <cmath>

namespace banxin {
namespace {

/// Full overprints in sRGB, each ink a bit: cyan 1, magenta 2, yellow 4, black 8.
constexpr std::array<std::array<double, 3>, 16> overprints = {{{255, 255, 255},
                                                               {0, 173, 239},
                                                               {236, 0, 140},
                                                               {46, 49, 146},
                                                               {255, 242, 0},
                                                               {0, 166, 80},
                                                               {237, 28, 36},
                                                               {54, 54, 57},
                                                               {35, 31, 32},
                                                               {0, 15, 36},
                                                               {36, 0, 0},
                                                               {0, 0, 2},
                                                               {28, 26, 0},
                                                               {0, 19, 0},
                                                               {34, 0, 0},
                                                               {0, 0, 0}}};

}  // namespace

RgbColour screen_colour_of_inks(double cyan, double magenta, double yellow, double black) {
  const std::array<double, 4> inks = {cyan, magenta, yellow, black};
  std::array<double, 3> sum{};
  for (std::size_t overprint = 0; overprint < overprints.size(); ++overprint) {
    double area = 1;
    for (std::size_t ink = 0; ink < inks.size(); ++ink) area *= (overprint >> ink & 1) != 0 ? inks[ink] : 1 - inks[ink];
    for (std::size_t channel = 0; channel < sum.size(); ++channel) sum[channel] += area * overprints[overprint][channel];
  }
  const auto rounded = [](double value) { return static_cast<int>(std::lround(value)); };
  return {rounded(sum[0]), rounded(sum[1]), rounded(sum[2])};
}

std::string screen_pixels_of_inks(std::string_view pixels) {
  std::string rgb;
  rgb.reserve(pixels.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
    const auto ink = [&](std::size_t which) { return static_cast<unsigned char>(pixels[i + which]); };
    const auto coverage = [&](std::size_t which) { return ink(which) / 255.0; };
    const int light = 255 - ink(3);
    const bool black_alone = ink(0) == 0 && ink(1) == 0 && ink(2) == 0;
    const RgbColour seen =
        black_alone ? RgbColour{light, light, light} : screen_colour_of_inks(coverage(0), coverage(1), coverage(2), coverage(3));
    for (const int channel : {seen.red, seen.green, seen.blue}) rgb += static_cast<char>(channel);
  }
  return rgb;
}

RgbColour screen_colour(const Colour& colour) {
  if (colour.gray) {
    const int light = (255 * (1000 - colour.gray->black) + 500) / 1000;
    return {light, light, light};
  }
  if (colour.rgb) return *colour.rgb;
  if (!colour.cmyk) return {};
  const auto coverage = [](int thousandths) { return thousandths / 1000.0; };
  return screen_colour_of_inks(coverage(colour.cmyk->cyan), coverage(colour.cmyk->magenta), coverage(colour.cmyk->yellow),
                               coverage(colour.cmyk->black));
}

}  // namespace banxin
