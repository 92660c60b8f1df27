// Lines that stay as their author set them: verse and program text.
#pragma once

#include "document/article.h"
#include "layout/flow_writer.h"

namespace banxin {

/// Adds verse in the middle of the column, as a block by its longest line. Stanzas stand a line apart.
void add_verse(const Verse& verse, int parent, Length x, FlowWriter& writer);

/// Adds program text line by line, indents and empty lines kept.
void add_code(const CodeBlock& code, int parent, Length x, FlowWriter& writer);

}  // namespace banxin
