// A paragraph's clusters to finished lines: punctuation width, spacing, prohibition rules, optimum-fit breaking, justification.
#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "line/galley.h"
#include "line/paragraph_shape.h"
#include "text/composition_options.h"

namespace banxin {

/// Composes a paragraph. Overfull lines (a unit wider than the measure) are reported as `line-overfull` with their place.
/// An empty text gives a galley without lines.
Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink);

}  // namespace banxin
