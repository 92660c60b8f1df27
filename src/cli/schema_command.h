// `banxin schema article|style`: a JSON Schema for editors and programs.
#pragma once

#include <string>

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Prints the schema that `line.arguments` names to standard output or into `line.output`; the exit status.
int schema_command(const CommandLine& line, MessageOutput& messages);

/// The schema of `article` or `style`, as a JSON file.
std::string schema_text(const std::string& kind);

}  // namespace banxin
