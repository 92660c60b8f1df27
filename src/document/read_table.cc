#include "document/read_table.h"

#include <algorithm>
#include <array>
#include <span>

#include "document/inline.h"
#include "document/markdown_table.h"
#include "document/table_grid.h"
#include "document/table_options.h"
#include "document/texts.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

using yaml::Entry;
using yaml::Value;

class TableReader {
 public:
  TableReader(const Entry& kind, const Value& block, MarkupContext& context)
      : kind_(kind), block_(block), context_(context), grid_(table_, context.sink) {}

  Table read() {
    if (const Value* header = option("header")) {
      const bool several = std::any_of(header->items.begin(), header->items.end(), [](const Value& item) { return item.is_sequence(); });
      add_rows(several ? std::span(header->items) : std::span(header, 1));
    }
    grid_.end_header();
    if (const Value* rows = option("rows")) add_rows(rows->items);
    grid_.end();
    if (table_.rows.empty()) context_.sink.error("document-table-empty", kind_.key.span());
    table_.alignment.resize(static_cast<std::size_t>(table_.columns));
    table_.widths.resize(static_cast<std::size_t>(table_.columns));
    for (const std::string_view name : {"caption", "span", "rules"}) {
      if (const Value* value = option(name)) set_table_option(table_, name, value->text, context_);
    }
    for (const std::string_view name : {"align", "widths"}) {
      if (const Value* value = option(name)) set_column_option(table_, name, texts(*value), value->span, context_);
    }
    return std::move(table_);
  }

 private:
  /// What is set under `name`, below `table` or beside it; null when nothing is.
  const Value* option(std::string_view name) {
    const Value* below = kind_.value.find(name);
    const Value* beside = block_.find(name);
    if (below && beside) context_.sink.error("document-attribute-twice", beside->span, {{"name", std::string(name)}});
    const Value* found = below ? below : beside;
    return found && !found->is_null() ? found : nullptr;
  }

  std::vector<SourceText> texts(const Value& value) {
    if (!value.is_sequence()) return split_at_blanks(value.text);
    std::vector<SourceText> result;
    for (const Value& item : value.items) result.push_back(read_plain(item.text, context_.sink));
    return result;
  }

  void add_rows(std::span<const Value> rows) {
    for (const Value& row : rows) grid_.add_row(row.is_scalar() ? cells_between_bars(row) : cells(row), row.span);
  }

  std::vector<TableCell> cells_between_bars(const Value& row) {
    const SourceText line = read_plain(row.text, context_.sink);
    std::vector<TableCell> result;
    for (const auto& [begin, end] : split_table_row(line.view())) {
      TableCell cell;
      cell.span = row.span;
      if (begin != end) cell.lines.push_back(read_inline(line.part(begin, end), context_));
      result.push_back(std::move(cell));
    }
    return result;
  }

  std::vector<TableCell> cells(const Value& row) {
    std::vector<TableCell> result;
    const std::span<const Value> values = row.is_sequence() ? std::span(row.items) : std::span(&row, 1);
    for (const Value& value : values) {
      TableCell cell;
      cell.span = value.span;
      const Value* text = value.is_mapping() ? value.find("text") : &value;
      if (text) cell.lines = read_text_lines(text->text, context_);
      if (const Value* columns = value.find("columns")) cell.columns = count(*columns, cell_columns_form.most);
      if (const Value* rows = value.find("rows")) cell.rows = count(*rows, cell_rows_form.most);
      result.push_back(std::move(cell));
    }
    return result;
  }

  int count(const Value& value, int most) {
    const SourceText written = read_plain(value.text, context_.sink);
    const auto number = read_number(written.view(), 1, most);
    if (!number && !value.is_null()) {
      context_.sink.error("document-table-cell", value.span, {{"value", written.text()}, {"most", std::to_string(most)}});
    }
    return number.value_or(1);
  }

  const Entry& kind_;
  const Value& block_;
  MarkupContext& context_;
  Table table_;
  TableGrid grid_;
};

}  // namespace

Table read_table(const Entry& kind, const Value& block, MarkupContext& context) { return TableReader(kind, block, context).read(); }

}  // namespace banxin
