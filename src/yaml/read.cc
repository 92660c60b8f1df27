// Reads YAML without losing text.
//
// yaml-cpp alone loses text without a word: it cuts an unquoted text at ` #`, takes `**重点**` for an alias, drops a duplicate key, and
// stops at a block scalar whose first line is the deepest. So a file is read in four steps, each of which needs the one before:
//
// 1. check_encoding(): the bytes are UTF-8 without control characters, or the file is refused with the name of what it is.
// 2. scan(): line by line, the scan finds every scalar and reads its text itself, with the place of each byte; it reports what can be known
//    to be wrong without the schema, and notes what only the schema can judge (is `4 # columns` a number with a comment, or a text that
//    would be cut?). What remains is the skeleton: the file with `x` for each scalar and blanks for comments.
// 3. compose(): yaml-cpp parses the skeleton and decides how everything nests. It cannot misread a text, for it sees none. Its scalars
//    must be the scan's scalars, one by one and in place, keys as keys: two readers that know nothing of each other have to agree, or the
//    file is refused.
// 4. resolve_keys() and check_by_schema(): dotted keys become nested ones, keys named twice, unknown keys and values of the wrong kind are
//    reported, and texts are told from numbers to judge what step 2 noted.
//
// Errors of step 2 do not stop the steps after it as long as the skeleton still says what was meant, so that one run tells them all.
#include "yaml/read.h"

#include "yaml/compose.h"
#include "yaml/dotted_keys.h"
#include "yaml/encoding.h"
#include "yaml/known_keys.h"
#include "yaml/scan.h"
#include "yaml/schema_check.h"

namespace banxin::yaml {

namespace {

bool check_size(const SourceFile& file, const Limits& limits, DiagnosticSink& sink) {
  if (file.text().size() <= limits.bytes) return true;
  sink.error("yaml-too-large", {&file, 0, 0}, {{"size", std::to_string(file.text().size())}, {"limit", std::to_string(limits.bytes)}});
  return false;
}

std::optional<Value> read_into(const SourceFile& file, const Shape& schema, const Limits& limits, DiagnosticSink& sink) {
  if (!check_size(file, limits, sink) || !check_encoding(file, sink)) return std::nullopt;
  const KnownKeys known(schema);
  const Top top = schema.kind != Shape::Kind::mapping ? Top::anything : schema.keys.empty() ? Top::mapping : Top::known_keys;
  Scan found = scan(file, known, top, limits, sink);
  std::optional<Value> value;
  if (found.reliable) value = compose(file, found, sink);
  if (!value) {
    check_without_schema(file, found, limits, sink);
    return std::nullopt;
  }
  resolve_keys(*value, schema, limits, sink);
  check_by_schema(file, *value, schema, known, found, limits, sink);
  return value;
}

}  // namespace

std::optional<Value> read_despite_faults(const SourceFile& file, const Shape& schema, const Limits& limits, DiagnosticSink& sink) {
  DiagnosticSink own;
  std::optional<Value> value = read_into(file, schema, limits, own);
  own.sort_by_place();
  if (own.error_count() >= limits.errors) {
    const SourceSpan last = own.all().back().span;
    own.error("yaml-too-many-errors", last, {{"count", std::to_string(own.error_count())}});
  }
  sink.append(own);
  return value;
}

std::optional<Value> read(const SourceFile& file, const Shape& schema, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors_before = sink.error_count();
  std::optional<Value> value = read_despite_faults(file, schema, limits, sink);
  if (sink.error_count() > errors_before) return std::nullopt;
  return value;
}

}  // namespace banxin::yaml
