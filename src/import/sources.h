// The readers of each kind of text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "import/imported_article.h"

namespace banxin {

/// The path by which the article may name a picture that the source names, or nothing when it cannot: a picture on the web, or one that is
/// not there.
using PicturePath = std::function<std::optional<std::string>(std::string_view written)>;

/// Text as copied: every line a paragraph. `text` is clean (clean_text.h), as for the others.
ImportedArticle read_copied_text(std::string_view text);

/// Markdown, with front matter or without.
ImportedArticle read_markdown_text(std::string_view text, const PicturePath& picture_path);

/// An HTML page: the element that holds its running text, what stands around it left out.
ImportedArticle read_html_page(std::string_view text, const PicturePath& picture_path);

}  // namespace banxin
