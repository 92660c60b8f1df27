// A box (加框): blocks in a frame or on a tint, their lines on the grid of the page.
#pragma once

#include <memory>
#include <vector>

#include "layout/flow_writer.h"

namespace banxin {

/// The blocks of a box below each other, in one width.
struct BoxSetting {
  struct Part {
    std::size_t block = 0;  ///< of the box's own flow
    int variant = 0;
    int line = 0;  ///< its first, from the first line in the frame
  };
  std::vector<Part> parts;
  std::vector<int> unit_ends;  ///< lines before each place where the box may be cut, and all of them
  std::shared_ptr<const BlockUnits> units;
};

/// The widths of texts in boxes over `widths`.
std::unique_ptr<const ColumnMeasures> measures_in_box(const std::vector<Length>& widths, const Style& style);

/// Stacks the blocks of `inner`, which was set in `measures`, once for each of them. A box higher than half a column of `column_lines` may
/// be cut.
FlowPart box_block(Flow inner, std::unique_ptr<const ColumnMeasures> measures, int span, int column_lines, const Style& style);

class BoxContent : public FlowContent {
 public:
  /// `measures` are those that `inner` was set in. One setting for each variant of the block.
  BoxContent(std::unique_ptr<const ColumnMeasures> measures, Flow inner, std::vector<BoxSetting> settings, const Style& style)
      : measures_(std::move(measures)), inner_(std::move(inner)), settings_(std::move(settings)), style_(style) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;
  std::vector<NoteMark> note_marks(int variant) const override;

 private:
  void draw_frame(const ColumnPiece& piece, const PiecePlace& place, int lines, PageSink sink) const;

  std::unique_ptr<const ColumnMeasures> measures_;
  Flow inner_;
  std::vector<BoxSetting> settings_;
  const Style& style_;
};

}  // namespace banxin
