// A figure that stands in the flow, at its place in the text, instead of at the head or foot of a column.
#pragma once

#include <vector>

#include "layout/figure.h"
#include "layout/flow_content.h"

namespace banxin {

class FigureContent : public FlowContent {
 public:
  /// One setting for each variant of the block: for each width of column, or over all columns. `setter` outlives it.
  FigureContent(LoadedFigure figure, std::vector<FigureSetting> settings, const TextSetter& setter)
      : figure_(std::move(figure)), settings_(std::move(settings)), setter_(setter) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override {
    const FigureSetting setting = shrunk_by(settings_[static_cast<std::size_t>(piece.variant)], piece.shrunk, setter_);
    draw_figure(figure_, setting, {place.left, place.top}, setter_, sink);
  }

 private:
  LoadedFigure figure_;
  std::vector<FigureSetting> settings_;
  const TextSetter& setter_;
};

}  // namespace banxin
