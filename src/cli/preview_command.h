// `banxin preview`: an article's pages in the browser, kept up to date.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Serves the article that `line.arguments` names until a signal asks to stop, and prints the address. The exit status.
int preview_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
