// Encoded streams: deflated, or plain for tests and curious people.
#pragma once

#include <string>

#include "pdf/pdf_text.h"

namespace banxin::pdf {

/// `bytes` in zlib's format as `/FlateDecode` wants them, or as they are when not `compress`. Safe to call from several threads.
std::string encoded(std::string bytes, bool compress);

/// The dictionary of a stream so encoded, to which more keys may be added.
Dictionary encoded_dictionary(bool compress);

}  // namespace banxin::pdf
