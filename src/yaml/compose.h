// From the scan's skeleton to the tree of values, by yaml-cpp.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/scan.h"
#include "yaml/value.h"

namespace banxin::yaml {

/// The tree that yaml-cpp reads from the skeleton of `scan`, with the scan's scalars, whose texts move into it. An empty file is null.
/// Nothing when yaml-cpp refuses the skeleton or finds other scalars in it than the scan did: that is reported, unless the scan's own
/// errors explain it.
std::optional<Value> compose(const SourceFile& file, Scan& scan, DiagnosticSink& sink);

}  // namespace banxin::yaml
