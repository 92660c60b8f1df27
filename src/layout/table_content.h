// A table of the flow: drawn row by row, its header again at the head of every further piece.
#pragma once

#include <vector>

#include "layout/flow_content.h"
#include "layout/table_setting.h"

namespace banxin {

/// The structure of a table, made once whatever width it is set in.
struct TableNodes {
  int caption = -1;
  std::vector<int> cells;  ///< row by row
};

/// Adds a table, its rows and cells below `parent`.
TableNodes add_table_nodes(const Table& table, int parent, SourceSpan span, PagedDocument& document);

class TableContent : public FlowContent {
 public:
  /// One setting for each variant of the block. `table` and `setter` outlive it.
  TableContent(const Table& table, TableNodes nodes, std::vector<TableSetting> settings, const TextSetter& setter)
      : table_(table), nodes_(std::move(nodes)), settings_(std::move(settings)), setter_(setter) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;
  std::vector<NoteMark> note_marks(int variant) const override;

 private:
  bool rules_are_full() const;
  void draw_rows(const TableSetting& setting, int first, int last, Point corner, bool again, PageSink sink) const;
  void draw_cell(const TableSetting& setting, int row, const TableCellSetting& cell, Point corner, bool again, PageSink sink) const;
  void draw_grid(const TableSetting& setting, int first, int last, Point corner, PageSink sink) const;

  const Table& table_;
  TableNodes nodes_;
  std::vector<TableSetting> settings_;
  const TextSetter& setter_;
};

}  // namespace banxin
