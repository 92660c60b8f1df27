#include "cli/reports.h"

#include <fmt/core.h>

namespace banxin {

void print_diagnostics(const DiagnosticSink& sink, const DiagnosticFormat& format) {
  for (const Diagnostic& diagnostic : sink.all()) fmt::print(stderr, "{}", format_diagnostic(diagnostic, format));
}

std::string pages_written(const std::filesystem::path& file, std::size_t pages, MessageLanguage language) {
  const char* code = pages == 1 ? "cli-page-written" : "cli-pages-written";
  return Message{code, {{"file", file.string()}, {"count", std::to_string(pages)}}}.text(language) + "\n";
}

}  // namespace banxin
