// The body as a flow of blocks set for the columns: paragraphs, headings, lists, quotes, breaks, figures that stand in the text; other
// figures leave it and float.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "document/article.h"
#include "layout/column_fill.h"
#include "layout/figure.h"
#include "layout/flow_content.h"
#include "layout/head_block.h"
#include "layout/notes.h"
#include "layout/text_setter.h"
#include "page/page.h"

namespace banxin {

/// A block of the flow, ready for every column.
struct FlowBlock {
  std::unique_ptr<FlowContent> content;  ///< null for breaks and space
  SourceSpan span;
  bool numbered = false;          ///< its lines count among those of `numbering.lines`
  bool beside_no_notes = false;   ///< it runs on over the column for notes
  int heading_node = -1;          ///< of a heading: what the outline lists
  std::uint32_t heading_end = 0;  ///< of one that runs in: where in the text it ends
  std::vector<int> notes = {};    ///< that stand at the foot of its columns, in order; `FillBlock` has their lines by the same index
};

/// A floating figure and where it belongs.
struct FlowFigure {
  LoadedFigure figure;
  int anchor_block = -1;  ///< the block before it; -1 when it begins the body
};

struct Flow {
  std::vector<FillBlock> fill;    ///< what the page maker knows of each block
  std::vector<FlowBlock> blocks;  ///< what it draws
  std::vector<FlowFigure> figures;
  NoteSetting notes;

  /// See `GoOnInMeasure`.
  int go_on(int block, int variant, int line, int measure);
};

/// Reads a figure's picture; null when there is none. Reports a missing file.
using PictureLoader = std::function<std::shared_ptr<const Picture>(const Figure&)>;

/// What the body is set with.
struct FlowInput {
  const Article& article;
  const LabelledDeck& opening;             ///< stands before the body; without lines when the deck stands elsewhere
  const std::vector<RichText>& end_texts;  ///< what prints at the end of the body
  const ColumnMeasures& measures;          ///< outlives the flow, as `setter` does
  Length tallest_picture;
  int column_lines;  ///< of a column as high as the page's text
  const TextSetter& setter;
  const PictureLoader& load;
  const RichText& sign_off_date;  ///< as printed under the signature
  const RichText& printed_date;   ///< as printed in the record
  Length area_bottom;             ///< of every page
  const NoteNumbers& notes;
  unsigned threads = 1;  ///< that may set paragraphs
};

/// Sets the body. Adds the structure below `parent` to `document`.
Flow build_flow(const FlowInput& input, int parent, PagedDocument& document);

}  // namespace banxin
