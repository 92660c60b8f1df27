// Bytes to the text of an article: structure-aware, so that a fuzzer that changes a byte changes a block, a word or a value of the style,
// and hardly ever makes a file that is refused at its first line.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace banxin::fuzz {

struct MadeArticle {
  std::string text;   ///< YAML; may hold values that are out of range, and marks that belong to nothing
  std::string style;  ///< name of a shipped style, or of the tests' own
  unsigned threads = 1;
};

/// The same bytes make the same article; where they end, nothing more is added.
MadeArticle make_article(std::span<const std::uint8_t> bytes);

}  // namespace banxin::fuzz
