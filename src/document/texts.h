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

/// The lines of a text as the author set them: indents and empty lines kept, but for empty ones at its beginning and end; white space at
/// the ends of lines goes.
std::vector<SourceText> kept_lines(const SourceText& written, DiagnosticSink& sink);

/// The texts of `written` between white space.
std::vector<SourceText> split_at_blanks(const SourceText& written);

/// `all`, or a number of columns from 1 to 99.
std::optional<ColumnSpan> read_column_span(std::string_view written);

/// A whole number from `least` to `most`, or nothing.
std::optional<int> read_number(std::string_view written, int least, int most);

}  // namespace banxin
