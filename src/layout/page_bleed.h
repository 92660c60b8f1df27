// Pictures, tints and rules that run to the trim edge, run on beyond it, so that a cut a little off shows no paper.
#pragma once

#include "page/page.h"

namespace banxin {

/// Lets what touches the trim edges of `page` run to `bleed` beyond them. Pictures grow in proportion; what then lies further out is
/// clipped.
void run_into_bleed(Page& page, Length bleed);

}  // namespace banxin
