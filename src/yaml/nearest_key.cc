// The key that somebody meant: Chinese words for keys, and slips of spelling.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "yaml/known_keys.h"
#include "yaml/read.h"

namespace banxin::yaml {

namespace {

/// Nobody means a key with a longer word.
constexpr std::size_t longest_word = 64;

/// `written` without what people vary in keys: case, the joints of words, and spaces.
std::u32string plain_spelling(std::string_view written) {
  std::u32string result;
  for (const char32_t c : utf8::decode_all(written)) {
    if (c == '_' || c == '-' || c == ' ' || c == 0x3000 || c == 0xa0 || c == 0x200b || c == 0xfeff) continue;
    result += c >= 'A' && c <= 'Z' ? c + 32 : c;
  }
  return result;
}

/// Least number of letters put in, left out, replaced or exchanged with their neighbour (optimal string alignment).
std::size_t slips_between(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

/// Slips that may lie between a word and a key, the longer of which has `length` letters: two would make `deck` of `back`.
std::size_t slips_allowed(std::size_t length) { return length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3; }

bool is_plural_of(const std::u32string& a, const std::u32string& b) { return a == b + U's' || a == b + U"es"; }

}  // namespace

std::string_view nearest_key(std::string_view written, std::span<const Key> keys) {
  if (written.empty() || written.size() > longest_word) return {};
  const std::u32string word = plain_spelling(written);
  std::string_view nearest;
  std::size_t fewest = longest_word;
  for (const Key& key : keys) {
    bool chinese = false;
    for_each_chinese_name(key, [&](std::string_view name) { chinese = chinese || plain_spelling(name) == word; });
    const std::u32string name = plain_spelling(key.name);
    if (chinese || name == word) return key.name;
    const std::size_t slips = is_plural_of(word, name) || is_plural_of(name, word) ? 1 : slips_between(word, name);
    if (slips < fewest && slips <= slips_allowed(std::max(word.size(), name.size()))) {
      fewest = slips;
      nearest = key.name;
    }
  }
  return nearest;
}

}  // namespace banxin::yaml
