// Text in units of reading: user-perceived characters and words (UAX 29, with ICU's dictionaries for Chinese, Japanese, Thai, ...).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace banxin {

/// Byte offsets at which the extended grapheme clusters of `text` begin, then its size. An empty text gives {0}.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

}  // namespace banxin
