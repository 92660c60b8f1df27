#include "document/markdown_table.h"

#include <algorithm>
#include <string>

#include "document/attributes.h"
#include "document/inline.h"
#include "document/inline_syntax.h"
#include "document/printable.h"
#include "document/table_grid.h"
#include "document/table_options.h"
#include "document/texts.h"

namespace banxin {

namespace {

using markdown::Line;
using markdown::Lines;

std::string_view view(const SourceText& source, const Line& line) { return source.view().substr(line.begin, line.end - line.begin); }

bool is_row(std::string_view line) { return line.find('|') != std::string_view::npos; }

bool is_options(std::string_view line) { return line.starts_with('{') && line.ends_with('}'); }

class TableReader {
 public:
  TableReader(const SourceText& source, MarkupContext& context) : source_(source), context_(context), grid_(table_, context.sink) {}

  Table read(Lines lines) {
    const bool has_options = is_options(view(source_, lines.back()));
    const Lines rows = lines.first(lines.size() - (has_options ? 1 : 0));
    std::vector<TableCell> header = cells(rows[0]);
    const bool titled = std::any_of(header.begin(), header.end(), [](const TableCell& cell) { return !cell.lines.empty(); });
    const std::size_t columns = header.size();
    if (titled) grid_.add_row(std::move(header), span(rows[0]));
    grid_.end_header();
    for (const Line& row : rows.subspan(2)) grid_.add_row(cells(row), span(row));
    grid_.end();
    if (table_.rows.empty()) context_.sink.error("document-table-empty", span(rows[0]));
    table_.widths.resize(static_cast<std::size_t>(table_.columns));
    set_alignment(rows[1], columns);
    if (has_options) set_options(lines.back());
    return std::move(table_);
  }

 private:
  SourceSpan span(const Line& line) const { return source_.span(line.begin, line.end); }

  std::vector<TableCell> cells(const Line& line) {
    std::vector<TableCell> result;
    for (const auto& [begin, end] : split_table_row(view(source_, line))) {
      TableCell cell;
      const SourceText text = source_.part(line.begin + begin, line.begin + end);
      cell.span = text.span();
      if (!text.empty()) cell.lines.push_back(read_inline(text, context_));
      result.push_back(std::move(cell));
    }
    return result;
  }

  /// `:--`, `:-:` and `--:` in the row of dashes.
  void set_alignment(const Line& dashes, std::size_t header_columns) {
    const std::string_view text = view(source_, dashes);
    const auto parts = split_table_row(text);
    if (parts.size() != header_columns) {
      context_.sink.error("document-table-dashes", span(dashes),
                          {{"count", std::to_string(parts.size())}, {"columns", std::to_string(header_columns)}});
    }
    table_.alignment.resize(static_cast<std::size_t>(table_.columns));
    for (std::size_t i = 0; i < std::min(parts.size(), table_.alignment.size()); ++i) {
      const std::string_view part = text.substr(parts[i].first, parts[i].second - parts[i].first);
      const bool start = part.starts_with(':'), end = part.ends_with(':');
      table_.alignment[i] = start && end ? Table::Alignment::centre
                            : start      ? Table::Alignment::start
                            : end        ? Table::Alignment::end
                                         : Table::Alignment::automatic;
    }
  }

  void set_options(const Line& line) {
    const auto list = read_attributes(source_, line.begin);
    if (!list || list->end != line.end) {
      context_.sink.error("document-attributes", span(line));
      return;
    }
    for (const Attribute& attribute : list->attributes) {
      const std::vector<SourceText> values = split_at_blanks(attribute.value);
      if (!set_table_option(table_, attribute.name.view(), attribute.value, context_) &&
          !set_column_option(table_, attribute.name.view(), values, attribute.value.span(), context_)) {
        context_.sink.error("document-table-option", attribute.name.span(), {{"name", attribute.name.text()}});
      }
    }
  }

  const SourceText& source_;
  MarkupContext& context_;
  Table table_;
  TableGrid grid_;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> split_table_row(std::string_view row) {
  const CodeSpans code_spans(row);
  std::vector<std::pair<std::size_t, std::size_t>> cells;
  std::size_t begin = row.starts_with('|') ? 1 : 0;
  const auto add = [&](std::size_t end) {
    const std::string_view text = without_trailing_space(row.substr(begin, end - begin));
    const std::size_t blank = is_blank(text) ? text.size() : leading_space(text);
    cells.emplace_back(begin + blank, begin + text.size());
    begin = end + 1;
  };
  for (std::size_t at = begin; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '`') {
      const auto code = code_spans.at(at);
      at = (code ? code->next : at + run_length(row, at)) - 1;
    } else if (row[at] == '{') {
      if (const auto ruby = ruby_at(row, at)) at = ruby->next - 1;
    } else if (row[at] == '|') {
      add(at);
    }
  }
  if (begin < row.size()) add(row.size());
  return cells;
}

std::size_t table_line_count(const SourceText& source, Lines lines) {
  if (lines.size() < 2 || !is_row(view(source, lines[0])) || !markdown::is_table_delimiter(view(source, lines[1]))) return 0;
  std::size_t count = 2;
  while (count < lines.size() && is_row(view(source, lines[count])) && !is_options(view(source, lines[count]))) ++count;
  if (count < lines.size() && is_options(view(source, lines[count])) && attributes_at(source.view(), lines[count].begin)) ++count;
  return count;
}

Table read_markdown_table(const SourceText& source, Lines lines, MarkupContext& context) {
  return TableReader(source, context).read(lines);
}

}  // namespace banxin
