// `banxin explain CODE`: what a diagnostic means, by an example and its cure.
#pragma once

#include <string>

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Prints the explanation of the code that `line.arguments` names; the exit status.
int explain_command(const CommandLine& line, MessageOutput& messages);

/// What docs/diagnostics.md holds: every code, in the order of the catalogue, in both languages.
std::string diagnostics_manual();

}  // namespace banxin
