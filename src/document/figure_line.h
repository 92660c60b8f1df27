// A picture or placeholder as a line of Markdown.
#pragma once

#include <string_view>

#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// Whether a line of Markdown begins as a picture does: `![caption](`.
bool begins_figure(std::string_view line);

/// The picture that a line of Markdown holds, `![caption](path){attributes}`, white space at the line's ends aside. Its path goes to the
/// last parenthesis before the attributes or the line's end; an empty one makes a placeholder. `begins_figure(line)` holds.
Figure read_figure_line(const SourceText& line, MarkupContext& context);

}  // namespace banxin
