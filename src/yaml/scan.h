// What the scan of a source finds: every scalar with its text and place, and the structure around them as a skeleton for yaml-cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/known_keys.h"
#include "yaml/read.h"
#include "yaml/value.h"

namespace banxin::yaml {

struct ScannedScalar {
  Value::ScalarStyle style = Value::ScalarStyle::plain;
  bool is_key = false;
  std::uint32_t begin = 0, end = 0;  ///< as it stands in the file, quotes and indicators included
  std::uint32_t after_colon = 0;     ///< of a key: just behind its colon
  SourceText text;
  /// ` #` and what follows it on the scalar's last line: of a text it is text lost, of a number it is a comment. The schema tells.
  SourceSpan comment;
  /// The first `: ` inside a plain scalar, which YAML would read as a key or not at all.
  SourceSpan colon;
};

struct ScannedFlow {
  std::uint32_t begin = 0, end = 0;  ///< brackets included
};

struct Scan {
  /// The file with each scalar replaced by `x` or `""`, comments by blanks, and all structure in place: as long as the file, byte for byte
  /// (its byte order mark aside), so that places in it are places in the file, and plain ASCII, so that nothing in it can be misread.
  std::string skeleton;
  std::uint32_t skeleton_begin = 0;    ///< place of the skeleton's first byte in the file
  std::vector<ScannedScalar> scalars;  ///< in file order
  std::vector<ScannedFlow> flows;      ///< `[…]` and `{…}` in the order in which they open
  /// Whether the skeleton says what the author meant, in spite of errors, so that the schema can be checked too.
  bool reliable = true;

  /// The scalar or flow collection that begins at `begin`, or null.
  const ScannedScalar* scalar_at(std::uint32_t begin) const;
  const ScannedFlow* flow_at(std::uint32_t begin) const;
  /// The last scalar that begins before `offset`, or null.
  const ScannedScalar* scalar_before(std::uint32_t offset) const;
};

/// What the top of a file must be: anything, a mapping, so that a bare text there is no value, or a mapping whose keys are known.
enum class Top { anything, mapping, known_keys };

/// Scans a file that passed check_encoding(). Stops when the sink holds as many errors as the limits allow.
Scan scan(const SourceFile& file, const KnownKeys& known, Top top, const Limits& limits, DiagnosticSink& sink);

}  // namespace banxin::yaml
