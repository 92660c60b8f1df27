#include "document/table_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "document/texts.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

struct AlignmentWord {
  std::string_view word;
  Table::Alignment alignment;
};
constexpr std::array<AlignmentWord, 5> alignments{{{table_align_words[0], Table::Alignment::automatic},
                                                   {table_align_words[1], Table::Alignment::start},
                                                   {table_align_words[2], Table::Alignment::centre},
                                                   {table_align_words[3], Table::Alignment::end},
                                                   {table_align_words[4], Table::Alignment::decimal}}};

Table::Alignment alignment_from(const SourceText& value, DiagnosticSink& sink) {
  const auto found =
      std::find_if(alignments.begin(), alignments.end(), [&](const AlignmentWord& known) { return known.word == value.view(); });
  if (found != alignments.end()) return found->alignment;
  sink.error("document-table-align", value.span(), {{"value", value.text()}});
  return Table::Alignment::automatic;
}

std::optional<WrittenLength> width_from(const SourceText& value, DiagnosticSink& sink) {
  if (value.view() == "auto") return std::nullopt;
  const LengthParse parsed = parse_length(value.view());
  const bool positive = parsed.length && parsed.length->number.digits > 0;
  if (!positive) sink.error("document-table-width", value.span(), {{"value", value.text()}});
  return parsed.length;
}

/// The values of `columns` columns, each read by `read`.
template <typename Value, typename Read>
void set_columns(std::vector<Value>& columns, std::span<const SourceText> values, Read read) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (values.size() == 1 && i > 0) {
      columns[i] = columns.front();
    } else if (i < values.size()) {
      columns[i] = read(values[i]);
    }
  }
}

}  // namespace

bool set_table_option(Table& table, std::string_view name, const SourceText& value, MarkupContext& context) {
  if (name == "caption") {
    table.caption = read_text(value, context);
    return true;
  }
  const SourceText token = read_plain(value, context.sink);
  if (name == "span") {
    const auto span = read_column_span(token.view());
    if (!span) context.sink.error("document-span", value.span(), {{"value", token.text()}});
    table.span = span.value_or(ColumnSpan{});
  } else if (name == "rules") {
    table.rules = token.view() == table_rule_words[1] ? Table::Rules::full : Table::Rules::three_line;
    if (token.view() != table_rule_words[0] && token.view() != table_rule_words[1]) {
      context.sink.error("document-table-rules", value.span(), {{"value", token.text()}});
    }
  } else {
    return false;
  }
  return true;
}

bool set_column_option(Table& table, std::string_view name, std::span<const SourceText> values, SourceSpan place, MarkupContext& context) {
  if (name != "align" && name != "widths") return false;
  if (values.size() != 1 && values.size() != static_cast<std::size_t>(table.columns)) {
    context.sink.error("document-table-count", place,
                       {{"key", std::string(name)}, {"count", std::to_string(values.size())}, {"columns", std::to_string(table.columns)}});
    return true;
  }
  if (name == "align") {
    set_columns(table.alignment, values, [&](const SourceText& value) { return alignment_from(value, context.sink); });
  } else {
    set_columns(table.widths, values, [&](const SourceText& value) { return width_from(value, context.sink); });
  }
  return true;
}

}  // namespace banxin
