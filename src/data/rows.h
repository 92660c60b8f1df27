// A table of data: one article is printed for each of its rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/markup_context.h"

namespace banxin {

/// Rows of values under the names of their fields.
class DataTable {
 public:
  /// A table is JSON (a list of objects) when `name` ends in `.json`, else CSV (RFC 4180: the first line names the fields; commas,
  /// semicolons or tabs part them, whichever the first line has most of), in any encoding that decode_text() tells. Fails with a `data-…`
  /// diagnostic.
  static Result<DataTable> read(const std::string& name, std::string_view bytes);

  const std::vector<std::string>& fields() const { return fields_; }
  std::size_t size() const { return rows_.size(); }
  /// The fields of a row, counted from 0. A cell that is empty, a name that an object lacks and null are no value.
  FieldValues row(std::size_t index) const;

 private:
  friend class CsvReader;
  friend class JsonReader;
  using Row = std::vector<std::optional<std::string>>;  ///< may be shorter than `fields_`

  std::vector<std::string> fields_;
  std::vector<Row> rows_;
};

}  // namespace banxin
