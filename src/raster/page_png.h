// A page as a PNG picture.
#pragma once

#include <string>

#include "base/result.h"
#include "page/page.h"

namespace banxin {

inline constexpr int smallest_dpi = 10, largest_dpi = 1200;

/// The page's trim box on white paper at `dpi` pixels an inch (`smallest_dpi` to `largest_dpi`), edges smoothed, nothing moved to the pixel
/// grid; gray when nothing on it is coloured. The same page gives the same bytes. Fails with
/// `raster-too-large` or `raster-no-library`; `sink` is told of pictures that cannot be shown.
Result<std::string> page_png(const Page& page, int dpi, DiagnosticSink& sink);

}  // namespace banxin
