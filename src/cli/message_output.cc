#include "cli/message_output.h"

#include <fmt/core.h>

#include "cli/sarif.h"

namespace banxin {

void MessageOutput::add(const DiagnosticSink& sink) {
  for (const Diagnostic& diagnostic : sink.all()) add(diagnostic);
}

void MessageOutput::write(std::string message) {
  if (format_.form == DiagnosticFormat::Form::sarif) {
    held_back_.push_back(std::move(message));
  } else {
    fmt::print(stderr, "{}", message);
  }
}

void MessageOutput::finish() {
  if (format_.form == DiagnosticFormat::Form::sarif) fmt::print(stderr, "{}", sarif_log(held_back_, format_.language));
  held_back_.clear();
}

}  // namespace banxin
