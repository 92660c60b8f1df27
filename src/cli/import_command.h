// `banxin import`: a text, Markdown or HTML file to an article.
#pragma once

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

/// Reads `line.arguments`' one file and writes the article to `line.output`, or to standard output when that is empty or `-`; the report
/// goes to standard error. The exit status.
int import_command(const CommandLine& line, MessageOutput& messages);

/// Whether a file is called a text, a web page or an office document and holds no key of an article: it is still to be imported.
bool is_text_to_import(const std::string& name, std::string_view text);

}  // namespace banxin
