#include "shape/features.h"

#include <algorithm>
#include <array>

#include "text/composition_options.h"

namespace banxin {
namespace {

constexpr hb_tag_t full_width_forms = HB_TAG('f', 'w', 'i', 'd');
constexpr hb_tag_t proportional_forms = HB_TAG('p', 'w', 'i', 'd');
constexpr std::uint32_t quote_length = 3;  // bytes of U+2018...U+201D
constexpr std::string_view middle_dot = "·";

constexpr hb_feature_t off(hb_tag_t tag) { return {tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

constexpr std::array solid_setting{off(HB_TAG('h', 'a', 'l', 't')), off(HB_TAG('p', 'a', 'l', 't')), off(HB_TAG('c', 'h', 'w', 's')),
                                   off(HB_TAG('v', 'c', 'h', 'w')), off(HB_TAG('k', 'e', 'r', 'n'))};

}  // namespace

std::string shaping_language(const std::string& language, bool east_asian) {
  const bool language_is_east_asian = locale_for(language) != Locale::other;
  if (east_asian == language_is_east_asian) return language;
  return east_asian ? "zh-Hans" : "en";
}

std::vector<hb_feature_t> features_for(const TextItem& item, std::string_view text, const std::vector<ResolvedQuote>& quotes) {
  std::vector<hb_feature_t> features;
  if (item.east_asian) features.assign(solid_setting.begin(), solid_setting.end());
  const auto first = std::lower_bound(quotes.begin(), quotes.end(), item.begin,
                                      [](const ResolvedQuote& quote, std::uint32_t offset) { return quote.offset < offset; });
  for (auto quote = first; quote != quotes.end() && quote->offset < item.end; ++quote) {
    const hb_tag_t forms = quote->kind == QuoteKind::cjk ? full_width_forms : proportional_forms;
    features.push_back({forms, 1, quote->offset, quote->offset + quote_length});
  }
  if (!item.east_asian) return features;
  const std::string_view upto = text.substr(0, item.end);
  for (std::size_t dot = upto.find(middle_dot, item.begin); dot != std::string_view::npos;
       dot = upto.find(middle_dot, dot + middle_dot.size())) {
    features.push_back({full_width_forms, 1, static_cast<unsigned>(dot), static_cast<unsigned>(dot + middle_dot.size())});
  }
  return features;
}

void fill_buffer(hb_buffer_t* buffer, std::string_view text, const TextItem& item) {
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), item.begin, static_cast<int>(item.end - item.begin));
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(item.script));
  hb_buffer_set_language(buffer, hb_language_from_string(item.language.c_str(), -1));
  unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES | HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE;
  if (item.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (item.end == text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
}

}  // namespace banxin
