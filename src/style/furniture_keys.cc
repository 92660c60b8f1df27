// Keys of furniture items: `furniture.NAME.KEY`, beside the type of a text's own (font, weight, size, tracking).
#include <algorithm>
#include <array>

#include "style/furniture.h"
#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;
using On = FurnitureItem::On;
using Side = FurnitureItem::Side;
using From = FurnitureItem::From;

constexpr std::array<Named<On>, 4> pages = {{{"first", On::first}, {"later", On::later}, {"all", On::all}, {"last", On::last}}};
constexpr std::array<Named<Side>, 5> sides = {
    {{"left", Side::left}, {"right", Side::right}, {"centre", Side::centre}, {"inner", Side::inner}, {"outer", Side::outer}}};
constexpr std::array<Named<From>, 5> origins = {{{"page-top", From::page_top},
                                                 {"area-top", From::area_top},
                                                 {"area-bottom", From::area_bottom},
                                                 {"page-bottom", From::page_bottom},
                                                 {"text-end", From::text_end}}};

constexpr ValueRange places{-500000, 500000};
constexpr ValueRange extents{0, 500000};
constexpr ValueRange rules{5, 2000};

std::vector<std::string_view> variable_names() {
  std::vector<std::string_view> names;
  for (const FurnitureVariable& variable : furniture_variables()) names.push_back(variable.name);
  return names;
}

/// Reports `name`, a part of the value's text, when no variable is called so.
void check_variable(std::string_view name, const Value& value, ValueReader& reader) {
  const std::vector<std::string_view> names = variable_names();
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  const auto begin = static_cast<std::size_t>(name.data() - value.text.view().data());
  const SourceSpan span = value.text.span(begin, begin + name.size());
  suggest(reader.sink().error("style-variable-unknown", span, {{"name", std::string(name)}, {"known", joined(names)}}), name, names);
}

void set_text(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.text(value, item.text);
  check_variables(value, reader);
}

void check_conditions(const Value& value, ValueReader& reader) {
  std::string_view rest = value.text.view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" |"), rest.size());
    if (end > 0) check_variable(rest.substr(0, end), value, reader);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void set_when(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.text(value, item.when);
  check_conditions(value, reader);
}

void set_unless(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.text(value, item.unless);
  check_conditions(value, reader);
}

void set_colour(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.colour(value, item.colour);
  item.style.colour = item.colour;
}

}  // namespace

void check_variables(const Value& value, ValueReader& reader) {
  if (!value.is_scalar()) return;
  bool unclosed = false;
  for (const VariableUse& use : variable_uses(value.text.view(), &unclosed)) {
    if (use.names.empty()) check_variable(value.text.view().substr(use.begin + 2, 0), value, reader);
    for (const std::string_view name : use.names) check_variable(name, value, reader);
  }
  if (unclosed) reader.sink().error("style-variable-open", value.span);
}

std::span<const FurnitureKey> furniture_keys() {
  static const std::vector<FurnitureKey> keys = {
      {"text",
       {Kind::text},
       "what is printed, with ${variables}; ${a|b} is the first of them that says something",
       "所印的文字，可用 ${变量}；${a|b} 取其中第一个有内容的",
       set_text},
      {"rule",
       {Kind::length, rules},
       "a rule instead of a text, and its weight",
       "不印文字而画线，写线的粗细",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.weight); }},
      {"on",
       {Kind::choice, {}, names_of(pages)},
       "pages it stands on",
       "印在哪些页上",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.choice(v, pages, i.on); }},
      {"when",
       {Kind::text},
       "variables that must all say something; a|b: one of them",
       "这些变量都有内容时才印；a|b 为其一有内容",
       set_when},
      {"unless", {Kind::text}, "variables of which none may say anything", "这些变量都没有内容时才印", set_unless},
      {"side",
       {Kind::choice, {}, names_of(sides)},
       "edge of the type area that x counts from; a text stands against it",
       "x 从版心的哪一边算起，文字即靠向该边",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.choice(v, sides, i.side); }},
      {"x",
       {Kind::length, places},
       "to the right of that edge; of inner and outer, into the page",
       "向右的距离；inner、outer 为向页内",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.x); }},
      {"from",
       {Kind::choice, {}, names_of(origins)},
       "what y counts from, downwards",
       "y 从哪里向下算起",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.choice(v, origins, i.from); }},
      {"y",
       {Kind::length, places},
       "to the em-top of a text, to the middle of a rule",
       "到文字的字框顶，或线的中心",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.y); }},
      {"baseline",
       {Kind::boolean},
       "whether y is a text's baseline",
       "y 是否指基线",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.boolean(v, i.baseline); }},
      {"width",
       {Kind::length, extents},
       "of a rule along the line, the whole area if absent; the room of a text, for the ladder of its size",
       "线的长度，不写为版心宽；文字可用的宽度，据此选字号",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.length); }},
      {"height",
       {Kind::length, extents},
       "of an upright rule",
       "竖线的高度",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.height); }},
      {"colour", {Kind::colour}, "colour", "颜色", set_colour},
  };
  return keys;
}

}  // namespace banxin
