// Blocks that take the whole width of their columns: pull quotes and QR codes.
#pragma once

#include "document/article.h"
#include "layout/flow_writer.h"

namespace banxin {

void add_pull_quote(const PullQuote& quote, int parent, SourceSpan span, FlowWriter& writer);
/// Nothing, and a warning, when the text is too long for a code that a phone can read.
void add_qr(const QrCode& code, int parent, SourceSpan span, FlowWriter& writer);

}  // namespace banxin
