#include "import/report.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {

namespace {

const char* kind_name(SourceKind kind) { return kind == SourceKind::html ? "HTML" : kind == SourceKind::markdown ? "Markdown" : "TXT"; }

/// A text of several lines, or a long one, as a message can hold it.
std::string shortened(const std::string& text) {
  constexpr std::size_t longest = 80;  // characters
  std::u32string characters = utf8::decode_all(text);
  if (characters.size() <= longest) return text;
  std::string result;
  for (std::size_t i = 0; i < longest; ++i) utf8::append(result, characters[i]);
  return result + "…";
}

struct Counts {
  std::size_t paragraphs = 0, headings = 0, figures = 0;
};

Counts count(const std::vector<ImportedBlock>& body) {
  Counts counts;
  for (const ImportedBlock& block : body) {
    counts.headings += block.kind == ImportedBlock::Kind::heading;
    counts.figures += block.kind == ImportedBlock::Kind::figure;
    counts.paragraphs +=
        block.kind == ImportedBlock::Kind::paragraph || block.kind == ImportedBlock::Kind::list || block.kind == ImportedBlock::Kind::quote;
  }
  return counts;
}

}  // namespace

void report_reading(const std::string& name, SourceKind kind, const DecodedText& decoded, DiagnosticSink& sink) {
  sink.note("import-read", {}, {{"file", name}, {"kind", kind_name(kind)}, {"encoding", decoded.encoding}});
  if (decoded.unreadable > 0)
    sink.warning("import-unreadable", {}, {{"count", std::to_string(decoded.unreadable)}, {"encoding", decoded.encoding}});
}

void report_article(const ImportedArticle& article, std::size_t widened, DiagnosticSink& sink) {
  const auto taken = [&](const char* key, const std::string& text) {
    if (!text.empty()) sink.note("import-taken", {}, {{"key", key}, {"text", shortened(text)}});
  };
  taken("title", plain(article.title));
  taken("source", article.source);
  taken("byline", article.byline);
  taken("date", article.date);
  taken("column", article.column);
  for (const std::string& credit : article.credits) taken("credits", credit);
  const Counts counts = count(article.body);
  sink.note("import-counts", {},
            {{"paragraphs", std::to_string(counts.paragraphs)},
             {"headings", std::to_string(counts.headings)},
             {"figures", std::to_string(counts.figures)}});
  if (widened > 0) sink.note("import-marks-widened", {}, {{"count", std::to_string(widened)}});
  if (article.rows_of_tables > 0) sink.note("import-table-rows", {}, {{"count", std::to_string(article.rows_of_tables)}});
  for (const std::string& picture : article.pictures_not_kept) sink.note("import-picture-placeholder", {}, {{"path", picture}});
  std::vector<LeftOutText> left_out = article.left_out;
  std::stable_sort(left_out.begin(), left_out.end(), [](const LeftOutText& a, const LeftOutText& b) { return a.line < b.line; });
  for (const LeftOutText& line : left_out)
    sink.note("import-left-out", {}, {{"line", std::to_string(line.line)}, {"text", shortened(line.text)}});
}

}  // namespace banxin
