// The exit statuses of the program, and which of them a message asks for.
#pragma once

#include "base/diagnostic.h"

namespace banxin {

/// Fixed by contract.
enum ExitStatus { exit_done = 0, exit_input_wrong = 1, exit_usage_wrong = 2, exit_machine_failed = 3 };

/// What a message that makes a run fail asks for: a file that may not be read or written is no fault of the input.
ExitStatus status_of(const Diagnostic& failure);

/// The worst that the errors ask for; `exit_done` without any. With `strict` warnings count as errors.
ExitStatus status_of(const DiagnosticSink& sink, bool strict = false);

}  // namespace banxin
