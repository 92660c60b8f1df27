// A paragraph's clusters to finished lines: punctuation width, spacing, prohibition rules, optimum-fit breaking, justification.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "line/galley.h"
#include "line/paragraph_shape.h"
#include "text/composition_options.h"

namespace banxin {

/// Composes a paragraph. Overfull lines (a unit wider than the measure) are reported as `line-overfull` with their place.
/// An empty text gives a galley without lines.
Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink);

/// The numbers of lines that a paragraph is wanted in besides, by how it came out best.
using OtherLengths = std::function<std::vector<int>(const Galley&)>;

/// The paragraph as `compose` sets it, then in each of those numbers of lines in which it can be set without visible force.
std::vector<Galley> compose_in_lengths(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped,
                                       const CompositionOptions& options, const ParagraphShape& shape, const OtherLengths& others,
                                       DiagnosticSink& sink);

}  // namespace banxin
