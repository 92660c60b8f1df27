// Keys of the head of the article (`head.…`), its rules (`head.rules.NAME.KEY`) and the notes column (`page.notes.…`).
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange distances{-200000, 200000};
constexpr ValueRange gaps{0, 50000};
constexpr ValueRange extents{0, 500000};
constexpr ValueRange weights{5, 2000};
constexpr ValueRange frames{0, 500};

constexpr std::array<Named<HeadStyle::Deck>, 3> deck_places = {
    {{"head", HeadStyle::Deck::head}, {"column", HeadStyle::Deck::column}, {"box", HeadStyle::Deck::box}}};

constexpr std::array<Named<int>, 8> spans = {
    {{"all", 0}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}, {"6", 6}, {"7", 7}}};
constexpr std::array<Named<bool>, 2> box_columns = {{{"first", false}, {"last", true}}};

std::vector<StyleKey> block_keys() {
  return {
      {"head", {}, "", "where the title block stands", "标题区的位置", nullptr},
      {"head.span",
       {Kind::choice, {}, names_of(spans)},
       "all",
       "columns that it runs over, from the first; in the others the text begins beside it",
       "标题区所跨栏数，自首栏起；其余各栏的正文在其旁开始",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, spans, d.style.head.columns); }},
      {"head.start",
       {Kind::integer, {0, 100}},
       "0",
       "grid line, from 0, at which it begins",
       "从第几行开始（首行为 0）",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.head.start_line); }},
      {"head.masthead",
       {Kind::text},
       "masthead.name",
       "variables that must all say something where there is a masthead; a|b: one of them",
       "这些变量都有内容时即有报头；a|b 为其一有内容",
       [](StyleDraft& d, const Value& v, ValueReader& r) {
         r.text(v, d.style.head.masthead);
         check_conditions(v, r);
       }},
      {"head.start_with_masthead",
       {Kind::integer, {0, 100}},
       "0",
       "the same, below a masthead",
       "有报头时从第几行开始",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.head.start_line_with_masthead); }},
      {"head.before",
       {Kind::length, distances},
       "0",
       "from that line's em-top to the first element's",
       "该行字框顶到第一项字框顶的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.before); }},
      {"head.minimum_after",
       {Kind::length, gaps},
       "1em",
       "least space between it and the body",
       "与正文之间的最小空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.minimum_after); }},
      {"head.width",
       {Kind::length, extents},
       "",
       "of its texts, when they must leave room at the right",
       "右侧需留空时，标题区文字的宽度",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.width); }},
      {"head.order",
       {Kind::names},
       "",
       "its elements from top to bottom (kicker, title, subtitle, deck, byline), and the names of its rules between them",
       "自上而下的各项（kicker、title、subtitle、deck、byline）及其间的线的名字",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.texts(v, d.style.head.order); }},
      {"head.rules", {}, "", "rules across it", "标题区中的线", nullptr},
  };
}

