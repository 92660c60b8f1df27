// The document's structure tree as it grows.
#pragma once

#include "page/page.h"

namespace banxin {

/// Adds a node below `parent` and returns its index.
int add_node(std::vector<StructureNode>& structure, StructureNode::Type type, int parent, SourceSpan span);
inline int add_node(PagedDocument& document, StructureNode::Type type, int parent, SourceSpan span) {
  return add_node(document.structure, type, parent, span);
}

/// The language that a node's text is in: its own or the nearest of those above it.
const std::string& language_of(const std::vector<StructureNode>& structure, int node);

/// The node of a stretch of text inside `parent`: a link, the reference of a note's mark or, of type span, a stretch in another language
/// than its parent; else `parent` itself. The same stretch gets the same node on each of its lines.
int inline_node(std::vector<StructureNode>& structure, int parent, StructureNode::Type type, const std::string& language,
                SourceSpan stretch);

}  // namespace banxin
