// Pages to PDF bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/pdf_standard.h"
#include "base/result.h"
#include "page/page.h"

namespace banxin {

/// A file to embed.
struct PdfAttachment {
  std::string name;  ///< without folders
  std::string bytes;
  bool is_source = false;  ///< the article that the document was made from
};

struct PdfOptions {
  PdfStandard standard = pdf_standards().front();
  bool compress = true;
  /// Colours are inks of the printing condition: black overprints, spot colours print in their own ink, RGB pictures say what their colours
  /// mean. They were made so (press/prepare.h).
  bool process_inks = false;
  std::string output_profile = {};  ///< bytes of an ICC profile: the printing condition; empty: sRGB, or gray when there is no colour
  std::vector<PdfAttachment> attachments = {};
  std::optional<std::string> password = {};  ///< to open the file with; the standard must allow encryption
  unsigned threads = 1;                      ///< at most so many work at once; the bytes do not depend on it
};

/// The whole file. The same document gives the same bytes, unless it is encrypted. Fails with `pdf-…` diagnostics (a font that cannot be
/// embedded, inks without a printing condition, a profile that is none, failures of the libraries).
Result<std::string> write_pdf(const PagedDocument& document, const PdfOptions& options);

}  // namespace banxin
