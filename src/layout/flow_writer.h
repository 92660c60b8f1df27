// Writes blocks into a flow with their structure, marks of lists and notes: what every kind of block is made with.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "layout/flow.h"
#include "layout/flow_notes.h"
#include "layout/text_content.h"

namespace banxin {

/// A block, not yet in the flow.
struct FlowPart {
  std::unique_ptr<FlowContent> content;
  FillBlock fill;
};

class FlowWriter {
 public:
  /// All outlive it.
  FlowWriter(const FlowInput& input, Flow& flow, PagedDocument& document)
      : input_(input),
        setter_(input.setter),
        style_(input.setter.style()),
        measures_(&input.measures),
        flow_(&flow),
        document_(document),
        notes_(input, flow.notes, document) {}

  const FlowInput& input() const { return input_; }
  const TextSetter& setter() const { return setter_; }
  const Style& style() const { return style_; }
  PagedDocument& document() { return document_; }
  FlowNotes& notes() { return notes_; }
  Flow& flow() { return *flow_; }

  /// Of the columns, or of the box that is being filled.
  const ColumnMeasures& measures() const { return *measures_; }
  bool in_box() const { return measures_ != &input_.measures; }
  int columns() const { return static_cast<int>(measures_->of_column.size()); }
  /// Nothing stands over several columns in a box, in frames of a template, or where there is one column.
  bool has_columns() const { return columns() > 1 && style_.page.frames.empty(); }
  /// The columns that something stands over here.
  int columns_of(const ColumnSpan& span) const {
    if (!has_columns()) return 1;
    return span.all ? columns() : std::clamp(span.columns, 1, columns());
  }

  int node(StructureNode::Type type, int parent, SourceSpan span);

  /// Adds a block and claims for it the notes that it calls for; their nodes stand below `parent`.
  void add(FlowPart part, int parent, SourceSpan span);

  /// A text in whole grid lines that may be cut between columns, at `x` from the column's edge.
  void add_text(const RichText& text, const TextStyle& type, Length x, int node, SourceSpan span, const TypedStretch* stretch = nullptr);
  /// Lines beside a cap stay together.
  void add_text(SetParagraph set, const TextStyle& type, Length x, int node, SourceSpan span, ParagraphBeginning beginning = {});
  /// A text and its structure; nothing when it is empty.
  void add_paragraph(const RichText& text, Element element, Length x, int parent, SourceSpan span);
  /// Lines of display type that stand with what follows.
  void add_display(const RichText& text, const TextStyle& type, int node, SourceSpan span);
  void add_space(int lines, SourceSpan span);
  /// Empty lines below the last block, unless the next has as many above it, or a column begins there.
  void leave_space(int lines) { space_after_ = lines; }
  int space_left() const { return space_after_; }
  /// White in whole grid lines.
  int grid_lines_of(Length white) const { return static_cast<int>((white.raw() + style_.grid.pitch.raw() - 1) / style_.grid.pitch.raw()); }

  /// A mark for the next text.
  void add_marker(BlockMarker marker) { waiting_marks_.push_back(std::move(marker)); }
  std::size_t waiting_markers() const { return waiting_marks_.size(); }
  /// Drops marks for which no text has come.
  void drop_markers(std::size_t but_first) { waiting_marks_.resize(std::min(waiting_marks_.size(), but_first)); }

  /// The first two of the blocks from `first` on stay together, and the last two.
  void keep_ends_together(std::size_t first);

  /// What `fill` writes goes into a flow of its own, set in `measures`.
  template <typename Fill>
  Flow apart(const ColumnMeasures& measures, Fill fill) {
    Flow apart;
    Flow* const outer = std::exchange(flow_, &apart);
    const ColumnMeasures* const outer_measures = std::exchange(measures_, &measures);
    const int space_after = std::exchange(space_after_, 0);
    std::vector<BlockMarker> marks;
    marks.swap(waiting_marks_);
    fill();
    waiting_marks_.swap(marks);
    space_after_ = space_after;
    measures_ = outer_measures;
    flow_ = outer;
    return apart;
  }

  /// Lines that stand together, as wide as any column.
  FillBlock whole(int lines) const;

 private:
  HeadingContent::Setting set_display(const RichText& text, const TextStyle& type, Length width, int node, int& lines) const;
  void push(std::unique_ptr<FlowContent> content, FillBlock fill, SourceSpan span);
  int parent_of(int node) const { return document_.structure[static_cast<std::size_t>(node)].parent; }

  const FlowInput& input_;
  const TextSetter& setter_;
  const Style& style_;
  const ColumnMeasures* measures_;
  Flow* flow_;
  PagedDocument& document_;
  FlowNotes notes_;
  std::vector<BlockMarker> waiting_marks_;  ///< of list items whose first text has not come yet
  int space_after_ = 0;                     ///< lines that the block before wants below it
};

/// Smaller or larger type stands on the grid lines by its baseline, like the text beside it: the way from the em-top of its first grid
/// line.
Length grid_offset_of(const TextStyle& type, const Style& style);

}  // namespace banxin
