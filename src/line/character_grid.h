// The character grid (稿纸): every East Asian character in a cell of one em, Western words in whole cells (CLREQ 3.2.5).
#pragma once

#include "line/items.h"

namespace banxin {

/// What the grid makes of a paragraph's options: marks keep a cell each, nothing shrinks or stretches, and a mark that overflows hangs.
CompositionOptions options_on_character_grid(CompositionOptions options);

/// Widens what is not whole cells wide, by half on each side, and takes all stretch and shrink away. A cell is the first box's em.
void snap_to_cells(ParagraphItems& items);

}  // namespace banxin
