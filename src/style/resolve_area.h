// The type area of a style from its margins or its characters and lines, whichever was said last.
#pragma once

#include "base/diagnostic.h"
#include "style/settings.h"
#include "style/style_draft.h"

namespace banxin {

/// The paper as its orientation has it.
Size oriented_paper(const StyleDraft& draft);
void apply_orientation(StyleDraft& draft);

/// Fills in margins, characters and lines. Characters and lines count for the paper, columns and type they were set with: when a stronger
/// layer changes one of those and not them, the margins stay and as many characters and lines are taken as fit between these.
void resolve_type_area(StyleDraft& draft, const Settings& settings, DiagnosticSink& sink);

}  // namespace banxin
