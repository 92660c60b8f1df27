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
using Within = FurnitureItem::Within;

constexpr std::array<Named<On>, 6> pages = {
    {{"first", On::first}, {"later", On::later}, {"all", On::all}, {"last", On::last}, {"odd", On::odd}, {"even", On::even}}};
constexpr std::array<Named<Within>, 3> widths = {{{"area", Within::area}, {"text", Within::text}, {"notes", Within::notes}}};
constexpr std::array<Named<Side>, 5> sides = {
    {{"left", Side::left}, {"right", Side::right}, {"centre", Side::centre}, {"inner", Side::inner}, {"outer", Side::outer}}};
constexpr std::array<Named<From>, 10> origins = {{{"page-top", From::page_top},
                                                  {"area-top", From::area_top},
                                                  {"area-bottom", From::area_bottom},
                                                  {"page-bottom", From::page_bottom},
                                                  {"title-end", From::title_end},
                                                  {"head-rule", From::head_rule},
                                                  {"head-end", From::head_end},
                                                  {"first-line", From::first_line},
                                                  {"text-end", From::text_end},
                                                  {"notes-end", From::notes_end}}};

constexpr ValueRange places{-500000, 500000};
constexpr ValueRange extents{0, 500000};
constexpr ValueRange rules{5, 5000};
constexpr ValueRange frames{0, 500};
constexpr ValueRange dots{50, 10000};

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
  reader.localized_text(value, item.text);
  check_variables(value, reader);
}

void set_when(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.text(value, item.when);
  check_conditions(value, reader);
}

void set_unless(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.text(value, item.unless);
  check_conditions(value, reader);
}

void set_to(FurnitureItem& item, const Value& value, ValueReader& reader) {
  From to = From::text_end;
  reader.choice(value, origins, to);
  item.to = to;
}

void set_colour(FurnitureItem& item, const Value& value, ValueReader& reader) {
  reader.colour(value, item.colour);
  item.style.colour = item.colour;
}

}  // namespace

void check_variables(const Value& value, ValueReader& reader) {
  for (const yaml::Entry& entry : value.entries) check_variables(entry.value, reader);
  if (!value.is_scalar()) return;
  bool unclosed = false;
  for (const VariableUse& use : variable_uses(value.text.view(), &unclosed)) {
    if (use.names.empty()) check_variable(value.text.view().substr(use.begin + 2, 0), value, reader);
    for (const std::string_view name : use.names) check_variable(name, value, reader);
  }
  if (unclosed) reader.sink().error("style-variable-open", value.span);
}

void check_conditions(const Value& value, ValueReader& reader) {
  std::string_view rest = value.text.view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" |"), rest.size());
    if (end > 0) check_variable(rest.substr(0, end), value, reader);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

namespace {

std::vector<FurnitureKey> kind_keys() {
  return {
      {"text",
       {Kind::localized_text},
       "what is printed, with ${variables}; ${a|b} is the first of them that says something, **bold** is set in hei 700",
       "所印的文字，可用 ${变量}；${a|b} 取其中第一个有内容的，**加重** 用黑体粗",
       set_text},
      {"rule",
       {Kind::length, rules},
       "a rule instead of a text, and its weight",
       "不印文字而画线，写线的粗细",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.weight); }},
      {"qr",
       {Kind::text},
       "a QR code of this instead of a text, a square of its width; its text may have ${variables}",
       "不印文字而印其二维码，边长为 width；可用 ${变量}",
       set_text},
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
      {"min_room",
       {Kind::length, extents},
       "it stands only where the text ends at least so far above the area's foot",
       "正文末行到版心底至少有这么多空时才印",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.minimum_room); }},
      {"max_room",
       {Kind::length, extents},
       "it stands only where the text ends less than that above the area's foot",
       "正文末行到版心底不足这么多空时才印",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.maximum_room); }},
  };
}

