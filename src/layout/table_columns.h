// How wide the columns of a table are: as its author gave them, or by what stands in them.
#pragma once

#include <vector>

#include "base/length.h"
#include "document/article.h"
#include "layout/text_setter.h"

namespace banxin {

/// Half of the white between two columns of a table of that type.
constexpr Length cell_padding(const TextStyle& type) { return type.size.scaled(1, 2); }

/// The type of a cell: the header has its own.
const TextStyle& type_of_row(const Style& style, const Table& table, int row);

/// The width of each column of `table` over `measure`, padding included. They add up to `measure` unless widths that the author gave say
/// otherwise: columns are as wide as what they hold on one line where there is room for that, else the room is shared by how much each
/// could use, and none gets less than its longest word or, for short cells, its text (CSS 2.2, 17.5.2.2).
std::vector<Length> table_column_widths(const Table& table, Length measure, const TextSetter& setter);

}  // namespace banxin
