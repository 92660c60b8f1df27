// Keys of tables, boxes and pull quotes.
#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange weights{0, 500};

constexpr std::array<Named<bool>, 2> table_rules = {{{"three-line", false}, {"full", true}}};

}  // namespace

std::vector<StyleKey> body_block_keys() {
  return {
      {"tables", {}, "", "rules and numbers of tables", "表格的线与表号", nullptr},
      {"tables.rules",
       {Kind::choice, {}, names_of(table_rules)},
       "three-line",
       "of a table whose author does not say: three-line has rules above, below the header and below; full parts all cells",
       "作者未写明时的表线：three-line 为三线表，full 为全线",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, table_rules, d.style.tables.full); }},
      {"tables.thick",
       {Kind::length, weights},
       "1pt",
       "weight of the rules above and below",
       "顶线和底线粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.tables.thick); }},
      {"tables.thin",
       {Kind::length, weights},
       "0.35pt",
       "weight of the other rules",
       "其余表线粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.tables.thin); }},
      {"tables.number",
       {Kind::localized_text},
       "",
       "what stands before the caption of a table, # for its number: 表#; empty: nothing",
       "表题之前的表号，# 代表序号，如 表#；空为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.tables.number); }},
      {"boxes", {}, "", "boxes in the text", "文中加框", nullptr},
      {"boxes.fill",
       {Kind::optional_colour},
       "none",
       "their tint",
       "底色",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.colour_or_none(v, d.style.boxes.fill); }},
      {"boxes.frame",
       {Kind::length, weights},
       "0.35pt",
       "weight of their frame, inside the box; 0: none",
       "框线粗细，画在框内；0 为没有",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.boxes.frame); }},
      {"pullquotes", {}, "", "rules of pull quotes", "醒目引语的线", nullptr},
      {"pullquotes.rule",
       {Kind::length, weights},
       "1.5pt",
       "weight of the rule above one; the one below is 0.35pt, or as heavy as tables.thin where that is more",
       "上方线条的粗细；下方的为 0.35pt，tables.thin 更粗时与它相同",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.pull_quotes.rule); }},
      {"pullquotes.colour",
       {Kind::colour},
       "black",
       "colour of that rule",
       "该线条的颜色",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.colour(v, d.style.pull_quotes.colour); }},
  };
}

}  // namespace banxin
