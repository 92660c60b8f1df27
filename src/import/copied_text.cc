// Text as copied from a page or written as notes: every line a paragraph.
#include "import/clean_text.h"
#include "import/conventions.h"
#include "import/language.h"
#include "import/sources.h"

namespace banxin {

ImportedArticle read_copied_text(std::string_view text) {
  ImportedArticle article;
  article.language = language_of(text, {});
  std::size_t number = 0;
  for (const std::string& line : trimmed_lines(text)) {
    ++number;
    if (line.empty()) continue;
    ImportedBlock paragraph;
    paragraph.text = plain_text(line);
    paragraph.line = number;
    article.body.push_back(std::move(paragraph));
  }
  apply_conventions(article);
  find_numbered_headings(article);
  return article;
}

}  // namespace banxin
