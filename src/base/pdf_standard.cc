#include "base/pdf_standard.h"

#include <algorithm>
#include <array>

namespace banxin {

namespace {

constexpr std::array<PdfStandard, 7> standards = {{{"pdfa-2a+ua-1", 2, 'A', true},
                                                   {"pdfa-1b", 1, 'B', false},
                                                   {"pdfa-2b", 2, 'B', false},
                                                   {"pdfa-3a", 3, 'A', false},
                                                   {"ua-1", 0, '\0', true},
                                                   {"x-4", 0, '\0', false, true},
                                                   {"none", 0, '\0', false}}};

}  // namespace

std::span<const PdfStandard> pdf_standards() { return standards; }

const PdfStandard* find_pdf_standard(std::string_view name) {
  const auto* found = std::find_if(standards.begin(), standards.end(), [&](const PdfStandard& standard) { return standard.name == name; });
  return found == standards.end() ? nullptr : found;
}

std::string pdf_standard_names() {
  std::string names;
  for (const PdfStandard& standard : standards) {
    if (!names.empty()) names += ", ";
    names += standard.name;
  }
  return names;
}

}  // namespace banxin
