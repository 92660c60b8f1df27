// Lines of text on finished pages, put together again from their glyph runs.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"

namespace banxin {

struct PageLine {
  std::string text;
  StructureNode::Type node_type = StructureNode::Type::paragraph;
  Length size;  ///< of its first run
  Length baseline;
  Length ink_start, ink_end;  ///< page coordinates
  bool last_of_block = true;
  std::size_t page = 0;  ///< from 0
  bool in_box = false;   ///< in a part of the article that stands apart

  /// Marks that stand at no line's head (CLREQ 6.1.1): closing marks, pauses and stops.
  bool begins_with_forbidden_mark() const;
  /// Marks that stand at no line's foot: opening marks.
  bool ends_with_forbidden_mark() const;
  bool ends_in_latin() const;
};

/// Runs of one block that stand side by side on a baseline, in reading order; artifacts and the drawing of placeholders left out.
std::vector<PageLine> lines_of(const PagedDocument& document);

}  // namespace banxin
