// The short texts of an article: titles, names, captions.
#pragma once

#include <string_view>

#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// A text of one line: what cannot print is left out, line breaks become spaces (none between East Asian characters), white space at the
/// ends goes, markup is read.
RichText read_text(const SourceText& written, MarkupContext& context);

/// The same without markup: for metadata, and for words that are names of something.
SourceText read_plain(const SourceText& written, DiagnosticSink& sink);

/// The lines of a text, each read by `read_text`; blank ones are left out.
std::vector<RichText> read_text_lines(const SourceText& written, MarkupContext& context);

/// A whole number from `least` to `most`, or nothing.
std::optional<int> read_number(std::string_view written, int least, int most);

}  // namespace banxin
