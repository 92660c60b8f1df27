// The check of a tree of values by its schema, with the traps that hang on what a value is meant to be.
#pragma once

#include "base/diagnostic.h"
#include "yaml/scan.h"
#include "yaml/schema.h"
#include "yaml/value.h"

namespace banxin::yaml {

/// Reports values of the wrong kind, unknown keys, and texts that YAML would cut or misread (`scan` knows what stands beside them), up to
/// the limit of errors.
void check_by_schema(const SourceFile& file, const Value& value, const Shape& schema, const KnownKeys& known, const Scan& scan,
                     const Limits& limits, DiagnosticSink& sink);

/// Reports such texts when there is no tree to check: every plain scalar that holds `: `, and comments behind what must be text.
void check_without_schema(const SourceFile& file, const Scan& scan, const Limits& limits, DiagnosticSink& sink);

}  // namespace banxin::yaml
