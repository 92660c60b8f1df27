// Vector figures in black alone.
#pragma once

#include "base/result.h"
#include "image/vector_figure.h"

namespace banxin {

/// The figure with every colour as a gray of the device: in contents, patterns, shadings, pictures, glyphs and masks. Fails with
/// `press-figure-in-colour` (a warning) where something in it is damaged, out of all proportion, or a picture in JPEG 2000.
Result<VectorFigure> figure_in_gray(const VectorFigure& figure, const std::string& name);

}  // namespace banxin
