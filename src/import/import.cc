#include "import/import.h"

#include <filesystem>

#include "import/article_writer.h"
#include "import/clean_text.h"
#include "import/normalize_marks.h"
#include "import/report.h"
#include "import/source_text.h"
#include "text/decode.h"

namespace banxin {

namespace {

ImportedArticle read_source(SourceKind kind, const std::string& text, const PicturePath& picture_path) {
  switch (kind) {
    case SourceKind::html:
      return read_html_page(text, picture_path);
    case SourceKind::markdown:
      return read_markdown_text(text, picture_path);
    default:
      return read_copied_text(text);
  }
}

/// An article must have a title; a text without one is named as its file.
std::string title_from(const std::string& name) {
  const std::string stem = std::filesystem::path(name).stem().string();
  return name == "-" || stem.empty() ? "无题" : stem;
}

}  // namespace

std::optional<std::string> import_article(const std::string& name, std::string_view bytes, const ImportOptions& options,
                                          DiagnosticSink& sink) {
  if (looks_like_binary(bytes)) {
    sink.error("import-not-text", {}, {{"file", name}});
    return std::nullopt;
  }
  const DecodedText decoded = decode_text(bytes, declared_encoding(bytes));
  const std::string text = clean_text(decoded.text);
  const SourceKind kind = kind_of_source(name, text);
  ImportedArticle article = read_source(kind, text, options.picture_path);
  trim(article.title);
  if (article.title.empty() && article.body.empty()) {
    sink.error("import-empty", {}, {{"file", name}});
    return std::nullopt;
  }
  report_reading(name, kind, decoded, sink);
  if (article.title.empty()) {
    article.title = plain_text(title_from(name));
    sink.note("import-no-title", {}, {{"title", plain(article.title)}});
  }
  const std::size_t widened = options.as_is ? 0 : widen_marks(article);
  report_article(article, widened, sink);
  return written_article(article);
}

}  // namespace banxin
