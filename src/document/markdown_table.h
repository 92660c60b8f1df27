// Tables of Markdown: cells between bars, a row of dashes below the header, options in braces below the table.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "document/article.h"
#include "document/markdown_lines.h"
#include "document/markup_context.h"

namespace banxin {

/// The cells of a row as bytes `[begin, end)` of it, white space at their ends left out. Bars within code, in ruby and behind a backslash
/// part nothing.
std::vector<std::pair<std::size_t, std::size_t>> split_table_row(std::string_view row);

/// How many of `lines` belong to the table that begins with them, options included; 0 when none does.
std::size_t table_line_count(const SourceText& source, markdown::Lines lines);

/// The table that `lines` hold, as `table_line_count` counted them.
Table read_markdown_table(const SourceText& source, markdown::Lines lines, MarkupContext& context);

}  // namespace banxin
