// Which part of an HTML page is its text, and which is the site around it.
#pragma once

#include "import/html_tree.h"

namespace banxin {

/// Whether an element is the site's and not the text's: menus, share buttons, comments, recommendations, forms, what is not shown.
bool is_site_furniture(const HtmlNode& node);

/// Whether an element is set as a block of its own (a paragraph, a container) and not within a line.
bool is_block_element(const HtmlNode& node);

/// The smallest element that holds nearly all of the running text of `page`.
const HtmlNode& main_text_of(const HtmlNode& page);

/// Bytes of running text within: paragraphs long enough to be sentences, the text of links left out.
std::size_t running_text(const HtmlNode& node);

}  // namespace banxin
