// Doubled dashes and dots (—— …… ⋯⋯ ‥‥): one cluster of 2 em, whatever the font makes of them.
#pragma once

#include <string_view>

#include "shape/cluster.h"

namespace banxin {

/// Joins pairs of equal marks among the clusters from `first_cluster` on, which must be East Asian text. The dashes of a pair are moved
/// until their ink touches (CLREQ 3.1.6); dots are centred in a cell each. Pairs that the font made one glyph are left as they are.
void join_doubled_marks(ShapedText& shaped, std::size_t first_cluster, std::string_view text);

}  // namespace banxin
