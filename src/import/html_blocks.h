// The blocks of an HTML element: paragraphs, headings, lists, quotes, pictures with their captions.
#pragma once

#include <string>
#include <string_view>

#include "import/html_tree.h"
#include "import/imported_article.h"
#include "import/sources.h"

namespace banxin {

/// Adds the blocks of `node` to the article; site furniture is listed as left out. The element `title`, or none when null, is passed over.
void read_html_blocks(const HtmlNode& node, const HtmlNode* title, const PicturePath& picture_path, ImportedArticle& article);

/// Lists the text of an element as left out, when it has any.
void leave_out(const HtmlNode& node, ImportedArticle& article);

/// White space as a browser shows it: one space, none at the ends, and none where a line break of the source stands between East Asian
/// characters.
std::string collapsed(std::string_view text);

}  // namespace banxin
