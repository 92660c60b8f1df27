// A glyph run as text operators.
#pragma once

#include "page/page.h"
#include "pdf/content_stream.h"
#include "pdf/font_table.h"

namespace banxin::pdf {

/// Shows the run inside a text object, which is begun if need be. Most spacing is one Tc; TJ numbers stand only where a glyph would else
/// lie more than 0.004 pt from its place, each reckoned from the absolute place, so that no rounding adds up. Glyphs whose text is not what
/// ToUnicode says are put into a Span with ActualText, cluster by cluster.
void show_run(ContentStream& content, const GlyphRunItem& run, const UsedFont& font);

}  // namespace banxin::pdf
