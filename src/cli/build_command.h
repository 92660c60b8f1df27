// `banxin build` and `banxin check`: articles and rows of data in parallel, messages and results in the order given.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// The exit status: the worst of all jobs.
int build_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
