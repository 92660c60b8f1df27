// Colour spaces that say by the eye's measure what they mean (ISO 32000-2, 8.6.5.2-4).
#pragma once

#include "press/figure_spaces.h"

namespace banxin {

/// Each takes the dictionary of its space; throws `UnreadableFigure` when an entry is damaged.
std::shared_ptr<const FigureSpace> calibrated_gray_space(QPDFObjectHandle dictionary);
std::shared_ptr<const FigureSpace> calibrated_rgb_space(QPDFObjectHandle dictionary);
std::shared_ptr<const FigureSpace> lab_space(QPDFObjectHandle dictionary);

}  // namespace banxin
