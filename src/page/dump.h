// A page as text, for goldens and `--format text`: one reads the page from it.
#pragma once

#include <string>

#include "page/page.h"

namespace banxin {

/// Every page, item by item in reading order, lengths in points with three decimals: text runs with baseline, face, size, tag and the x of
/// their glyphs where they are not at their natural place; rules, rectangles, pictures, links; then structure and outline.
std::string dump_text(const PagedDocument& document);

}  // namespace banxin
