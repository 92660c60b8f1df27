// The body as a flow of blocks set for the column: galleys, headings, lists, quotes, breaks; figures leave it and float.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "document/article.h"
#include "layout/column_fill.h"
#include "layout/figure.h"
#include "layout/head_block.h"
#include "layout/text_setter.h"
#include "page/page.h"

namespace banxin {

/// A piece of text on its own lines that follows a block's lines wherever they go: the mark of a list item.
struct BlockMarker {
  Galley galley;
  Length x;       ///< from the column's edge
  int node = -1;  ///< of its own; -1: the block's
};

/// A block of the flow, ready for every column.
struct FlowBlock {
  std::vector<Galley> galleys;  ///< one for each variant; none for rules and breaks
  FillBlock fill;               ///< heights and cuts, as the page maker needs them
  Length x;                     ///< from the column's edge to the measure
  Length size, pitch;           ///< of its type; body text has the grid's pitch
  Length offset;                ///< of its first em-top below the em-top of its first grid line (headings are centred in their lines)
  bool on_grid = true;          ///< every line stands on a line of the grid
  bool rule = false;
  Length bar;  ///< width of a bar at the column's edge beside all its lines; 0: none
  std::optional<BlockMarker> marker;
  int node = -1;
  SourceSpan span;
};

/// A floating figure and where it belongs.
struct FlowFigure {
  LoadedFigure figure;
  int anchor_block = -1;  ///< the block before it; -1 when it begins the body
};

struct Flow {
  std::vector<FlowBlock> blocks;
  std::vector<FlowFigure> figures;
};

/// What the flow needs of the page.
struct ColumnRoom {
  Length width;
  int characters = 0;
};

/// What stands in the columns before the body: the deck, where the style puts it there.
struct FlowOpening {
  LabelledDeck paragraph;              ///< without lines when the deck stands elsewhere
  std::shared_ptr<const DeckBox> box;  ///< floats to the head of a column of the first page
};

/// Reads a figure's picture; null when there is none. Reports a missing file.
using PictureLoader = std::function<std::shared_ptr<const Picture>(const Figure&)>;

/// Sets the body (and what prints at its end) for columns of `room`. Adds the structure below `parent` to `document`.
Flow build_flow(const Article& article, FlowOpening opening, const std::vector<RichText>& end_texts, const ColumnRoom& room,
                const TextSetter& setter, const PictureLoader& load, int parent, PagedDocument& document);

}  // namespace banxin
