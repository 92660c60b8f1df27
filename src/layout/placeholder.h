// The place kept for a photograph: a tinted frame with corner marks, an icon and two lines of text.
#pragma once

#include "base/geometry.h"
#include "layout/figure.h"

namespace banxin {

/// Draws the placeholder of a figure into `frame`. What it shows depends on the frame's shorter side: below 96 pt no second line, below 72
/// pt a smaller icon and the ratio alone, below 36 pt nothing but frame and tint.
void draw_placeholder(const LoadedFigure& figure, AspectRatio ratio, const Rectangle& frame, const TextSetter& setter, PageSink sink);

/// The words on a placeholder in a language.
struct PlaceholderWords {
  std::string_view label, figure, missing, picture;
};
PlaceholderWords placeholder_words(std::string_view language);

}  // namespace banxin
