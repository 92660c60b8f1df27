// The bytes of a file, before they are read as YAML: UTF-8 without control characters, or a message that names what they are.
#pragma once

#include "base/diagnostic.h"
#include "base/source.h"

namespace banxin::yaml {

/// Length in bytes of the byte order mark that `text` begins with: 3 or 0.
std::size_t byte_order_mark_length(std::string_view text);

/// Whether the file is UTF-8 that holds only what YAML and print can carry; if not, the reason is reported once, at its first place.
bool check_encoding(const SourceFile& file, DiagnosticSink& sink);

}  // namespace banxin::yaml
