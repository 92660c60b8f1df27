// Texts that YAML would cut at ` #` or split at `: `, told with the text in quotes.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "yaml/scan.h"

namespace banxin::yaml {

/// Reports the `: ` inside `scalar`, if there is one; whether it did.
bool report_colon(const SourceFile& file, const ScannedScalar& scalar, DiagnosticSink& sink);

/// Reports what follows a text behind ` #`, if anything does; whether it did.
bool report_lost_comment(const SourceFile& file, const ScannedScalar& scalar, DiagnosticSink& sink);

/// Reports that the text at `begin`, up to its line's end, begins with a mark that YAML keeps for itself, and shows it in quotes.
void report_mark(const SourceFile& file, std::size_t begin, DiagnosticSink& sink);

/// Reports that the text from `begin` to `end` holds `: ` at `colon` and was read as a key with its value.
void report_text_read_as_key(const SourceFile& file, std::size_t begin, std::size_t end, std::size_t colon, DiagnosticSink& sink);

/// Whether a comment behind `text` is one, though no schema says that the text is a token: it is quoted, or one word of ASCII.
bool looks_like_token(std::string_view text, Value::ScalarStyle style);

}  // namespace banxin::yaml
