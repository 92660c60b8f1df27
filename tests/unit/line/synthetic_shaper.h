// Shapes text without fonts: the proportions of an ideal East Asian typeface.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "shape/cluster.h"
#include "shape/styled_text.h"
#include "text/composition_options.h"

namespace banxin::test {

/// A text in one style, in runs that begin at the offsets (the first is 0).
std::shared_ptr<StyledText> styled_text(std::string_view text, Length size, const std::vector<std::uint32_t>& run_begins = {0});

/// East Asian characters are an em wide, ASCII and Western quotes half, U+0020 a third. The ink of a full-width mark is half its em; pairs
/// of dashes and dots are one cluster of two em.
std::shared_ptr<ShapedText> shape_synthetically(const StyledText& text, Locale locale);

}  // namespace banxin::test
