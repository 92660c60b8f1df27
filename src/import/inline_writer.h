// Texts with markup spelled as the article's Markdown reads them.
#pragma once

#include "import/imported_article.h"

namespace banxin {

/// `text` in inline markup: read again it gives the same characters. Characters that would be markup are escaped, and only those where no
/// escape is needed stay bare. Markup that cannot be written at its place (strong text that begins or ends within a word, say) is given up,
/// the text never.
std::string written_inline(const ImportedText& text);

/// A paragraph for a line of its own in a body: as above, and its beginning is taken for no heading, list, quote, rule, fence or picture.
std::string written_paragraph(const ImportedText& text);

/// A cell of a table: as `written_inline`, and no bar in it parts it.
std::string written_cell(const ImportedText& text);

/// Whether `written_figure` can write the path so that it reads back: no line ends in it, its parentheses are paired.
bool is_writable_path(const std::string& path);

/// A picture on a line of its own, `![caption](path)`; a placeholder when `path` is empty.
std::string written_figure(const ImportedText& caption, const std::string& path);

}  // namespace banxin
