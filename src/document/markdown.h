// The body of an article in Markdown.
#pragma once

#include <vector>

#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// The blocks of a body. Every line is a paragraph unless `context.join_lines`. Faults are reported; what cannot be read is left out.
///
/// The blocks are CommonMark's, the grammar is not: lines are paragraphs, a list of one number is text, there are no setext headings,
/// indented code, lazy continuation, HTML or link definitions, and white space at the head of a line is the author's indent. That changes
/// how every block begins and ends, and faults need their place in the file to the byte, so the lines are read here and not by a CommonMark
/// library.
std::vector<Block> read_markdown(const SourceText& body, MarkupContext& context);

}  // namespace banxin
