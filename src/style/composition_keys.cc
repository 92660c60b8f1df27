// Keys of `composition`: how paragraphs break and how their punctuation is spaced.
#include <algorithm>
#include <array>

#include "style/style_keys.h"
#include "text/locale_rules.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr std::array<Named<BreakLevel>, 10> levels = {{{"none", BreakLevel::none},
                                                       {"basic", BreakLevel::basic},
                                                       {"gb", BreakLevel::gb},
                                                       {"strict", BreakLevel::strict},
                                                       {"ja-very-strict", BreakLevel::ja_very_strict},
                                                       {"ja-strict", BreakLevel::ja_strict},
                                                       {"ja-loose", BreakLevel::ja_loose},
                                                       {"ja-newspaper", BreakLevel::ja_newspaper},
                                                       {"zh-loose", BreakLevel::zh_loose},
                                                       {"ko", BreakLevel::ko}}};
/// CSS Text's `line-break`; `strict` has the name of a level of ours.
constexpr std::array<std::string_view, 4> css_levels = {"auto", "loose", "normal", "anywhere"};

/// A width with the line edges that go with it, if any do.
struct WidthChoice {
  PunctuationWidth width = PunctuationWidth::quanjiao;
  std::optional<EdgeStart> start = {};
  std::optional<EdgeEnd> end = {};
  int first = 0;
};

/// The styles of CLREQ 3.1.6 and the keywords of CSS Text 4, `text-spacing-trim`.
constexpr std::array<Named<WidthChoice>, 11> widths = {{
    {"quanjiao", {PunctuationWidth::quanjiao}},
    {"kaiming", {PunctuationWidth::kaiming, EdgeStart::trim, EdgeEnd::trim}},
    {"banjiao", {PunctuationWidth::banjiao}},
    {"hangmobanjiao", {PunctuationWidth::hangmobanjiao, EdgeStart::trim, EdgeEnd::trim}},
    {"plain", {PunctuationWidth::plain, EdgeStart::keep, EdgeEnd::keep, 500}},
    {"jis", {PunctuationWidth::jis, EdgeStart::trim, EdgeEnd::jis}},
    {"space-all", {PunctuationWidth::plain, EdgeStart::keep, EdgeEnd::keep, 500}},
    {"space-first", {PunctuationWidth::quanjiao, EdgeStart::trim, EdgeEnd::allow, 500}},
    {"trim-start", {PunctuationWidth::quanjiao, EdgeStart::trim, EdgeEnd::allow}},
    {"trim-both", {PunctuationWidth::quanjiao, EdgeStart::trim, EdgeEnd::trim}},
    {"trim-all", {PunctuationWidth::banjiao}},
}};

constexpr std::array<Named<EdgeStart>, 2> edge_starts = {{{"trim", EdgeStart::trim}, {"keep", EdgeStart::keep}}};
constexpr std::array<Named<EdgeEnd>, 4> edge_ends = {
    {{"trim", EdgeEnd::trim}, {"allow", EdgeEnd::allow}, {"keep", EdgeEnd::keep}, {"jis", EdgeEnd::jis}}};
constexpr std::array<Named<int>, 3> edge_firsts = {{{"0", 0}, {"0.5em", 500}, {"-0.5em", -500}}};
constexpr std::array<Named<int>, 2> adjacents = {{{"1.5", 1500}, {"1", 1000}}};
constexpr std::array<Named<Hanging>, 3> hangings = {
    {{"off", Hanging::off}, {"allow-end", Hanging::allow_end}, {"force-end", Hanging::force_end}}};
constexpr std::array<Named<Adjustment>, 4> adjustments = {{{"least", Adjustment::least},
                                                           {"push-in-first", Adjustment::push_in_first},
                                                           {"push-out-first", Adjustment::push_out_first},
                                                           {"push-out-only", Adjustment::push_out_only}}};
constexpr std::array<Named<HangulBreak>, 3> hangul_breaks = {
    {{"auto", HangulBreak::automatic}, {"words", HangulBreak::words}, {"syllables", HangulBreak::syllables}}};
constexpr std::array<Named<std::string_view>, 3> emphases = {{{"dots", "dots"}, {"kai", "kai"}, {"hei", "hei"}}};
constexpr std::array<Named<bool>, 2> final_stops = {{{"adjustable", true}, {"rigid", false}}};

ValueRule choice(std::vector<std::string_view> names) { return {Kind::choice, {}, std::move(names)}; }

std::vector<std::string_view> level_names() {
  std::vector<std::string_view> names = names_of(levels);
  names.insert(names.end(), css_levels.begin(), css_levels.end());
  return names;
}

BreakLevel level_of_css(std::string_view keyword, Locale locale) {
  if (keyword == "anywhere") return BreakLevel::none;
  return keyword == "loose" ? locale_rules(locale).loose : locale_rules(locale).normal;
}

void set_level(StyleDraft& draft, const Value& value, ValueReader& reader) {
  CompositionOptions& composition = draft.style.composition;
  const std::string_view written = value.text.view();
  draft.level = written == "auto" ? StyleDraft::LevelChoice::automatic : StyleDraft::LevelChoice::fixed;
  if (std::find(css_levels.begin(), css_levels.end(), written) != css_levels.end()) {
    composition.level = level_of_css(written, composition.locale);
  } else if (written == "strict") {
    composition.level = locale_rules(composition.locale).strict;
  } else {
    reader.choice(value, levels, composition.level);
  }
}

