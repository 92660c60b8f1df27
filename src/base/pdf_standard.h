// The standards that a PDF may be written to, by the names that `output.standard` and `--standard` take.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace banxin {

struct PdfStandard {
  std::string_view name;
  int archive_part = 0;        ///< of PDF/A (ISO 19005), 1-3; 0: none
  char archive_level = '\0';   ///< A or B
  bool is_accessible = false;  ///< PDF/UA-1 (ISO 14289-1)
  bool is_exchange = false;    ///< PDF/X-4 (ISO 15930-7), for print shops

  bool is_archive() const { return archive_part > 0; }
  /// PDF/A-1 rests on PDF 1.4: no object streams, no transparency.
  bool rests_on_pdf_1_4() const { return archive_part == 1; }
  /// Print shops' programs of all ages read files without them.
  bool allows_object_streams() const { return !rests_on_pdf_1_4() && !is_exchange; }
  /// Of any kind; PDF/A-2 takes none but PDF/A files, PDF/A-1 and PDF/X none at all.
  bool allows_attachments() const { return !is_exchange && (archive_part == 0 || archive_part == 3); }
  bool allows_encryption() const { return !is_archive() && !is_exchange; }
  /// PDF/X wants no annotations on what prints.
  bool allows_links() const { return !is_exchange; }
};

/// The default stands first.
std::span<const PdfStandard> pdf_standards();
/// Null for a name that is not among them.
const PdfStandard* find_pdf_standard(std::string_view name);
/// Their names, separated by commas.
std::string pdf_standard_names();

}  // namespace banxin
