// The bytes of a foreign PDF's streams, within limits.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace banxin {

/// Decoded by every filter that loses nothing; throws `PdfFault` when damaged or, decoded, longer than `limit`.
std::string decoded_stream(QPDFObjectHandle stream, const std::string& name, std::size_t limit);

/// The same, of a picture: JPEG too gives its samples, in the components that they are stored in.
std::string decoded_picture(QPDFObjectHandle stream, const std::string& name, std::size_t limit);

/// As it lies in the file, decrypted; throws `PdfFault` as above.
std::string raw_stream(QPDFObjectHandle stream, const std::string& name, std::size_t limit);

}  // namespace banxin
