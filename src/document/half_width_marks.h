// Half-width marks in an article's Chinese or Japanese text, told once.
#pragma once

#include "base/diagnostic.h"
#include "document/article.h"

namespace banxin {

/// Warns at the first half-width mark that stands where a full-width one belongs (text/half_width_marks.h), with their number. Texts are
/// set as typed, so this is all that is done about them.
void report_half_width_marks(const Article& article, DiagnosticSink& sink);

}  // namespace banxin
