#include "text/composition_options.h"

#include <algorithm>
#include <vector>

namespace banxin {
namespace {

/// The subtags of a BCP 47 tag, in lower case. `_` is taken for `-`.
std::vector<std::string> subtags_of(std::string_view language) {
  std::vector<std::string> subtags(1);
  for (const char c : language) {
    if (c == '-' || c == '_') {
      subtags.emplace_back();
    } else {
      subtags.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return subtags;
}

}  // namespace

Locale locale_for(std::string_view language) {
  const std::vector<std::string> subtags = subtags_of(language);
  const auto has = [&](std::string_view subtag) { return std::find(subtags.begin() + 1, subtags.end(), subtag) != subtags.end(); };
  if (subtags.front() == "ja") return Locale::ja;
  if (subtags.front() == "ko") return Locale::ko;
  if (subtags.front() == "yue") return has("hans") || has("cn") ? Locale::zh_hans : Locale::zh_hant_hk;
  if (subtags.front() != "zh") return Locale::other;
  if (has("hans")) return Locale::zh_hans;
  if (has("hk") || has("mo")) return Locale::zh_hant_hk;
  return has("hant") || has("tw") ? Locale::zh_hant_tw : Locale::zh_hans;
}

CompositionOptions CompositionOptions::for_locale(Locale locale) {
  CompositionOptions options;
  options.locale = locale;
  switch (locale) {
    case Locale::zh_hans:
      break;
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      options.edge_start = EdgeStart::keep;
      options.edge_end = EdgeEnd::allow;
      options.edge_first = 500;
      break;
    case Locale::ja:
      options.level = BreakLevel::ja_strict;
      options.edge_end = EdgeEnd::allow;
      options.final_stop_adjustable = false;
      break;
    case Locale::ko:
      options.level = BreakLevel::ko;
      break;
    case Locale::other:
      break;
  }
  return options;
}

}  // namespace banxin
