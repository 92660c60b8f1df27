// The command line, read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/article_output.h"
#include "cli/diagnostic_printer.h"
#include "cli/exit_status.h"
#include "driver/typeset.h"

namespace banxin {

/// How `impose` shall lay out its sheets, as typed.
struct ImposeArguments {
  std::string layout = "booklet", sheet, gutter, creep, binding = "left";
  int signature = 16;
  bool marks = false;
};

struct CommandLine {
  enum class Command { build, check, import_text, new_article, fonts, why, preview, watch, worker, explain, schema, impose };

  Command command = Command::build;
  std::vector<std::string> arguments;  ///< the articles; the text to import; the folder of a new article; the PDF to impose
  std::string output;                  ///< of fonts: the specimen
  OutputChoice produce;                ///< build: what is made of the pages
  TypesetOptions typeset;
  std::vector<std::filesystem::path> font_paths;
  std::vector<std::string> languages;  ///< fonts: those to tell of, as written; all when empty
  std::string data;                    ///< build, check: the table whose rows fill the fields of the articles; empty: none
  int page = 0;                        ///< why: the page to tell of, from 1; 0: a line
  int port = 0;                        ///< preview: to serve at; 0: a free one
  int jobs = 0;                        ///< 0: one for each processor
  int memory = 0;                      ///< mebibytes that the program may take; 0: what the machine gives
  bool strict = false;
  bool pdf = false;    ///< check: the arguments are PDF files
  bool as_is = false;  ///< import: half-width marks stay
  ImposeArguments impose;
  DiagnosticFormat diagnostics;
};

/// The command to run, or the status to exit with after help, version or a usage error was printed.
struct ParsedCommandLine {
  std::optional<CommandLine> command;
  int status = exit_done;
};
ParsedCommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace banxin
