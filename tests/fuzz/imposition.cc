// Any bytes as a PDF to impose, in every way: sheets that can be read again, or an error.
#include "fuzz/fuzz_target.h"
#include "impose/impose.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  ImposeOptions options;
  options.sheet.way = static_cast<Imposition>(data[0] % 4);
  options.sheet.marks = (data[0] & 4) != 0;
  options.binding = (data[0] & 8) != 0 ? Binding::right : Binding::left;
  if ((data[0] & 16) != 0) options.sheet.creep = Length::from_points(data[0]);
  const Result<ImposedFile> sheets = impose("%PDF-" + fuzz::bytes_of(data + 1, size - 1), options);
  if (!sheets) {
    fuzz::require(!sheets.failure().message.text(MessageLanguage::english).empty(), "a message has words");
    return 0;
  }
  ImposeOptions again;
  again.sheet.way = Imposition::two_up;
  fuzz::require(sheets->sheets == 0 || static_cast<bool>(impose(sheets->bytes, again)), "sheets are a PDF");
  return 0;
}
