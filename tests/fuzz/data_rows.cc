// Any bytes as a table of data, as CSV and as JSON: rows under names, or an error.
#include "data/rows.h"
#include "fuzz/fuzz_target.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = fuzz::bytes_of(data, size);
  for (const char* name : {"rows.csv", "rows.json"}) {
    const Result<DataTable> table = DataTable::read(name, bytes);
    if (!table) {
      fuzz::require(!table.failure().message.text(MessageLanguage::english).empty(), "a message has words");
      continue;
    }
    fuzz::require(table->size() > 0, "a table has rows");
    for (std::size_t row = 0; row < table->size(); ++row)
      fuzz::require(table->row(row).size() == table->fields().size(), "a row answers every name");
  }
  return 0;
}
