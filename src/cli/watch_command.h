// `banxin watch`: builds articles again whenever they are saved.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Builds the articles of `line` as `build` does, and each again when it, its style, one of its pictures or a font changes, until a signal
/// asks to stop. The exit status.
int watch_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
