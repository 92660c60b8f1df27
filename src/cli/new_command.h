// `banxin new`: a folder with a starter article.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Writes `article.yaml`, and the schema that editors check it by, into the folder that `line.arguments` names, made if need be, and says
/// what to type next. Never overwrites an article. The exit status.
int new_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
