// The options of a table, the same as attributes below a Markdown table and as keys of a block.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// Sets `caption`, `span` or `rules` to what `value` says, or reports why it cannot. False when tables have no such option.
bool set_table_option(Table& table, std::string_view name, const SourceText& value, MarkupContext& context);

/// Sets `align` or `widths`: one value for all columns, or one for each. The table has its columns. False when it is neither.
bool set_column_option(Table& table, std::string_view name, std::span<const SourceText> values, SourceSpan place, MarkupContext& context);

}  // namespace banxin
