// ToUnicode maps: from character codes back to text (ISO 32000-2, 9.10.3).
#pragma once

#include <map>
#include <string>

namespace banxin::pdf {

/// The CMap program for two-byte codes; texts are UTF-8 of any length.
std::string to_unicode_map(const std::map<std::uint32_t, std::string>& texts);

}  // namespace banxin::pdf
