// Ways from a note's mark to the note and back.
#pragma once

#include "page/page.h"

namespace banxin {

/// Makes every mark lead to the number of its note, and every number back to the first mark that calls for it. Marks and numbers get a link
/// below their node, as PDF/UA-1 (7.18.5) asks.
void link_notes(PagedDocument& document);

}  // namespace banxin
