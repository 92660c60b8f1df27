// `banxin impose`.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Writes the sheets and returns the exit status.
int impose_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
