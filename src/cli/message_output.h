// Where a command's messages go: standard error, as they come, or as one SARIF log at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/diagnostic_printer.h"

namespace banxin {

/// Not for several threads at once.
class MessageOutput {
 public:
  explicit MessageOutput(const DiagnosticFormat& format) : format_(format) {}

  void add(const Diagnostic& diagnostic) { write(format_diagnostic(diagnostic, format_)); }
  void add(const DiagnosticSink& sink);
  /// What format_diagnostic() made of a diagnostic.
  void write(std::string message);
  /// Writes what is held back: the SARIF log, even when there was nothing to say.
  void finish();

 private:
  DiagnosticFormat format_;
  std::vector<std::string> held_back_;
};

}  // namespace banxin
