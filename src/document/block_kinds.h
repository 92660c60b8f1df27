// The blocks that a body in list form may hold, and the options that stand beside the key of each.
#pragma once

#include <span>
#include <string_view>

namespace banxin {

struct BlockKind {
  std::string_view key;  ///< says which block a mapping is
  std::span<const std::string_view> options;
  bool may_be_empty = false;   ///< the key may stand without a value
  bool in_list_items = false;  ///< what a list item may hold besides text
  bool in_boxes = true;
};

std::span<const BlockKind> block_kinds();
/// Null when no block has this key.
const BlockKind* find_block_kind(std::string_view key);

}  // namespace banxin
