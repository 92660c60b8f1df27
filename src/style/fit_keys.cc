// Keys of fitting: what the article shall fill, and what may be changed for it.
#include <algorithm>
#include <array>
#include <charconv>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;
using What = FitLimit::What;

constexpr std::array<Named<What>, 4> adjustables = {
    {{"pitch", What::pitch}, {"images", What::images}, {"size", What::size}, {"tracking", What::tracking}}};

/// What a page can bear and still look set on purpose.
constexpr std::array<FitLimit, 4> default_limits = {
    {{What::pitch, -80, 120}, {What::images, -250, 150}, {What::size, -80, 80}, {What::tracking, -20, 30}}};

constexpr int most_counted = 1000;
constexpr int furthest = 500;  ///< thousandths

const ValueRule either_way{Kind::share, {0, furthest}};
const ValueRule less_rule{Kind::share, {-furthest, 0}};

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > most_counted) return std::nullopt;
  return number;
}

void set_count(const Value& value, ValueReader& reader, std::optional<CountRange>& target) {
  if (!value.is_scalar()) {
    reader.sink().error("style-value-scalar", value.span, {{"key", reader.key()}});
  } else if (value.text.view() == "none") {
    target.reset();
  } else if (const std::optional<CountRange> range = parse_count_range(value.text.view())) {
    target = range;
  } else {
    reader.sink().error("style-value-count-range", value.span,
                        {{"key", reader.key()}, {"value", value.text.text()}, {"most", std::to_string(most_counted)}});
  }
}

/// 8%: as much either way; [-6%, 10%]: less and more.
void set_limits(const Value& value, ValueReader& reader, FitLimit& limit) {
  const std::string key = reader.key();
  if (value.is_sequence() && value.items.size() == 2) {
    reader.enter(key, less_rule, {});
    reader.share(value.items[0], limit.less);
    reader.enter(key, either_way, {});
    reader.share(value.items[1], limit.more);
  } else if (value.is_scalar()) {
    reader.enter(key, either_way, {});
    reader.share(value, limit.more);
    limit.less = -limit.more;
  } else {
    reader.sink().error("style-fit-limit", value.span, {{"key", key}});
  }
}

/// The default limits of what `name` names, if it may be adjusted and is not in `limits` yet.
std::optional<FitLimit> new_limit(const SourceText& name, const std::vector<FitLimit>& limits, ValueReader& reader) {
  const auto adjustable =
      std::find_if(adjustables.begin(), adjustables.end(), [&](const auto& entry) { return entry.name == name.view(); });
  if (adjustable == adjustables.end()) {
    const std::vector<std::string_view> known = names_of(adjustables);
    suggest(
        reader.sink().error("style-value-unknown", name.span(), {{"key", reader.key()}, {"value", name.text()}, {"known", joined(known)}}),
        name.view(), known);
    return std::nullopt;
  }
  const auto same = [&](const FitLimit& limit) { return limit.what == adjustable->value; };
  if (std::any_of(limits.begin(), limits.end(), same)) {
    reader.sink().error("style-fit-adjust-twice", name.span(), {{"name", name.text()}});
    return std::nullopt;
  }
  return *std::find_if(default_limits.begin(), default_limits.end(), same);
}

void set_adjust(StyleDraft& draft, const Value& value, ValueReader& reader) {
  std::vector<FitLimit>& limits = draft.style.fit.adjust;
  limits.clear();
  const std::string key = reader.key();
  for (const yaml::Entry& entry : value.entries) {
    std::optional<FitLimit> limit = new_limit(entry.key, limits, reader);
    if (!limit) continue;
    static const ValueRule rule{Kind::adjustments};
    reader.enter(key + "." + entry.key.text(), rule, {});
    set_limits(entry.value, reader, *limit);
    reader.enter(key, rule, {});
    limits.push_back(*limit);
  }
  if (value.is_mapping()) return;
  std::vector<Value> names = value.items;
  if (value.is_scalar()) names.push_back(value);
  for (const Value& name : names) {
    if (!name.is_scalar()) {
      reader.sink().error("style-value-list", name.span, {{"key", key}});
    } else if (const std::optional<FitLimit> limit = new_limit(name.text, limits, reader)) {
      limits.push_back(*limit);
    }
  }
}

}  // namespace

std::optional<CountRange> parse_count_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::optional<int> least = whole_number(text.substr(0, dots));
  const std::optional<int> most = dots == std::string_view::npos ? least : whole_number(text.substr(dots + 2));
  if (!least || !most || *least > *most) return std::nullopt;
  return CountRange{*least, *most};
}

std::vector<FitLimit> default_fit_limits() { return {default_limits.begin(), default_limits.end()}; }

std::vector<StyleKey> fit_keys() {
  return {
      {"fit", {}, "", "making the article fill what it is given", "使文章恰好排满所给的篇幅", nullptr},
      {"fit.pages",
       {Kind::count_range, {1, most_counted}},
       "none",
       "pages to fill to the foot: 2, or 1..2 for any number between; none: as many as it takes",
       "要排满的页数：2，或 1..2（其间均可）；none 为不限",
       [](StyleDraft& d, const Value& v, ValueReader& r) { set_count(v, r, d.style.fit.pages); }},
      {"fit.columns",
       {Kind::count_range, {1, most_counted}},
       "none",
       "the same in columns: 4 on pages of three columns fill a page and the first column of the next",
       "同上，以栏计：每页三栏时，4 栏为一页加下一页的第一栏",
       [](StyleDraft& d, const Value& v, ValueReader& r) { set_count(v, r, d.style.fit.columns); }},
      {"fit.adjust",
       {Kind::adjustments, {}, names_of(adjustables)},
       "",
       "what may be changed for it, one after the other: [pitch, size], or with limits {pitch: 8%, images: [-20%, 10%]}. "
       "Otherwise pitch -8% to 12%, images -25% to 15%, size 8% either way, tracking -2% to 3% of an em",
       "为此可依次改动什么：[pitch, size]，或带限度 {pitch: 8%, images: [-20%, 10%]}。"
       "不写则为：行距 -8% 至 12%，图高 -25% 至 15%，字号 ±8%，字距 -2% 至 3% 字宽",
       set_adjust},
  };
}

}  // namespace banxin
