#include "cli/exit_status.h"

#include <algorithm>

namespace banxin {

ExitStatus status_of(const Diagnostic& failure) {
  const auto is_one_of = [&](std::initializer_list<const char*> codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const char* code) { return failure.message.code == code; });
  };
  if (is_one_of({"file-not-readable", "file-not-writable", "cli-out-of-memory", "cli-failed"})) return exit_machine_failed;
  if (is_one_of({"output-password-forbidden", "cli-pages-share-output"})) return exit_usage_wrong;
  return exit_input_wrong;
}

ExitStatus status_of(const DiagnosticSink& sink, bool strict) {
  ExitStatus result = exit_done;
  for (const Diagnostic& diagnostic : sink.all()) {
    const bool fails = diagnostic.severity == Severity::error || (strict && diagnostic.severity == Severity::warning);
    if (fails) result = std::max(result, status_of(diagnostic));
  }
  return result;
}

}  // namespace banxin
