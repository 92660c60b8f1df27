// Runs a command.
#pragma once

#include "cli/options.h"

namespace banxin {

/// The exit status.
int run_command(const CommandLine& line);

}  // namespace banxin
