// The style keys as a tree, for looking up dotted paths and for the shape of a style file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "style/style_keys.h"
#include "yaml/schema.h"

namespace banxin {

struct KeyNode {
  std::string segment;            ///< `*` for a name of the author's choice
  const StyleKey* key = nullptr;  ///< null for the root
  std::vector<std::unique_ptr<KeyNode>> children;
  std::vector<yaml::Key> keys;  ///< the children, for `shape`
  yaml::Shape shape;

  /// The child that a segment of a path names, or null.
  const KeyNode* child(std::string_view name) const;
  bool takes_any_name() const { return children.size() == 1 && children.front()->segment == "*"; }
  /// Whether something other than keys may be written here.
  bool has_value() const { return key && key->rule.kind != StyleValueKind::group; }
};

const KeyNode& style_key_tree();

}  // namespace banxin
