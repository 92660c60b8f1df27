// The attributes in braces behind a picture or a bracketed text: `{credit="某某 摄" span=2}`.
#pragma once

#include <optional>
#include <vector>

#include "base/source.h"

namespace banxin {

struct Attribute {
  SourceText name, value;  ///< no value: a word alone
};

struct AttributeList {
  std::vector<Attribute> attributes;
  std::size_t end = 0;  ///< the byte after the closing brace
};

/// Reads attributes from the brace at byte `begin` of `text`. A value stands in straight quotes of either kind (with a backslash before a
/// quote inside it) or runs to the next white space or brace; a name may stand alone when `words` are allowed. Nothing when the list is
/// not well formed or longer than 1 KiB.
std::optional<AttributeList> read_attributes(const SourceText& text, std::size_t begin, bool words = false);

}  // namespace banxin
