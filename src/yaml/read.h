// Reads YAML without losing text: a scan of the source for every trap, then yaml-cpp, then values with their places.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/limits.h"
#include "base/source.h"
#include "yaml/schema.h"
#include "yaml/value.h"

namespace banxin::yaml {

/// Bounds on one file, checked before and while it is read.
struct Limits {
  std::size_t bytes = limits::text_file;
  std::size_t nesting = limits::yaml_nesting;
  std::size_t values = limits::yaml_values;
  std::size_t errors = limits::yaml_errors;
};

/// The tree of `file`, whose top is of shape `schema`. All faults found by the scan are reported, of syntax errors at least the first with
/// its true cause; nothing is returned when there was an error. Unknown keys, wrong kinds of value and duplicates are reported here too, by
/// the schema, so that readers may assume the shapes.
std::optional<Value> read(const SourceFile& file, const Shape& schema, const Limits& limits, DiagnosticSink& sink);

/// The tree as far as it could be made, faults or not, for readers that tell everything that is wrong with a file in one run. Where a fault
/// was reported the shape may be wrong.
std::optional<Value> read_despite_faults(const SourceFile& file, const Shape& schema, const Limits& limits, DiagnosticSink& sink);

/// The name among `keys` that `written` most likely means (Chinese words and small slips of spelling), or empty.
std::string_view nearest_key(std::string_view written, std::span<const Key> keys);

}  // namespace banxin::yaml
