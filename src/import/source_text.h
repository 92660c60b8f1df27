// What kind of text an input is.
#pragma once

#include <string_view>

namespace banxin {

enum class SourceKind { text, markdown, html };

/// The kind of a decoded text: by the ending of its file's name if that says it, else by its content.
SourceKind kind_of_source(std::string_view name, std::string_view text);

/// The encoding that an HTML file declares in its `<meta>` or an XML declaration, or empty. `bytes` is the file as it is.
std::string_view declared_encoding(std::string_view bytes);

}  // namespace banxin
