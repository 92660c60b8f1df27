#include "document/table_grid.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

namespace banxin {

void TableGrid::add_row(std::vector<TableCell> cells, SourceSpan span) {
  if (full_) return;
  if (static_cast<int>(cells.size()) > limits::table_cells - cells_) {
    full_ = true;
    sink_.error("document-table-too-large", span, {{"limit", std::to_string(limits::table_cells)}});
    return;
  }
  cells_ += static_cast<int>(cells.size());
  int count = 0;
  for (const TableCell& cell : cells) count += cell.columns;
  if (table_.rows.empty()) {
    table_.columns = std::min(count, limits::table_columns);
    taken_.assign(static_cast<std::size_t>(table_.columns), 0);
  }
  const auto free = static_cast<int>(std::count(taken_.begin(), taken_.end(), 0));
  const MessageArguments counts{{"count", std::to_string(count)}, {"columns", std::to_string(free)}};
  if (count > free) {
    sink_.error("document-table-row-long", span, counts);
  } else if (count < free) {
    sink_.warning("document-table-row-short", span, counts);
  }
  std::vector<int> below = taken_;
  for (int& rows : below) rows = std::max(0, rows - 1);
  std::vector<TableCell> row;
  auto next = cells.begin();
  for (int column = 0; column < table_.columns;) {
    if (taken_[static_cast<std::size_t>(column)] > 0) {
      ++column;
      continue;
    }
    TableCell cell;
    cell.span = span;
    if (next != cells.end()) cell = std::move(*next++);
    const int end = std::min(column + cell.columns, table_.columns);
    const auto first = taken_.begin() + column, last = taken_.begin() + end;
    if (std::any_of(first, last, [](int rows) { return rows > 0; })) sink_.error("document-table-overlap", cell.span);
    std::fill(below.begin() + column, below.begin() + end, cell.rows - 1);
    if (cell.rows > 1) tallest_ = cell.span;
    cell.column = column;
    column = end;
    row.push_back(std::move(cell));
  }
  taken_ = std::move(below);
  table_.rows.push_back(std::move(row));
}

void TableGrid::end_header() {
  check_no_cell_reaches_down();
  table_.header_rows = static_cast<int>(table_.rows.size());
}

void TableGrid::end() { check_no_cell_reaches_down(); }

void TableGrid::check_no_cell_reaches_down() {
  const int most = taken_.empty() ? 0 : *std::max_element(taken_.begin(), taken_.end());
  if (most > 0) sink_.error("document-table-rows-end", tallest_, {{"count", std::to_string(most)}});
  std::fill(taken_.begin(), taken_.end(), 0);
}

}  // namespace banxin
