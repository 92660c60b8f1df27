// Measures of pages and of what stands on them.
#pragma once

#include <map>
#include <string>

#include "preflight/content_scan.h"
#include "preflight/report.h"

namespace banxin::preflight {

/// The boxes that a page states or inherits, by name.
std::map<std::string, PdfBox> boxes_of(QPDFPageObjectHelper page);

/// Of the coarser direction; 0 when it cannot be told.
double dots_per_inch(PlacedPicture picture);

}  // namespace banxin::preflight
