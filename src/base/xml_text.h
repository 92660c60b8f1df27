// Text for XML files.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// `text` (UTF-8) with the characters of markup escaped, quotes too, and those that XML 1.0 cannot hold left out.
std::string xml_text(std::string_view text);

}  // namespace banxin
