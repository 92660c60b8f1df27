// Lists of words kept as one text, words parted by spaces and a space at both ends, so that they can be read at a glance.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// Whether `word` is one of the words of `list`.
inline bool holds_word(std::string_view list, std::string_view word) {
  return !word.empty() && word.find(' ') == std::string_view::npos && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

}  // namespace banxin
