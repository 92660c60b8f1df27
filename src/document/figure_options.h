// The options of a picture or placeholder, the same as attributes in Markdown and as keys of a block.
#pragma once

#include <string_view>

#include "document/article.h"
#include "document/markup_context.h"

namespace banxin {

/// Sets the option `name` (`credit`, `ratio`, `span`, ...) to what `value` says, or reports why it cannot. False when pictures have no such
/// option.
bool set_figure_option(Figure& figure, std::string_view name, const SourceText& value, MarkupContext& context);

}  // namespace banxin
