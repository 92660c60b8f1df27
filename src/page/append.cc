#include "page/append.h"

#include <iterator>
#include <utility>

namespace banxin {

namespace {

/// The document nodes become one; all others move behind those that are there.
void move_node(int& node, int offset) {
  if (node > 0) node += offset;
}

}  // namespace

void append_document(PagedDocument& all, PagedDocument more) {
  const bool first = all.structure.empty();
  const int offset = first ? 0 : static_cast<int>(all.structure.size()) - 1;
  const std::size_t pages_before = all.pages.size();
  for (StructureNode& node : more.structure) {
    move_node(node.parent, offset);
    node.span = {};
  }
  for (Page& page : more.pages) {
    for (PageItem& item : page.items) {
      move_node(item.tag.node, offset);
      item.span = {};
    }
    for (LinkArea& link : page.links) {
      move_node(link.node, offset);
      link.span = {};
    }
  }
  for (OutlineEntry& entry : more.outline) entry.page += pages_before;
  if (first) all.metadata = std::move(more.metadata);
  std::move(more.structure.begin() + (first ? 0 : 1), more.structure.end(), std::back_inserter(all.structure));
  std::move(more.pages.begin(), more.pages.end(), std::back_inserter(all.pages));
  std::move(more.outline.begin(), more.outline.end(), std::back_inserter(all.outline));
}

}  // namespace banxin
