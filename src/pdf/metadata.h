// What the file says of itself: the Info dictionary and the XMP packet, which agree (ISO 32000-2, 14.3).
#pragma once

#include <string>

#include "base/pdf_standard.h"
#include "page/page.h"
#include "pdf/pdf_text.h"

namespace banxin::pdf {

/// A date string of PDF, as an object.
std::string pdf_date(std::int64_t seconds);
Dictionary info_dictionary(const DocumentMetadata& metadata, const PdfStandard& standard);
/// With the identification of the standard and, beside PDF/A, the description of the schema that PDF/UA's stands in. `digest` tells one
/// file's contents from another's; PDF/X alone has use for it.
std::string xmp_packet(const DocumentMetadata& metadata, const PdfStandard& standard, std::string_view digest);

}  // namespace banxin::pdf
