// `{{field}}` in an article, filled from one row of data.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/source.h"
#include "document/markup_context.h"

namespace banxin {

/// What fills `{{field}}` that stands at `place`, line breaks made spaces; a field that the data do not have is an error, one without a
/// value in this row a warning and empty.
std::string field_value(const FieldValues& fields, std::string_view name, SourceSpan place, DiagnosticSink& sink);

/// A text that holds no markup (a path, an address) with its fields filled; as it is without data.
SourceText filled(const SourceText& text, MarkupContext& context);

}  // namespace banxin
