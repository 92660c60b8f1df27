// Short titles and names letterspaced to a set width (composition rules 11 and 12).
#pragma once

#include <vector>

#include "shape/styled_text.h"
#include "text/character_class.h"

namespace banxin {

/// Spreads to `width` thousandths of an em each of the `names` (stretches of `text`) that is two or three East Asian characters of one type
/// and not that wide already. Nothing is put between its characters: they are tracked apart, so that the text reads as it was written.
/// Behind each name of the list then stands half as much again, or what follows would seem to belong to it.
void spread_names(StyledText& text, const std::vector<TextRange>& names, int width);

}  // namespace banxin
