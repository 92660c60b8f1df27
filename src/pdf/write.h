// Pages to PDF bytes.
#pragma once

#include <string>

#include "base/result.h"
#include "page/page.h"

namespace banxin {

struct PdfOptions {
  bool compress = true;
};

/// The whole file. The same document gives the same bytes. Fails with `pdf-…` diagnostics (a font that cannot be embedded, PoDoFo's own
/// failures).
Result<std::string> write_pdf(const PagedDocument& document, const PdfOptions& options);

}  // namespace banxin
