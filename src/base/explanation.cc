#include "base/explanation.h"

#include <algorithm>
#include <vector>

namespace banxin {

namespace {

using Kind = Explanation::Kind;

const std::vector<Explanation>& explanations() {
  static const std::vector<Explanation> all = {
#define BANXIN_ARTICLE(code, wrong, right) {Kind::article, code, wrong, right, {}, {}, {}, {}},
#define BANXIN_COMMAND(code, wrong, right) {Kind::command, code, wrong, right, {}, {}, {}, {}},
#define BANXIN_CASE(code, english, chinese, english_cure, chinese_cure) \
  {Kind::words, code, {}, {}, english, chinese, english_cure, chinese_cure},
#define BANXIN_WORDS(code)
#include "base/examples.inc"
#undef BANXIN_ARTICLE
#undef BANXIN_COMMAND
#undef BANXIN_CASE
#undef BANXIN_WORDS
  };
  return all;
}

constexpr std::string_view words[] = {
    "hint-*",
    "see-*",
#define BANXIN_ARTICLE(code, wrong, right)
#define BANXIN_COMMAND(code, wrong, right)
#define BANXIN_CASE(code, english, chinese, english_cure, chinese_cure)
#define BANXIN_WORDS(code) code,
#include "base/examples.inc"
#undef BANXIN_ARTICLE
#undef BANXIN_COMMAND
#undef BANXIN_CASE
#undef BANXIN_WORDS
};

bool matches(std::string_view pattern, std::string_view code) {
  return pattern.ends_with('*') ? code.starts_with(pattern.substr(0, pattern.size() - 1)) : code == pattern;
}

/// The entry that says most of the code: itself before a pattern, a long pattern before a short one.
const Explanation* nearest(std::string_view code) {
  const Explanation* found = nullptr;
  for (const Explanation& entry : explanations()) {
    if (entry.code == code) return &entry;
    if (matches(entry.code, code) && (!found || entry.code.size() > found->code.size())) found = &entry;
  }
  return found;
}

}  // namespace

bool is_word(std::string_view code) {
  const Explanation* entry = nearest(code);
  if (entry && entry->code == code) return false;
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view pattern) { return matches(pattern, code); });
}

const Explanation* find_explanation(std::string_view code) { return find_message(code) && !is_word(code) ? nearest(code) : nullptr; }

std::string general_text(std::string_view template_text) {
  std::string result;
  while (!template_text.empty()) {
    const std::size_t open = template_text.find('{');
    result += template_text.substr(0, open);
    if (open == std::string_view::npos) break;
    template_text.remove_prefix(open);
    const std::size_t end = template_text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", 1);
    const bool argument = end != std::string_view::npos && end > 1 && template_text[end] == '}';
    result += argument ? "…" : template_text.substr(0, 1);
    template_text.remove_prefix(argument ? end + 1 : 1);
  }
  return result;
}

}  // namespace banxin
