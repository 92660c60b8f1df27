// Any bytes as a PDF whose page is a figure, and as a PDF to check.
#include "fuzz/fuzz_target.h"
#include "image/picture.h"
#include "preflight/report.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = "%PDF-" + fuzz::bytes_of(data, size);
  PictureRequest request;
  request.page = size % 4 == 0 ? 2 : 1;
  const Result<std::shared_ptr<const Picture>> picture = read_picture(bytes, "figure.pdf", {}, request);
  if (picture) fuzz::require((*picture)->width > 0 && (*picture)->height > 0, "a figure has a size");
  static_cast<void>(inspect_pdf(bytes));
  return 0;
}