std::vector<StyleKey> deck_keys() {
  return {
      {"head.deck",
       {Kind::choice, {}, names_of(deck_places)},
       "head",
       "where the deck stands: in the head, at the head of the first column, or in a box over one column",
       "提要的位置：标题区内、第一栏栏首，或占一栏的框",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, deck_places, d.style.head.deck); }},
      {"head.deck_label",
       {Kind::localized_text},
       "",
       "what is printed before the deck",
       "提要前所印的字",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.head.deck_label); }},
      {"head.deck_box", {}, "", "the box of the deck", "提要框", nullptr},
      {"head.deck_box.fill",
       {Kind::optional_colour},
       "none",
       "its tint",
       "底色",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.colour_or_none(v, d.style.head.deck_box.fill); }},
      {"head.deck_box.frame",
       {Kind::length, frames},
       "0.35pt",
       "weight of its frame, inside the box; 0: none",
       "框线粗细，画在框内；0 为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.frame); }},
      {"head.deck_box.padding",
       {Kind::length, gaps},
       "1em",
       "white inside it",
       "框内留白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.padding); }},
      {"head.deck_box.bullet",
       {Kind::length, gaps},
       "0",
       "diameter of the dot before each line of the deck",
       "每条前圆点的直径",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.bullet); }},
      {"head.deck_box.hang",
       {Kind::length, gaps},
       "0",
       "from the dot's left to the text",
       "圆点左缘到文字的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.hang); }},
      {"head.deck_box.between",
       {Kind::length, gaps},
       "0",
       "space between two lines of the deck as written",
       "两条之间的空白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.between); }},
      {"head.deck_box.column",
       {Kind::choice, {}, names_of(box_columns)},
       "last",
       "the column at whose head it stands",
       "在第一栏还是末栏的栏首",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, box_columns, d.style.head.deck_box.in_last_column); }},
      {"head.deck_box.top_rule",
       {Kind::length, frames},
       "0",
       "weight of a rule along its upper edge; 0: none",
       "上缘线的粗细；0 为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.top_rule); }},
      {"head.deck_box.top",
       {Kind::length, gaps},
       "0",
       "white above its first text, besides the padding",
       "首行文字之上另加的留白",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.top); }},
      {"head.deck_box.minimum_lines",
       {Kind::integer, {0, 100}},
       "0",
       "grid lines that it takes at least in an article with figures: what stands beside it may be as high",
       "文章有图时至少占几行，旁边的图可与之同高",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.head.deck_box.minimum_lines); }},
      {"head.deck_box.byline",
       {Kind::boolean},
       "false",
       "whether source and names stand in it, each on a line below the deck",
       "来源与作者是否排在框内提要之下，各占一行",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.head.deck_box.byline); }},
      {"head.deck_box.label_rule",
       {Kind::length, extents},
       "0",
       "length of a short rule below the label; 0: none",
       "标签下短线的长度；0 为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.head.deck_box.label_rule); }},
  };
}

std::vector<StyleKey> notes_keys() {
  return {
      {"page.notes", {}, "", "the column for the reader's notes beside the text", "正文旁供读者书写的一栏", nullptr},
      {"page.notes.width",
       {Kind::length, extents},
       "0",
       "its width; 0: there is none",
       "宽度；0 为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.notes.width); }},
      {"page.notes.gap",
       {Kind::length, gaps},
       "2em",
       "from the text to it",
       "与正文的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.notes.gap); }},
  };
}

}  // namespace

std::vector<StyleKey> head_keys() {
  std::vector<StyleKey> keys;
  for (const auto part : {block_keys, deck_keys, notes_keys}) {
    for (StyleKey& key : part()) keys.push_back(std::move(key));
  }
  return keys;
}

std::span<const HeadRuleKey> head_rule_keys() {
  static const std::vector<HeadRuleKey> keys = {
      {"weight",
       {Kind::length, weights},
       "its weight",
       "粗细",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.length(v, rule.weight); }},
      {"before",
       {Kind::length, distances},
       "least space to the element above",
       "与上一项的最小距离",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.length(v, rule.before); }},
      {"after",
       {Kind::length, distances},
       "to the em-top of the element below; least space to the body",
       "到下一项字框顶的距离；到正文的最小距离",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.length(v, rule.after); }},
      {"y",
       {Kind::length, distances},
       "its place below the line at which the head begins; it gives way downwards",
       "在标题区起始行字框顶以下的位置，上方排不下时下移",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.length(v, rule.y); }},
      {"with",
       {Kind::text},
       "an element that it stands with",
       "与哪一项同在",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.text(v, rule.with); }},
      {"full",
       {Kind::boolean},
       "whether it runs over all columns, not the head's own width",
       "是否通栏，不限于标题区文字的宽度",
       [](HeadRule& rule, const Value& v, ValueReader& r) { r.boolean(v, rule.full); }},
  };
  return keys;
}

}  // namespace banxin
