// The structure tree: elements, the marked content that they own, and the way back from it (ISO 32000-2, 14.7).
#pragma once

#include <vector>

#include "page/page.h"
#include "pdf/object_sink.h"

namespace banxin::pdf {

/// A link annotation that belongs to a node of the structure.
struct TaggedLink {
  int node = 0;
  std::size_t page = 0;
  Reference annotation;
};

/// What the tree points at: pages with the node of each marked sequence, and links. A page's StructParents is its index; a link's
/// StructParent follows on from the pages, in the order of `links`.
struct TaggedContent {
  std::vector<Reference> pages;
  std::vector<std::vector<int>> marked_nodes;  ///< by page, by marked-content identifier
  std::vector<TaggedLink> links;
};

/// Puts the tree as text objects (a tenth of the memory that PoDoFo's own would take); returns the StructTreeRoot. `document.structure` is
/// not empty.
Reference put_structure_tree(ObjectSink& sink, const PagedDocument& document, const TaggedContent& content);

}  // namespace banxin::pdf
