// What the file says of itself: the Info dictionary and the XMP packet, which agree (ISO 32000-2, 14.3).
#pragma once

#include <string>

#include "page/page.h"
#include "pdf/pdf_text.h"

namespace banxin::pdf {

Dictionary info_dictionary(const DocumentMetadata& metadata);
std::string xmp_packet(const DocumentMetadata& metadata);

}  // namespace banxin::pdf
