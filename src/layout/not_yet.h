// What an article may hold and layout cannot set yet. A kind of block or a key leaves this list with the code that sets it.
#pragma once

#include "base/diagnostic.h"
#include "document/article.h"

namespace banxin {

/// Reports everything in `article` that would be lost on the page, each at its place.
void report_not_yet(const Article& article, DiagnosticSink& sink);

}  // namespace banxin
