// The last step on a written file, by libqpdf: objects packed into streams, encryption.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace banxin::pdf {

struct Packing {
  bool object_streams = true;
  std::optional<std::string> password;  ///< encrypts with AES-256; the bytes then differ each time
};

/// Streams stay as they are encoded. Fails with `pdf-not-packed`.
Result<std::string> pack(const std::string& file, const Packing& packing);

/// The library, as `qpdf 11.3.0`.
std::string packing_library_version();

}  // namespace banxin::pdf
