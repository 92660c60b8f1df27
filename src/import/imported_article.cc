#include "import/imported_article.h"

#include "document/printable.h"

namespace banxin {

std::string plain(const ImportedText& text) {
  std::string result;
  for (const TextPiece& piece : text) result += piece.text;
  return result;
}

void trim(ImportedText& text) {
  if (is_blank(plain(text))) text.clear();
  while (!text.empty()) {
    std::string& first = text.front().text;
    first.erase(0, leading_space(first));
    if (!first.empty()) break;
    text.erase(text.begin());
  }
  while (!text.empty()) {
    std::string& last = text.back().text;
    last.resize(without_trailing_space(last).size());
    if (!last.empty()) break;
    text.pop_back();
  }
}

ImportedText pieces_of(const RichText& text) {
  ImportedText result;
  for (const InlineRun& run : text.runs) {
    // The notes themselves come as paragraphs, so their marks are printed as text.
    if (!run.markup.footnote.empty()) {
      result.push_back({"[" + run.markup.footnote + "]", {}});
    } else {
      result.push_back({text.plain().substr(run.begin, run.end - run.begin), run.markup});
    }
  }
  return result;
}

}  // namespace banxin
