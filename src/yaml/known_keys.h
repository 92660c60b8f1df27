// Every key that a schema knows anywhere, for the traps that hang on a word being a key.
#pragma once

#include <map>
#include <string_view>

#include "yaml/schema.h"

namespace banxin::yaml {

class KnownKeys {
 public:
  explicit KnownKeys(const Shape& schema) { collect(schema); }

  /// Whether `word` is a key, or a Chinese word for one.
  bool contains(std::string_view word) const { return names_.count(word) > 0; }
  /// The key that `word` names: itself, or the key that a Chinese word stands for; empty when there is none.
  std::string_view key_for(std::string_view word) const;

 private:
  void collect(const Shape& shape);

  std::map<std::string_view, std::string_view> names_;  // from what people write to the key
};

/// Calls `use` with each of the Chinese words for `key`.
template <typename Use>
void for_each_chinese_name(const Key& key, Use use) {
  std::string_view rest = key.chinese_names;
  while (!rest.empty()) {
    const std::size_t space = rest.find(' ');
    if (const std::string_view name = rest.substr(0, space); !name.empty()) use(name);
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  }
}

}  // namespace banxin::yaml
