#include "cli/output_pattern.h"

#include "document/inline_syntax.h"

namespace banxin {

namespace {

/// Calls `text(part)` and `field(name)` for the parts of a pattern.
template <typename Text, typename Field>
void walk(std::string_view pattern, Text text, Field field) {
  std::size_t kept = 0;
  for (std::size_t at = pattern.find("{{"); at != std::string_view::npos; at = pattern.find("{{", at)) {
    const auto extent = field_at(pattern, at);
    if (!extent) {
      ++at;
      continue;
    }
    text(pattern.substr(kept, at - kept));
    field(pattern.substr(extent->begin, extent->end - extent->begin));
    at = kept = extent->next;
  }
  text(pattern.substr(kept));
}

}  // namespace

std::vector<std::string> fields_of_pattern(std::string_view pattern) {
  std::vector<std::string> names;
  walk(
      pattern, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
  return names;
}

std::string fill_pattern(std::string_view pattern, const FieldValues& fields, std::vector<std::string>& missing) {
  std::string result;
  const auto fill = [&](std::string_view name) {
    const auto found = fields.find(name);
    if (found == fields.end() || !found->second || found->second->empty()) {
      missing.emplace_back(name);
      return;
    }
    for (const char c : *found->second) result += c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '_' : c;
  };
  walk(
      pattern, [&](std::string_view text) { result += text; }, fill);
  return result;
}

}  // namespace banxin
