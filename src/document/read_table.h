// A table in list form.
#pragma once

#include "document/article.h"
#include "document/markup_context.h"
#include "yaml/value.h"

namespace banxin {

/// The table of a block whose key `table` holds `kind`. Its options stand below `table` or beside it. A row is a list of cells, or a text
/// whose cells are parted by bars.
Table read_table(const yaml::Entry& kind, const yaml::Value& block, MarkupContext& context);

}  // namespace banxin
