// Runs a command: articles in parallel, messages and results in the order given.
#pragma once

#include "cli/options.h"

namespace banxin {

/// The exit status.
int run_command(const CommandLine& line);

}  // namespace banxin
