// `banxin fonts`: a table of the faces that serve each role, and a specimen of them.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Prints the table for `line.languages` to standard output and writes the specimen to `line.output`, when there is one. The exit status.
int fonts_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
