// Look-up in the tree of values.
#include "yaml/value.h"

#include <algorithm>

namespace banxin::yaml {

const Value* Value::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key.view() == key; });
  return found == entries.end() ? nullptr : &found->value;
}

}  // namespace banxin::yaml
