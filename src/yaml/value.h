// A YAML file as a tree of values, each with its place in the source.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace banxin::yaml {

struct Entry;

/// A node of the tree. Scalars are texts just as written (after YAML's escapes and folding): nothing becomes a number, date or boolean
/// here.
struct Value {
  enum class Kind { null, scalar, sequence, mapping };
  /// How a scalar is written: plain, quoted ('…' or "…"), a `|` block or a `>` block.
  enum class ScalarStyle { plain, quoted, literal, folded };

  Kind kind = Kind::null;
  ScalarStyle style = ScalarStyle::plain;
  SourceSpan span;             ///< the value as it stands in the file, quotes and indicators included
  SourceText text;             ///< of a scalar
  std::vector<Value> items;    ///< of a sequence
  std::vector<Entry> entries;  ///< of a mapping, in file order, keys unique

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_null() const { return kind == Kind::null; }
  /// The value under `key` of a mapping, or null.
  const Value* find(std::string_view key) const;
};

struct Entry {
  SourceText key;
  Value value;
};

}  // namespace banxin::yaml
