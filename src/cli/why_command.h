// `banxin why FILE:LINE`: a table of the lines set from a line of an article, and why each broke where it did; `why FILE --page N`: one of
// what a page cost.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

struct ExplainedText;

/// Typesets the article that `line.arguments` names, with the line behind a colon or the page as `line.page`, and prints the table. The
/// exit status.
int why_command(const CommandLine& line, MessageOutput& messages);

/// The table of one text: a heading, a row for each line, and what the stages that it names are.
std::string why_table(const ExplainedText& text, MessageLanguage language);

}  // namespace banxin
