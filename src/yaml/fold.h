// Joining of lines in folded scalars: CJK to CJK needs no space.
#pragma once

#include <string>
#include <string_view>

namespace banxin::yaml {

/// Whether two lines of one paragraph join without a space: the end of `before` and the beginning of `after` are CJK. Quotes, dashes and
/// other marks that Chinese shares with Latin count as what stands behind them. Hangul is not CJK here, for Korean parts words by spaces.
bool joins_without_space(std::string_view before, std::string_view after);

/// What a folded scalar has between two lines with `blank_lines` between them (YAML 1.2.2, 6.5): a break for each blank line, else a space
/// or nothing.
std::string line_joint(std::string_view before, std::string_view after, std::size_t blank_lines);

}  // namespace banxin::yaml