std::vector<FurnitureKey> place_keys() {
  return {
      {"within",
       {Kind::choice, {}, names_of(widths)},
       "whose edges count: of the text and notes together, of the text, of the notes",
       "以哪里的边为准：正文连同笔记栏、正文、笔记栏",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.choice(v, widths, i.within); }},
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
      {"beside",
       {Kind::text},
       "an earlier item: where that is printed, x is the distance from its far end",
       "前面的某个部件：它印出时，x 从它的另一端算起",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.text(v, i.beside); }},
      {"with",
       {Kind::text},
       "an earlier item without which this one does not stand",
       "前面的某个部件：它不印时，这个也不印",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.text(v, i.with); }},
      {"under",
       {Kind::text},
       "an earlier item: where its “stack” has several lines, this one stands lower by the grid lines that these take",
       "前面的某个部件：它的 stack 不止一行时，这个按所多占的行数下移",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.text(v, i.under); }},
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
       "whether y is a text's baseline; of a rule from first-line, whether it counts from that line's baseline",
       "y 是否指基线；以 first-line 为准的线，y 是否从该行基线算起",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.boolean(v, i.baseline); }},
  };
}

std::vector<FurnitureKey> form_keys() {
  return {
      {"width",
       {Kind::length, extents},
       "of a rule, all between the edges if absent; the room of a text, for the ladder of its size; of a box, at least",
       "线的长度，不写则通栏；文字可用的宽度，据此选字号；框的最小宽度",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.length); }},
      {"measured_in",
       {Kind::length, extents},
       "width of the room that x and width were measured in: they shrink with a narrower one; a rule begins behind the text it stands "
       "“with”",
       "x 和 width 是按多宽的地方量的：地方更窄时按比例缩小；线从 with 所指的文字之后画起",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.measured_in); }},
      {"stack",
       {Kind::length, extents},
       "line pitch, at the largest size, of several issuers: each on a line of its own, as wide as the widest; 0: all in one line",
       "多个发文机关分行排列时的行距（按最大字号）：每个一行，各行等宽；0 为排成一行",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.stack); }},
      {"stack_end",
       {Kind::localized_text},
       "what the last of them may end with: it then stands beside all of them, halfway down",
       "末一个机关名称之后可带的字，如“文件”：排在各名称右侧，上下居中",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.localized_text(v, i.stack_end); }},
      {"height",
       {Kind::length, extents},
       "of an upright rule, of a box; of a stack, at most, for the ladder of its size",
       "竖线或框的高度；分行排列的机关名称最多占的高度，据此选字号",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.height); }},
      {"dotted",
       {Kind::length, dots},
       "a rule of round dots, so far apart from centre to centre",
       "圆点线，写圆点的间距",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.dot_pitch); }},
      {"every",
       {Kind::length, places},
       "a rule is repeated every so far, upwards when negative, as far as “to”",
       "每隔多远重复一条线，负数为向上，直到 to",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.every); }},
      {"to",
       {Kind::choice, {}, names_of(origins)},
       "where an upright rule ends, or the last of repeated ones at most",
       "竖线的终点，或重复的线最多到哪里",
       set_to},
      {"to_y",
       {Kind::length, places},
       "the end's distance below that",
       "终点在其下多远",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.to_y); }},
      {"fill",
       {Kind::optional_colour},
       "tint of a box that the text stands in the middle of",
       "文字居中的框的底色",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.colour_or_none(v, i.fill); }},
      {"frame",
       {Kind::length, frames},
       "weight of that box's frame",
       "框线粗细",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.frame); }},
      {"padding",
       {Kind::length, extents},
       "least space between the box's sides and its text",
       "框与文字左右的最小距离",
       [](FurnitureItem& i, const Value& v, ValueReader& r) { r.length(v, i.padding); }},
      {"colour", {Kind::colour}, "colour", "颜色", set_colour},
  };
}

}  // namespace

std::span<const FurnitureKey> furniture_keys() {
  static const std::vector<FurnitureKey> keys = [] {
    std::vector<FurnitureKey> all;
    for (const auto part : {kind_keys, place_keys, form_keys}) {
      for (FurnitureKey& key : part()) all.push_back(std::move(key));
    }
    return all;
  }();
  return keys;
}

}  // namespace banxin
