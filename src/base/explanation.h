// What diagnostics mean: for each code an example and its cure.
#pragma once

#include <string_view>

#include "base/diagnostic.h"

namespace banxin {

struct Explanation {
  enum class Kind { article, command, words };
  Kind kind = Kind::words;
  std::string_view code;              ///< may end in `*`
  std::string_view wrong, right;      ///< of an article or a command
  std::string_view english, chinese;  ///< in words: when it is said
  std::string_view english_cure, chinese_cure;
};

/// Of a code of the catalogue; null for words that are no diagnostic, and for unknown codes.
const Explanation* find_explanation(std::string_view code);

/// Whether a code of the catalogue is a hint, a related place or a word of a table or help text.
bool is_word(std::string_view code);

/// The catalogue's text for people who have no instance of it at hand: `…` stands for each argument.
std::string general_text(std::string_view template_text);

}  // namespace banxin
