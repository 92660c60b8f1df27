// Keys with dots as the nested mappings they stand for, and keys named twice in either spelling.
#pragma once

#include "base/diagnostic.h"
#include "yaml/read.h"
#include "yaml/schema.h"
#include "yaml/value.h"

namespace banxin::yaml {

/// Rewrites, wherever `shape` allows it, `page.paper: A4` as `page: {paper: A4}`, joined with other values under `page`; reports every key
/// that is named twice, in all mappings.
void resolve_keys(Value& value, const Shape& shape, const Limits& limits, DiagnosticSink& sink);

}  // namespace banxin::yaml
