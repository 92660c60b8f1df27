// Bytes of a text in whatever encoding it was saved to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

struct DecodedText {
  std::string text;      ///< UTF-8, without a byte order mark
  std::string encoding;  ///< as people call it: "UTF-8", "UTF-16LE", "GB18030", "Big5", "Shift_JIS", "EUC-KR", or as it was declared
  bool byte_order_mark = false;
  std::size_t unreadable = 0;  ///< places that the encoding cannot read; U+FFFD stands there
};

/// Decodes `bytes`. A byte order mark decides; then `declared` (a name of the IANA registry, or empty) if it reads every byte; then UTF-8
/// if the bytes are well-formed; then the encoding whose reading looks most like East Asian text. A text that nothing reads whole is taken
/// as the encoding that reads it best.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

/// Whether the bytes are no text at all: a picture, an office document, a PDF.
bool looks_like_binary(std::string_view bytes);

}  // namespace banxin
