// A page as an SVG picture.
#pragma once

#include <string>

#include "base/result.h"
#include "page/page.h"

namespace banxin {

/// One SVG 1.1 file that needs no other: glyphs are outlines, each defined once; pictures are embedded, JPEG bytes as they are unless they
/// are inks; links are links. User units are points. The same page gives the same bytes. `title` names the document. Fails with
/// `image-damaged`.
Result<std::string> page_svg(const Page& page, std::string_view title);

}  // namespace banxin
