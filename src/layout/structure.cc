#include "layout/structure.h"

namespace banxin {

int add_node(std::vector<StructureNode>& structure, StructureNode::Type type, int parent, SourceSpan span) {
  StructureNode node;
  node.type = type;
  node.parent = parent;
  node.span = span;
  structure.push_back(std::move(node));
  return static_cast<int>(structure.size()) - 1;
}

const std::string& language_of(const std::vector<StructureNode>& structure, int node) {
  const StructureNode* at = &structure[static_cast<std::size_t>(node)];
  while (at->language.empty() && at->parent >= 0) at = &structure[static_cast<std::size_t>(at->parent)];
  return at->language;
}

int inline_node(std::vector<StructureNode>& structure, int parent, StructureNode::Type type, const std::string& language,
                SourceSpan stretch) {
  if (parent < 0) return parent;
  const bool foreign = !language.empty() && language != language_of(structure, parent);
  if (type == StructureNode::Type::span && !foreign) return parent;
  // The lines of a stretch are drawn one after the other, so its node is among the latest.
  for (std::size_t i = structure.size(); i-- > static_cast<std::size_t>(parent) + 1;) {
    if (stretch && structure[i].parent == parent && structure[i].type == type && structure[i].span == stretch) return static_cast<int>(i);
  }
  const int node = add_node(structure, type, parent, stretch);
  if (foreign) structure.back().language = language;
  return node;
}

}  // namespace banxin
