#include "data/rows.h"

#include <csv.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "text/decode.h"

namespace banxin {

namespace {

Diagnostic fault(const char* code, const std::string& file, MessageArguments more = {}) {
  MessageArguments arguments = {{"file", file}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return Diagnostic(Severity::error, code, {}, std::move(arguments));
}

std::string trimmed(std::string text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.erase(text.find_last_not_of(blanks) + 1);
  text.erase(0, std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

}  // namespace

/// libcsv calls back for each value and each row.
class CsvReader {
 public:
  explicit CsvReader(const std::string& file) : file_(file) { csv_init(&parser_, 0); }
  ~CsvReader() { csv_free(&parser_); }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  Result<DataTable> read(std::string_view text) {
    csv_set_delim(&parser_, delimiter_of(text.substr(0, text.find('\n'))));
    bool whole = csv_parse(&parser_, text.data(), text.size(), &CsvReader::value, &CsvReader::row_end, this) == text.size();
    // Strict at the end alone: quotes within unquoted values are what people write.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    whole = whole && csv_fini(&parser_, &CsvReader::value, &CsvReader::row_end, this) == 0;
    if (!whole) return fault("data-csv-quote", file_, {{"row", std::to_string(table_.rows_.size() + 2)}});
    if (fault_) return *std::move(fault_);
    if (table_.rows_.empty()) return fault("data-empty", file_);
    return std::move(table_);
  }

 private:
  static unsigned char delimiter_of(std::string_view head) {
    unsigned char best = ',';
    for (const char c : {';', '\t'}) {
      if (std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), static_cast<char>(best)))
        best = static_cast<unsigned char>(c);
    }
    return best;
  }

  static void value(void* text, std::size_t size, void* reader) {
    static_cast<CsvReader*>(reader)->values_.emplace_back(std::string(static_cast<const char*>(text), size));
  }

  static void row_end(int, void* reader) { static_cast<CsvReader*>(reader)->end_row(); }

  void end_row() {
    DataTable::Row row;
    row.swap(values_);
    if (table_.fields_.empty()) return name_fields(row);
    const bool blank = std::all_of(row.begin(), row.end(), [](const auto& cell) { return cell->empty(); });
    if (blank && row.size() <= 1) return;
    // The row as people count it who see the names in row 1.
    const std::size_t number = table_.rows_.size() + 2;
    if (row.size() > table_.fields_.size() && !fault_) {
      fault_ = fault(
          "data-csv-long", file_,
          {{"row", std::to_string(number)}, {"count", std::to_string(row.size())}, {"columns", std::to_string(table_.fields_.size())}});
    }
    for (std::optional<std::string>& cell : row) {
      if (cell->empty()) cell.reset();
    }
    table_.rows_.push_back(std::move(row));
  }

  void name_fields(const DataTable::Row& row) {
    for (const auto& cell : row) {
      std::string name = trimmed(*cell);
      const bool known = std::find(table_.fields_.begin(), table_.fields_.end(), name) != table_.fields_.end();
      if ((name.empty() || known) && !fault_)
        fault_ = fault("data-field-name", file_, {{"column", std::to_string(table_.fields_.size() + 1)}});
      table_.fields_.push_back(std::move(name));
    }
  }

  const std::string& file_;
  csv_parser parser_;
  DataTable table_;
  DataTable::Row values_;
  std::optional<Diagnostic> fault_;  ///< the first
};

class JsonReader {
 public:
  explicit JsonReader(const std::string& file) : file_(file) {}

  Result<DataTable> read(std::string_view text) {
    Json json;
    try {
      json = Json::parse(text);
    } catch (const Json::exception& error) {
      return fault("data-json", file_, {{"reason", error.what()}});
    }
    if (!json.is_array()) return fault("data-json-form", file_);
    if (json.empty()) return fault("data-empty", file_);
    for (const Json& object : json) {
      if (!object.is_object() || !add_row(object)) return fault("data-json-form", file_);
    }
    return std::move(table_);
  }

 private:
  using Json = nlohmann::ordered_json;

  bool add_row(const Json& object) {
    DataTable::Row row;
    for (const auto& [name, value] : object.items()) {
      if (value.is_structured()) return false;
      const std::size_t column = column_of(name);
      if (row.size() <= column) row.resize(column + 1);
      if (!value.is_null()) row[column] = value.is_string() ? value.get<std::string>() : value.dump();
    }
    table_.rows_.push_back(std::move(row));
    return true;
  }

  std::size_t column_of(const std::string& name) {
    const auto [found, is_new] = columns_.try_emplace(name, table_.fields_.size());
    if (is_new) table_.fields_.push_back(name);
    return found->second;
  }

  const std::string& file_;
  DataTable table_;
  std::map<std::string, std::size_t, std::less<>> columns_;
};

Result<DataTable> DataTable::read(const std::string& name, std::string_view bytes) {
  if (looks_like_binary(bytes)) return fault("data-not-text", name);
  const std::string text = decode_text(bytes).text;
  return name.ends_with(".json") ? JsonReader(name).read(text) : CsvReader(name).read(text);
}

FieldValues DataTable::row(std::size_t index) const {
  FieldValues values;
  const Row& row = rows_.at(index);
  for (std::size_t i = 0; i < fields_.size(); ++i) values.emplace(fields_[i], i < row.size() ? row[i] : std::nullopt);
  return values;
}

}  // namespace banxin
