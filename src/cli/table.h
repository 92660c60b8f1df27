// Tables for terminals.
#pragma once

#include <string>
#include <vector>

namespace banxin {

/// Columns as wide as their widest cell (an East Asian character is two cells wide), two blanks apart; one line a row, which may have
/// fewer cells than others. The last cell of a row is not padded.
std::string aligned_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace banxin
