// The document's structure tree as it grows.
#pragma once

#include "page/page.h"

namespace banxin {

/// Adds a node below `parent` and returns its index.
inline int add_node(PagedDocument& document, StructureNode::Type type, int parent, SourceSpan span) {
  StructureNode node;
  node.type = type;
  node.parent = parent;
  node.span = span;
  document.structure.push_back(std::move(node));
  return static_cast<int>(document.structure.size()) - 1;
}

}  // namespace banxin
