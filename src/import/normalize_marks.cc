#include "import/normalize_marks.h"

#include "text/half_width_marks.h"

namespace banxin {

namespace {

std::size_t widen_once(ImportedText& text) {
  const std::string whole = plain(text);
  std::vector<TextRange> literal;
  std::uint32_t begin = 0;
  for (const TextPiece& piece : text) {
    const auto end = static_cast<std::uint32_t>(begin + piece.text.size());
    if (piece.markup.code || piece.markup.superscript || piece.markup.subscript) literal.push_back({begin, end});
    begin = end;
  }
  const std::vector<WideMark> marks = find_half_width_marks(whole, literal);
  // From the end, so that the places before stay right. A mark and the space behind it may lie in two pieces.
  std::size_t piece_begin = whole.size();
  auto mark = marks.rbegin();
  for (auto piece = text.rbegin(); piece != text.rend(); ++piece) {
    piece_begin -= piece->text.size();
    while (mark != marks.rend() && mark->begin >= piece_begin) {
      piece->text.replace(mark->begin - piece_begin, mark->end - mark->begin, mark->mark);
      ++mark;
    }
    if (mark != marks.rend() && mark->end > piece_begin) piece->text.erase(0, mark->end - piece_begin);
  }
  return marks.size();
}

/// A widened mark is East Asian text for the marks beside it.
std::size_t widen(ImportedText& text) {
  std::size_t count = 0;
  while (const std::size_t widened = widen_once(text)) count += widened;
  return count;
}

std::size_t widen(std::string& text) {
  ImportedText pieces = plain_text(text);
  const std::size_t count = widen(pieces);
  text = pieces.front().text;
  return count;
}

}  // namespace

std::size_t widen_marks(ImportedArticle& article) {
  std::size_t count = widen(article.title) + widen(article.subtitle);
  for (std::string* text : {&article.source, &article.byline, &article.column, &article.description}) count += widen(*text);
  for (std::string& credit : article.credits) count += widen(credit);
  for_each_text(article.body, [&](ImportedText& text) { count += widen(text); });
  return count;
}

}  // namespace banxin
