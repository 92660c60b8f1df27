// What an import tells its user, as notes.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "import/imported_article.h"
#include "import/source_text.h"
#include "text/decode.h"

namespace banxin {

/// How the input was read; a warning when part of it could not be.
void report_reading(const std::string& name, SourceKind kind, const DecodedText& decoded, DiagnosticSink& sink);

/// What was taken as what, what was changed (`widened` marks) and, line by line, what was left out.
void report_article(const ImportedArticle& article, std::size_t widened, DiagnosticSink& sink);

}  // namespace banxin
