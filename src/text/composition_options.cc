#include "text/composition_options.h"

#include <algorithm>
#include <vector>

#include "text/locale_rules.h"

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
  const LocaleRules& rules = locale_rules(locale);
  CompositionOptions options;
  options.locale = locale;
  options.level = rules.normal;
  options.width = rules.width;
  options.edge_start = rules.edge_start;
  options.edge_end = rules.edge_end;
  options.edge_first = rules.edge_first;
  options.final_stop_adjustable = rules.final_stop_adjustable;
  // Marks in the middle of their squares keep a quarter em on either side: brackets without any beside them would stand unevenly.
  if (locale == Locale::zh_hant_tw || locale == Locale::zh_hant_hk) options.least_beside_bracket = 250;
  return options;
}

}  // namespace banxin
