// A page as an SVG picture.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "page/page.h"

namespace banxin {

/// One SVG 1.1 file that needs no other: glyphs are outlines, each defined once; pictures are embedded, JPEG bytes as they are unless they
/// are inks, drawings as pixels; links are links. User units are points. The same page gives the same bytes. `title` names the document.
/// `sink` is told of pictures that cannot be shown.
std::string page_svg(const Page& page, std::string_view title, DiagnosticSink& sink);

}  // namespace banxin
