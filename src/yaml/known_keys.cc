// Every key that a schema knows anywhere, for the traps that hang on a word being a key.
#include "yaml/known_keys.h"

#include <set>
#include <vector>

namespace banxin::yaml {

void KnownKeys::collect(const Shape& schema) {
  // Shapes hold themselves (a block holds blocks): each array of keys and each shape of items is visited once.
  std::set<const void*> seen;
  std::vector<const Shape*> waiting = {&schema};
  while (!waiting.empty()) {
    const Shape* shape = waiting.back();
    waiting.pop_back();
    if (shape->items && seen.insert(shape->items).second) waiting.push_back(shape->items);
    if (shape->keys.empty() || !seen.insert(shape->keys.data()).second) continue;
    for (const Key& key : shape->keys) {
      names_.emplace(key.name, key.name);
      for_each_chinese_name(key, [&](std::string_view name) { names_.emplace(name, key.name); });
      waiting.push_back(&key.shape);
    }
  }
}

std::string_view KnownKeys::key_for(std::string_view word) const {
  const auto found = names_.find(word);
  return found == names_.end() ? std::string_view() : found->second;
}

}  // namespace banxin::yaml
