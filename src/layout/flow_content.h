// What a block of the flow draws, whatever it is; the page maker knows only its lines (layout/column_fill.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/column_fill.h"
#include "layout/emit.h"
#include "line/galley.h"

namespace banxin {

/// Where a piece of a block stands.
struct PiecePlace {
  Length left;   ///< of its column
  Length top;    ///< em-top of its first grid line
  Length width;  ///< of its column
};

/// Where a text calls for a note.
struct NoteMark {
  std::string name;
  int line = 0;  ///< of its block, or unit of one that has units
};

/// The marks in a text, by its lines.
std::vector<NoteMark> note_marks_of(const Galley& galley);

class FlowContent {
 public:
  virtual ~FlowContent() = default;

  /// Draws lines of the block, in reading order.
  virtual void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const = 0;

  /// The text as set in a variant; null for what is no text.
  virtual const Galley* galley(int variant) const {
    static_cast<void>(variant);
    return nullptr;
  }

  /// The marks of notes in its texts as set in a variant, in reading order.
  virtual std::vector<NoteMark> note_marks(int variant) const {
    const Galley* text = galley(variant);
    return text == nullptr ? std::vector<NoteMark>() : note_marks_of(*text);
  }

  /// Sets the block so that it goes on in columns of another width after line `line` of `variant`. Adds the way to `fill` when it is new
  /// and returns its index; -1: it cannot.
  virtual int go_on(FillBlock& fill, int variant, int line, int measure) {
    static_cast<void>(fill), static_cast<void>(variant), static_cast<void>(line), static_cast<void>(measure);
    return -1;
  }
};

/// Widths of columns that a block may stand in, by measure; `all` over all columns.
struct ColumnMeasures {
  std::vector<Length> widths;
  std::vector<int> of_column;  ///< the measure of each column
  /// Over two columns ([0]) and more, from each first column on; a single width when all columns are alike.
  std::vector<std::vector<Length>> by_span;
  Length all;

  /// Of a block over `span` columns, by its variants (see BlockVariant::measure).
  const std::vector<Length>& over(int span) const { return span == 1 ? widths : by_span[static_cast<std::size_t>(span) - 2]; }

  bool alike() const { return widths.size() == 1; }
};

}  // namespace banxin
