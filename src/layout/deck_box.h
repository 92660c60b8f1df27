// The deck as a box at the head of the first page's first or last column.
#pragma once

#include <vector>

#include "document/article.h"
#include "layout/emit.h"
#include "layout/head_block.h"
#include "layout/text_setter.h"
#include "page/page.h"

namespace banxin {

/// A deck set for a box.
struct DeckBox {
  struct Item {
    Galley galley;
    Length top;  ///< em-top below the box's top
    int node = -1;
  };
  Galley label;  ///< without lines when the style has none
  int label_node = -1;
  std::vector<Item> items;
  std::vector<Item> byline;
  Length height;  ///< whole grid lines less the gap between two

  bool empty() const { return items.empty(); }
};

/// Sets the lines of the article's deck for a box of `width`, when the style puts it there (else an empty one), and adds its structure
/// below `parent`.
DeckBox set_deck_box(const Article& article, const Byline& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document);

/// Draws the box with its upper left corner at `corner`.
void draw_deck_box(const DeckBox& box, Point corner, Length width, const TextSetter& setter, PageSink sink);

}  // namespace banxin