void set_width(StyleDraft& draft, const Value& value, ValueReader& reader) {
  CompositionOptions& composition = draft.style.composition;
  if (value.is_scalar() && value.text.view() == "auto") return;
  WidthChoice chosen{composition.width, composition.edge_start, composition.edge_end, composition.edge_first};
  reader.choice(value, widths, chosen);
  composition.width = chosen.width;
  if (chosen.start) composition.edge_start = *chosen.start;
  if (chosen.end) composition.edge_end = *chosen.end;
  if (chosen.start) composition.edge_first = chosen.first;
}

void set_autospace(StyleDraft& draft, const Value& value, ValueReader& reader) {
  CompositionOptions& composition = draft.style.composition;
  reader.share(value, composition.autospace);
  composition.autospace_minimum = std::min(composition.autospace_minimum, composition.autospace);
  composition.autospace_maximum = composition.autospace == 0 ? 0 : std::max(composition.autospace_maximum, composition.autospace);
}

/// A limit on the wrong side of the space itself is the space itself.
void set_autospace_limit(StyleDraft& draft, const Value& value, ValueReader& reader, int direction) {
  CompositionOptions& composition = draft.style.composition;
  int& limit = direction < 0 ? composition.autospace_minimum : composition.autospace_maximum;
  reader.share(value, limit);
  limit = direction < 0 ? std::min(limit, composition.autospace) : std::max(limit, composition.autospace);
}

void set_emphasis(StyleDraft& draft, const Value& value, ValueReader& reader) {
  std::string_view emphasis = draft.style.emphasis;
  reader.choice(value, emphases, emphasis);
  draft.style.emphasis = std::string(emphasis);
}

}  // namespace

std::vector<StyleKey> composition_keys() {
  return {
      {"composition",
       {},
       "",
       "how lines are made; what is not set follows the article's language",
       "行的排法；不设的随文章的语言",
       nullptr},
      {"composition.level", choice(level_names()), "auto", "which characters may begin or end a line", "避头尾的严格程度", set_level},
      {"composition.width", choice([] {
         std::vector<std::string_view> names = names_of(widths);
         names.push_back("auto");
         return names;
       }()),
       "auto", "width of punctuation", "标点的宽度", set_width},
      {"composition.edges", {}, "", "punctuation at the ends of lines", "行首行末的标点", nullptr},
      {"composition.edges.start", choice(names_of(edge_starts)), "", "blank before an opening mark at a line's head",
       "行首起始标点前的空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, edge_starts, d.style.composition.edge_start); }},
      {"composition.edges.end", choice(names_of(edge_ends)), "", "blank after a mark at a line's foot", "行末标点后的空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, edge_ends, d.style.composition.edge_end); }},
      {"composition.edges.first", choice(names_of(edge_firsts)), "", "what an opening mark at a paragraph's start adds to the indent",
       "段首起始标点在缩进之外增减的空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, edge_firsts, d.style.composition.edge_first); }},
      {"composition.adjacent", choice(names_of(adjacents)), "", "a closing and an opening mark together, in em",
       "相邻的结束与起始标点合计的宽度（em）",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, adjacents, d.style.composition.adjacent); }},
      {"composition.hang", choice(names_of(hangings)), "", "whether punctuation hangs out of the line's foot", "行末标点是否悬挂",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, hangings, d.style.composition.hang); }},
      {"composition.hang_colon_exclamation",
       {Kind::boolean},
       "",
       "whether ：；！？ hang too",
       "冒号、分号、叹号、问号是否也悬挂",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.composition.hang_colon_exclamation); }},
      {"composition.autospace",
       {Kind::share, {0, 1000}},
       "",
       "space between ideographs and Latin or digits, in em",
       "汉字与西文、数字之间的空白（em）",
       set_autospace},
      {"composition.autospace_minimum",
       {Kind::share, {0, 1000}},
       "",
       "what that space may shrink to, in em",
       "这一空白最小可缩到（em）",
       [](StyleDraft& d, const Value& v, ValueReader& r) { set_autospace_limit(d, v, r, -1); }},
      {"composition.autospace_maximum",
       {Kind::share, {0, 1000}},
       "",
       "what that space may grow to before the gaps between ideographs open, in em",
       "这一空白最大可放到（em），之后才放字距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { set_autospace_limit(d, v, r, 1); }},
      {"composition.hangul_break", choice(names_of(hangul_breaks)), "auto",
       "where a line of Korean may end; auto: between syllables on measures up to 20 em, else at spaces only",
       "韩文在何处换行；auto：行长不超过 20 字时可在音节之间，否则只在空格处",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, hangul_breaks, d.style.composition.hangul_break); }},
      {"composition.collapse_typed_space",
       {Kind::boolean},
       "",
       "whether a typed space there is taken for that space",
       "该处打出的空格是否并入这一空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.composition.collapse_typed_space); }},
      {"composition.adjust", choice(names_of(adjustments)), "", "what is done when the next character does not fit",
       "行末排不下时推入还是推出",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, adjustments, d.style.composition.adjust); }},
      {"composition.final_stop", choice(names_of(final_stops)), "", "whether the blank after 。！？ may shrink", "句末点号后的空白可否缩小",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, final_stops, d.style.composition.final_stop_adjustable); }},
      {"composition.min_last",
       {Kind::integer, {1, 10}},
       "",
       "fewest characters on a paragraph's last line",
       "段末一行的最少字数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.composition.min_last); }},
      {"composition.hyphenate",
       {Kind::boolean},
       "",
       "whether Latin words are divided",
       "西文是否断词",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.composition.hyphenate); }},
      {"composition.emphasis", choice(names_of(emphases)), "dots", "how *emphasis* looks in Chinese", "*着重* 在中文里的样子",
       set_emphasis},
  };
}

}  // namespace banxin
