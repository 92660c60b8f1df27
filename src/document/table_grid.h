// Where the cells of a table stand: filled row by row, in Markdown and in list form alike.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "document/article.h"

namespace banxin {

/// Places cells that are given in the order of reading. The first row says how many columns there are; a longer row is an error, a shorter
/// one is filled with empty cells and a warning.
class TableGrid {
 public:
  TableGrid(Table& table, DiagnosticSink& sink) : table_(table), sink_(sink) {}

  /// After more than `limits::table_cells`: an error was reported, and rows that follow are not taken.
  bool is_full() const { return full_; }

  void add_row(std::vector<TableCell> cells, SourceSpan span);
  /// The rows so far are the header's. A header repeats, so no cell of it reaches below it.
  void end_header();
  /// No row follows.
  void end();

 private:
  void check_no_cell_reaches_down();

  Table& table_;
  DiagnosticSink& sink_;
  std::vector<int> taken_;  ///< for each column: rows below this one that a cell above takes
  SourceSpan tallest_;      ///< the cell that last reached below its row
  int cells_ = 0;
  bool full_ = false;
};

}  // namespace banxin
