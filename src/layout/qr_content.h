// A QR code in the text, in the middle of its column, with its caption below.
#pragma once

#include <vector>

#include "image/qr_code.h"
#include "layout/flow_content.h"
#include "style/style.h"

namespace banxin {

class QrContent : public FlowContent {
 public:
  struct Nodes {
    int figure = -1, caption = -1;
  };

  /// One caption for each variant of the block, without lines when there is none. `style` outlives it.
  QrContent(QrSymbol symbol, Length side, std::vector<Galley> captions, Nodes nodes, SourceSpan span, const Style& style)
      : symbol_(std::move(symbol)), side_(side), captions_(std::move(captions)), nodes_(nodes), span_(span), style_(style) {}

  /// Grid lines that it takes.
  int lines(std::size_t variant) const;
  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;

 private:
  Length height(std::size_t variant) const;

  QrSymbol symbol_;
  Length side_;
  std::vector<Galley> captions_;
  Nodes nodes_;
  SourceSpan span_;
  const Style& style_;
};

}  // namespace banxin
