#include "text/composition_options.h"

#include <algorithm>
#include <string_view>

#include "text/locale_rules.h"

namespace banxin {
namespace {

/// Takes the first subtag from a BCP 47 tag. `_` is taken for `-`.
std::string_view take_subtag(std::string_view& tag) {
  const std::size_t end = std::min(tag.find_first_of("-_"), tag.size());
  const std::string_view subtag = tag.substr(0, end);
  tag.remove_prefix(std::min(end + 1, tag.size()));
  return subtag;
}

/// In whatever case; `lower` is in lower case.
bool is_subtag(std::string_view subtag, std::string_view lower) {
  return std::equal(subtag.begin(), subtag.end(), lower.begin(), lower.end(),
                    [](char c, char l) { return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == l; });
}

}  // namespace

Locale locale_for(std::string_view language) {
  const std::string_view first = take_subtag(language);
  const auto has = [&](std::string_view subtag) {
    for (std::string_view rest = language; !rest.empty();) {
      if (is_subtag(take_subtag(rest), subtag)) return true;
    }
    return false;
  };
  if (is_subtag(first, "ja")) return Locale::ja;
  if (is_subtag(first, "ko")) return Locale::ko;
  if (is_subtag(first, "yue")) return has("hans") || has("cn") ? Locale::zh_hans : Locale::zh_hant_hk;
  if (!is_subtag(first, "zh")) return Locale::other;
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
