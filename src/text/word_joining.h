// Dictionary words to what is read as one word in a title.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/segmentation.h"

namespace banxin {

/// Joins the words that `boundaries` (offsets from 0 to the text's size) part, as segment_words() says.
std::vector<Word> join_words(std::string_view text, const std::vector<std::uint32_t>& boundaries, Locale locale);

}  // namespace banxin
