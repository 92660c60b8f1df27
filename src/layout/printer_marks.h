// Printer's marks beyond the trim: where the sheet is cut, how the plates are set in register, patches to measure, a line of words.
#pragma once

#include "layout/text_setter.h"
#include "page/page.h"

namespace banxin {

/// Adds the marks that the style asks for to a page whose bleed is known, and makes its slug wide enough for them. `words` is the slug
/// line; it is left out where it does not fit.
void add_printer_marks(Page& page, const std::string& words, const TextSetter& setter, std::vector<StructureNode>& structure);

}  // namespace banxin
