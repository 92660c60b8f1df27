// The cells of an HTML table, by rows and columns.
#pragma once

#include <optional>
#include <vector>

#include "import/html_tree.h"

namespace banxin {

struct HtmlTable {
  const HtmlNode* caption = nullptr;
  bool has_header = false;                          ///< its first row is one
  std::vector<std::vector<const HtmlNode*>> cells;  ///< each row as long as the others; null: where a cell reaches from the left or above
};

/// Whether the cells of a row hold texts alone: tables that lay a page out hold pictures, lists and further tables.
bool is_row_of_data(const HtmlNode& row);

/// Nothing for a table of one column, and where not every row is one of data. Pointers are into `table`.
std::optional<HtmlTable> read_html_table(const HtmlNode& table);

}  // namespace banxin
