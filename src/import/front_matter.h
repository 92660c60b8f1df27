// The settings that stand before a Markdown text between lines of `---`.
#pragma once

#include <string_view>

#include "import/imported_article.h"

namespace banxin {

/// Reads the front matter of `text` into `article` and gives the bytes it takes, 0 when there is none. What an article has no key for is
/// listed as left out.
std::size_t read_front_matter(std::string_view text, ImportedArticle& article);

}  // namespace banxin
