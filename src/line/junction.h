// The blanks of full-width marks and the gaps between neighbours (CLREQ 3.1.6, JLREQ 3.1.2 and Table 1, UTR #59).
#pragma once

#include "line/items.h"

namespace banxin {

/// Fills in what a box's glyph and the style of punctuation width make of its mark. The font has the last word: what its `halt`
/// feature takes off `glyphs` (the paragraph's) is blank; of a font without it the ink tells, and a mark is cut only where it has none.
void set_mark(Box& box, const Cluster& cluster, const std::vector<Glyph>& glyphs, const CompositionOptions& options);

/// Sets the blanks that the line's edges keep; after doubled exclamation marks are known.
void set_edges(Box& box, const CompositionOptions& options);

/// Thousandths of an em as a length.
inline Length thousandths(Length em, int n) { return em.scaled(n, 1000); }

/// The gap between two boxes that touch; `inseparable` ones never stretch.
Gap junction_gap(const Box& before, const Box& after, bool inseparable, const CompositionOptions& options);

/// Whether space belongs between the two because one is East Asian and the other Western.
bool wants_autospace(const Box& before, const Box& after, Locale locale);

/// The gap that autospace makes.
Gap autospace_gap(const Box& before, const Box& after, const CompositionOptions& options);

}  // namespace banxin
