// The texts of an article that must print, for tests that look for them on the pages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/article.h"
#include "page/page.h"

namespace banxin {

struct ArticleTexts {
  std::vector<std::string> flow;   ///< paragraphs, headings, quotes and list items, in the article's order
  std::vector<std::string> other;  ///< head block, figures and notes: placed where the style has them

  /// All of it, joined.
  std::string everything() const;
};

ArticleTexts texts_of(const Article& article);

/// The numbers that a style with `pattern` sets before the captions of tables, joined.
std::string table_numbers(const Article& article, const std::string& pattern);

/// What the pages print that the author wrote, joined: artifacts, furniture, labels of the style's and the drawing of placeholders left out.
std::string printed_text(const PagedDocument& document);

/// The text without the marks of notes, ① to ㊿.
std::string without_note_marks(const std::string& text);

/// All that a page prints, artifacts too.
std::string all_text(const Page& page);

/// The document without the items of its head block: of all structure nodes before the one that begins with `first_text`.
PagedDocument without_head_block(PagedDocument document, const std::string& first_text);

/// How often each ideograph stands in a text.
std::map<char32_t, int> han_counts(const std::string& text);

/// The text without spaces, U+3000 and line feeds.
std::string without_blanks(const std::string& text);

}  // namespace banxin
