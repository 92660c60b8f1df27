// Inline markup: a text as written to a text as printed and the runs of its markup.
#pragma once

#include "base/source.h"
#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// Reads the markup of one text (a paragraph, a title, a caption). What is not markup is text, just as typed; faults of what is markup
/// are reported and leave the text as typed.
///
/// In the order in which they are recognized: backslash escapes; `` `code` ``; `{{field}}`, text until data fill it; pictures,
/// which are faults here; `[^mark]`; `[text](address)` and `[text]{lang=en}`, `[北京]{underline}`,
/// `[红楼梦]{wavy}`; `{漢字|かん|じ}`, not supported yet; then `**strong**`,
/// `*emphasis*` and
/// `==marked==`; `^sup^` and `~sub~` hold 1 to 8 of `A-Za-z0-9+-()`, `~~` and a `~` between two digits are text.
RichText read_inline(const SourceText& text, MarkupContext& context);

/// A text in which nothing is markup.
RichText read_literal(const SourceText& text);

/// A line of program text: nothing in it is markup, and all of it is code.
RichText read_code(const SourceText& text);

}  // namespace banxin
