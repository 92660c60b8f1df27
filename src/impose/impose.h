// Pages of a PDF brought onto larger sheets, through libqpdf.
#pragma once

#include <string>

#include "base/result.h"
#include "impose/page_order.h"
#include "impose/sheet_layout.h"

namespace banxin {

struct ImposeOptions {
  SheetOptions sheet;
  std::size_t signature = 16;  ///< pages of a signature, a multiple of four
  Binding binding = Binding::left;
};

struct ImposedFile {
  std::string bytes;
  std::size_t pages = 0, sheets = 0, blanks = 0;
  /// The source had tags, or claimed a standard by its metadata: neither holds of the sheets, and neither is taken over.
  bool claims_dropped = false;
};

/// The sheets, front and back in turn. Pages are trimmed to their trim boxes; what they bleed shows where a neighbour leaves room. Text
/// stays text; tags, links and outline are left out; output intents are kept. Fails with `impose-unreadable`, `impose-password`.
Result<ImposedFile> impose(const std::string& pdf, const ImposeOptions& options);

}  // namespace banxin
