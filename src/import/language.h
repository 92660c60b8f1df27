// The language of a text, told by its characters.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// `ja`, `ko`, `zh-Hant`, `en`, or empty for the default, Simplified Chinese. `declared` is the language that an HTML page names, or empty;
/// it tells Taiwan from Hong Kong.
std::string language_of(std::string_view text, std::string_view declared);

}  // namespace banxin
