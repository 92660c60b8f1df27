#include "import/html_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace banxin {

namespace {

constexpr std::size_t most_columns = 60;

std::size_t span_of(const HtmlNode& cell, std::string_view attribute) {
  const std::string_view value = cell.attribute(attribute);
  std::size_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::size_t>(span, 1, most_columns);
}

/// The rows of a table, the foot last.
void find_rows(const HtmlNode& node, std::vector<const HtmlNode*>& rows) {
  for (const HtmlNode& child : node.children) {
    if (child.tag == "tr") rows.push_back(&child);
    if (child.tag == "thead" || child.tag == "tbody") find_rows(child, rows);
  }
  for (const HtmlNode& child : node.children) {
    if (child.tag == "tfoot") find_rows(child, rows);
  }
}

bool is_header(const HtmlNode& row) {
  const auto is_cell = [](const HtmlNode& node) { return node.tag == "td" || node.tag == "th"; };
  return std::any_of(row.children.begin(), row.children.end(), is_cell) &&
         std::none_of(row.children.begin(), row.children.end(), [](const HtmlNode& node) { return node.tag == "td"; });
}

/// Puts the cells of rows in their places.
class Grid {
 public:
  void add_row(const HtmlNode& row) {
    std::vector<const HtmlNode*> cells;
    for (const HtmlNode& cell : row.children) {
      if (cell.tag != "td" && cell.tag != "th") continue;
      while (is_taken(cells.size())) cells.push_back(nullptr);
      const std::size_t columns = span_of(cell, "colspan"), rows = span_of(cell, "rowspan");
      for (std::size_t i = 0; i < columns; ++i) {
        if (taken_below_.size() <= cells.size()) taken_below_.resize(cells.size() + 1);
        taken_below_[cells.size()] = rows;
        cells.push_back(i == 0 ? &cell : nullptr);
      }
    }
    for (std::size_t& rows : taken_below_) rows -= rows > 0 ? 1 : 0;
    columns_ = std::max(columns_, cells.size());
    rows_.push_back(std::move(cells));
  }

  std::vector<std::vector<const HtmlNode*>> take() {
    for (auto& row : rows_) row.resize(columns_);
    return std::move(rows_);
  }

 private:
  bool is_taken(std::size_t column) const { return column < taken_below_.size() && taken_below_[column] > 0; }

  std::vector<std::vector<const HtmlNode*>> rows_;
  std::vector<std::size_t> taken_below_;  ///< of each column, rows that a cell reaches into from the row above
  std::size_t columns_ = 0;
};

}  // namespace

bool is_row_of_data(const HtmlNode& row) {
  static constexpr std::array blocks = {"table", "div", "img", "ul", "ol", "pre", "blockquote"};
  return std::none_of(row.children.begin(), row.children.end(), [](const HtmlNode& cell) {
    return !cell.is_text() &&
           std::any_of(blocks.begin(), blocks.end(), [&](const char* tag) { return find_element(cell, tag) != nullptr; });
  });
}

std::optional<HtmlTable> read_html_table(const HtmlNode& table) {
  std::vector<const HtmlNode*> rows;
  find_rows(table, rows);
  if (rows.empty() || !std::all_of(rows.begin(), rows.end(), [](const HtmlNode* row) { return is_row_of_data(*row); })) return std::nullopt;
  Grid grid;
  for (const HtmlNode* row : rows) grid.add_row(*row);
  HtmlTable result;
  result.caption = find_element(table, "caption");
  result.has_header = rows.size() > 1 && is_header(*rows.front());
  result.cells = grid.take();
  if (result.cells.front().size() < 2 || result.cells.front().size() > most_columns) return std::nullopt;
  return result;
}

}  // namespace banxin
