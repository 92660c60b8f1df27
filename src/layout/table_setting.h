// A table set over a width: its cells as lines at their places, its rows by height.
#pragma once

#include <memory>
#include <vector>

#include "document/article.h"
#include "layout/column_fill.h"
#include "layout/table_columns.h"
#include "line/galley.h"

namespace banxin {

/// A cell set in its columns.
struct TableCellSetting {
  std::vector<Galley> texts;  ///< one for each line of the author's
  std::vector<Length> x;      ///< of each text, from the table's edge
  int lines = 0;              ///< of all texts
  int node = 0;               ///< its number among the cells, row by row
  int column = 0, columns = 1, rows = 1;
};

/// Rows that stand together, since a cell reaches over them.
struct RowGroup {
  int first = 0, last = 0;  ///< rows `[first, last)`
};

struct TableSetting {
  Length width;
  std::vector<Length> column_x;  ///< edges: one more than columns
  Galley caption;                ///< without lines when there is none
  Length caption_height;         ///< to the rule below it
  std::vector<std::vector<TableCellSetting>> rows;
  std::vector<Length> row_heights;
  std::vector<RowGroup> groups;  ///< of the rows below the header
  Length header_height;
  Length body_padding;  ///< white between the rules and the rows below the header
  std::shared_ptr<const BlockUnits> units;  ///< the groups; the caption stands with the first

  Length height_of(int first, int last) const {
    Length height;
    for (int row = first; row < last; ++row) height += row_heights[static_cast<std::size_t>(row)];
    return height;
  }
};

/// Sets `table`, which has rows, over `width`, its caption as printed.
TableSetting set_table(const Table& table, const RichText& caption, Length width, const TextSetter& setter);

}  // namespace banxin
