// `banxin worker`: jobs as JSON lines on standard input, results as JSON lines on standard output.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Runs until standard input ends. A job is an object: `article` (a file) or `text` (an article), or both, when `article` only names the
/// text and its folder; `output` (a file; without it the article is checked); `data` (an object that fills `{{field}}`); `style`, `set` (a
/// list, as `--set`), `pages`, `standard`; `id` (anything), which its result repeats. Results come as they are ready. Each has `status`
/// (that `build` would exit with), `output` and `pages` when a file was written, and `diagnostics`. The exit status tells only whether
/// the worker itself could work.
int worker_command(const CommandLine& line, MessageOutput& messages);

}  // namespace banxin
