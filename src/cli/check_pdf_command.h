// banxin check --pdf: what PDF files hold and where they break the standards that they claim.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Prints a report for each file to standard output, for people or as JSON; returns the exit status.
int check_pdf_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
