// Decoded text made fit for an article: one kind of line break, no characters that no page can show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// `text` with line feeds alone between lines and without control characters, byte order marks and soft hyphens. Tabs and no-break spaces
/// become spaces.
std::string clean_text(std::string_view text);

/// The lines of a clean text without white space and zero-width characters at their ends; blank lines are empty.
std::vector<std::string> trimmed_lines(std::string_view text);

}  // namespace banxin
