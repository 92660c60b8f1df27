// The way of an article through all stages: the library's public face.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_access.h"
#include "base/limits.h"
#include "base/source.h"
#include "document/article.h"
#include "document/markup_context.h"
#include "font/font.h"
#include "layout/page_report.h"
#include "line/galley.h"
#include "page/page.h"
#include "pdf/write.h"
#include "style/style.h"
#include "style/style_file.h"
#include "text/hyphenation.h"

namespace banxin {

class CataloguedFontLibrary;

/// Where the program's own styles and fonts lie.
struct DataFolders {
  std::filesystem::path styles, fonts;
  std::vector<std::filesystem::path> hyphenation;  ///< dictionaries (hyph_*.dic); the first folder that has a language's
};

/// The folders installed beside the running program, else those of the source tree that it was built from.
DataFolders find_data_folders();

/// The program's version and those of the libraries that shape what it writes, one a line.
std::string version_text();

/// An article's file and the name that messages use for it.
struct ArticleInput {
  std::string name;              ///< as the user wrote it; `-` for standard input
  std::filesystem::path folder;  ///< that its pictures and styles are relative to
  std::string text;
  const FieldValues* fields = nullptr;  ///< what fills `{{field}}`; null: it is text
};

struct KeptRun;

struct TypesetOptions {
  std::optional<std::string> style;          ///< instead of the article's
  std::vector<std::string> set;              ///< `dotted.path=YAML`, in order
  std::vector<std::filesystem::path> roots;  ///< folders that may be read, besides the article's own
  std::optional<std::int64_t> source_date_epoch;
  bool attach_source = false;  ///< embed the article's file
  bool keep_galleys = false;   ///< for driver/why.h
  bool keep_page_reports = false;
  KeptRun* kept = nullptr;  ///< of the last run of this article: what has not changed is taken from it. For one run at a time
  unsigned threads = 1;     ///< that one article may use; what comes of it is the same
  std::optional<std::chrono::milliseconds> time_limit;    ///< for one article; past it there is an error and no document
  std::size_t picture_memory = limits::article_pictures;  ///< bytes that its pictures may hold
};

/// What came of an article. Pages point into the sources and fonts, which live as long as this and the `Typesetter`.
struct TypesetResult {
  std::deque<SourceFile> sources;
  StyleFiles style_files;
  std::optional<Article> article;
  std::optional<Style> style;             ///< that the pages were set with, as `fit` adjusted it
  std::optional<PagedDocument> document;  ///< nothing after errors
  PdfOptions pdf;                         ///< as style, article and options ask
  std::vector<Galley> galleys;            ///< the texts as printed, when asked for
  std::vector<PageReport> page_reports;   ///< one for each page, when asked for
  DiagnosticSink diagnostics;             ///< in file order
};

/// Typesets articles with one set of data folders and fonts. `typeset()` may be called from several threads at once.
class Typesetter {
 public:
  Typesetter(const FileAccess& files, DataFolders folders, const std::vector<std::filesystem::path>& font_paths);
  ~Typesetter();

  std::unique_ptr<TypesetResult> typeset(const ArticleInput& input, const TypesetOptions& options) const;
  /// What opening the fonts had to say; errors mean that nothing can be typeset.
  const DiagnosticSink& font_diagnostics() const { return font_diagnostics_; }

 private:
  const FileAccess& files_;
  DataFolders folders_;
  DiagnosticSink font_diagnostics_;
  std::unique_ptr<CataloguedFontLibrary> fonts_;
  HyphenationLibrary hyphenation_;
  mutable KnownStyleFiles known_styles_;
};

/// The PDF of a typeset article that has a document; failures are reported to `sink`.
std::optional<std::string> write_document(const TypesetResult& result, DiagnosticSink& sink);

}  // namespace banxin
