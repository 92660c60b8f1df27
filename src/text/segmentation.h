// Text in units of reading: user-perceived characters and words (UAX 29, with ICU's dictionaries for Chinese, Japanese, Thai, ...).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/composition_options.h"

namespace banxin {

/// Byte offsets at which the extended grapheme clusters of `text` begin, then its size. An empty text gives {0}.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

/// What is read as one: a word with its affixes and particles, a number with its measure word, a name joined by ·, a word of Western text.
struct Word {
  enum class Kind {
    content,
    function_word,  ///< belongs to what follows: 在 与 和 将 ...
    particle,       ///< belongs to what stands before: 的 了 等, but a mark stands there
    mark,           ///< punctuation and white space, each by itself
  };
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  Kind kind = Kind::content;
  int characters = 0;  ///< grapheme clusters
};

/// The words of a text in order, without gaps, by ICU's dictionaries and corrected for titles: neighbouring single characters, which are
/// words that the dictionary lacks, are one word; 30余所, 第三届, 4.8%, 爱丽丝·门罗, 高质量, 共同体 and, in Japanese, a word with the kana
/// behind it are one each. Korean and Western words end at spaces and punctuation.
std::vector<Word> segment_words(std::string_view text, Locale locale);

}  // namespace banxin
