// The device's colour spaces, and those that a profile describes (ISO 32000-2, 8.6.4, 8.6.5.5).
#pragma once

#include "colour/transform.h"
#include "press/figure_spaces.h"

namespace banxin {

std::shared_ptr<const FigureSpace> device_gray_space();
std::shared_ptr<const FigureSpace> device_rgb_space();
std::shared_ptr<const FigureSpace> device_cmyk_space();

/// `transform` goes from `components` to gray.
std::shared_ptr<const FigureSpace> profiled_space(ColourTransform transform, std::size_t components);

}  // namespace banxin
