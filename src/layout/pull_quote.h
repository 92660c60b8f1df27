// A pull quote: a sentence lifted out of the text in display type between two rules.
#pragma once

#include <vector>

#include "document/article.h"
#include "layout/flow_content.h"
#include "layout/text_setter.h"

namespace banxin {

/// A pull quote set over a width.
struct PullQuoteSetting {
  struct Part {
    Galley galley;
    Length top;  ///< em-top below the first grid line's
    Length size, pitch;
    int node = -1;
  };
  std::vector<Part> parts;
  int lines = 0;  ///< grid lines of all
};

/// The structure of a pull quote.
struct PullQuoteNodes {
  int text = -1, by = -1;
};

PullQuoteSetting set_pull_quote(const PullQuote& quote, const PullQuoteNodes& nodes, Length width, const TextSetter& setter);

class PullQuoteContent : public FlowContent {
 public:
  /// One setting for each variant of the block.
  PullQuoteContent(std::vector<PullQuoteSetting> settings, const Style& style) : settings_(std::move(settings)), style_(style) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;
  std::vector<NoteMark> note_marks(int variant) const override;

 private:
  std::vector<PullQuoteSetting> settings_;
  const Style& style_;
};

}  // namespace banxin
