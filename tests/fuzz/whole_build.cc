// Articles made of the bytes, the whole way to a PDF that is read back: no page breaks a promise, no file the standards that it claims.
#include "driver/typeset.h"
#include "fuzz/article_maker.h"
#include "fuzz/fuzz_target.h"
#include "page/invariants.h"
#include "preflight/report.h"

using namespace banxin;

namespace {

const std::filesystem::path source_folder = BANXIN_SOURCE_DIR;

const Typesetter& typesetter() {
  static const DiskFileAccess files;
  static const Typesetter result(files, find_data_folders(), {source_folder / "tests/fonts"});
  return result;
}

void show(const fuzz::MadeArticle& made, const std::string& what) {
  std::fprintf(stderr, "%s\nwith the style %s:\n%s\n", what.c_str(), made.style.c_str(), made.text.c_str());
}

void check_file(const fuzz::MadeArticle& made, const TypesetResult& result) {
  DiagnosticSink sink;
  const std::optional<std::string> bytes = write_document(result, sink);
  if (!bytes) show(made, sink.all().front().message.text(MessageLanguage::english));
  fuzz::require(bytes.has_value(), "what was typeset can be written");
  const Result<PdfReport> report = inspect_pdf(*bytes);
  fuzz::require(static_cast<bool>(report), "what was written can be read");
  for (const Diagnostic& finding : report->findings) {
    if (finding.severity != Severity::error) continue;
    show(made, finding.message.text(MessageLanguage::english));
    fuzz::require(false, "the file keeps the standards that it claims");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MadeArticle made = fuzz::make_article({data, size});
  TypesetOptions options;
  options.style = made.style == "test" ? (source_folder / "tests/cases/style.yaml").string() : made.style;
  options.roots = {source_folder / "tests/cases"};
  options.threads = made.threads;
  const std::unique_ptr<TypesetResult> result = typesetter().typeset({"article.yaml", source_folder, made.text}, options);
  fuzz::check_messages(result->diagnostics);
  fuzz::require(result->document.has_value() != result->diagnostics.has_errors(), "pages or an error");
  if (!result->document) return 0;
  const std::vector<std::string> breaches = check_page_invariants(*result->document);
  if (!breaches.empty()) show(made, breaches.front());
  fuzz::require(breaches.empty(), "pages keep what is promised");
  check_file(made, *result);
  return 0;
}
