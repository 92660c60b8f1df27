// Names of output files made from the fields of a row: `out/{{number}} {{name}}.pdf`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/markup_context.h"

namespace banxin {

/// The field that every row has besides its own: its number from 1, with as many digits as the number of rows.
constexpr std::string_view row_field = "row";

/// The names of the fields in a pattern, in order.
std::vector<std::string> fields_of_pattern(std::string_view pattern);

/// The pattern with its fields filled; what no file can be called by (`/`, control characters) becomes `_`. A field without a value is
/// named in `missing`, and the result is of no use.
std::string fill_pattern(std::string_view pattern, const FieldValues& fields, std::vector<std::string>& missing);

}  // namespace banxin
