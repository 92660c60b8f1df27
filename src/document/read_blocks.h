// The body of an article in list form.
#pragma once

#include <vector>

#include "document/article.h"
#include "document/markup_context.h"
#include "yaml/value.h"

namespace banxin {

/// The blocks of a list: a text is a paragraph (each of its lines one), a mapping holds exactly one block. Faults are reported and left
/// out.
std::vector<Block> read_blocks(const yaml::Value& list, MarkupContext& context);

/// The body of an article or of a box: a list of blocks, or a text in Markdown.
std::vector<Block> read_body(const yaml::Value& body, MarkupContext& context);

}  // namespace banxin
