#include "cli/run.h"

#include "base/limits.h"
#include "cli/build_command.h"
#include "cli/check_pdf_command.h"
#include "cli/explain_command.h"
#include "cli/fonts_command.h"
#include "cli/import_command.h"
#include "cli/impose_command.h"
#include "cli/message_output.h"
#include "cli/new_command.h"
#include "cli/preview_command.h"
#include "cli/process_limits.h"
#include "cli/schema_command.h"
#include "cli/watch_command.h"
#include "cli/why_command.h"
#include "cli/worker_command.h"

namespace banxin {

namespace {

int run(const CommandLine& line, MessageOutput& messages) {
  switch (line.command) {
    case CommandLine::Command::import_text:
      return import_command(line, messages);
    case CommandLine::Command::new_article:
      return new_command(line, messages);
    case CommandLine::Command::fonts:
      return fonts_command(line, messages);
    case CommandLine::Command::preview:
      return preview_command(line, messages);
    case CommandLine::Command::watch:
      return watch_command(line, messages);
    case CommandLine::Command::why:
      return why_command(line, messages);
    case CommandLine::Command::impose:
      return impose_command(line, messages);
    case CommandLine::Command::explain:
      return explain_command(line, messages);
    case CommandLine::Command::schema:
      return schema_command(line, messages);
    case CommandLine::Command::worker:
      return worker_command(line, messages);
    case CommandLine::Command::check:
      return line.pdf ? check_pdf_command(line, messages) : build_command(line, messages);
    case CommandLine::Command::build:
      break;
  }
  return build_command(line, messages);
}

}  // namespace

int run_command(const CommandLine& line) {
  MessageOutput messages(line.diagnostics);
  const auto say = [&](const char* code) { return format_diagnostic(Diagnostic(Severity::error, code, {}), line.diagnostics); };
  say_when_aborted(say("cli-aborted"));
  if (line.memory > 0 && !limit_memory(static_cast<std::size_t>(line.memory) * limits::mebibyte)) {
    messages.add(Diagnostic(Severity::error, "cli-memory-unlimited", {}));
    messages.finish();
    return exit_machine_failed;
  }
  const int status = run(line, messages);
  messages.finish();
  return status;
}

}  // namespace banxin
