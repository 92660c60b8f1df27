// Keys of worksheets: numbers of paragraphs and lines (`numbering.…`), questions (`questions.…`).
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange gaps{0, 50000};
constexpr ValueRange rules{5, 2000};
constexpr std::array<Named<bool>, 2> paragraph_numbers = {{{"none", false}, {"circled", true}}};

}  // namespace

std::vector<StyleKey> worksheet_keys() {
  return {
      {"numbering", {}, "", "numbers by which a text is cited", "便于指称的段号与行号", nullptr},
      {"numbering.paragraphs",
       {Kind::choice, {}, names_of(paragraph_numbers)},
       "none",
       "before each paragraph of the body: ① to ㊿",
       "正文各段之前：①至㊿",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, paragraph_numbers, d.style.numbering.paragraphs); }},
      {"numbering.lines",
       {Kind::integer, {0, 100}},
       "0",
       "beside every so many lines of the body, counted through all pages; 0: none",
       "正文每隔几行注行号，各页连续；0 为不注",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.numbering.lines); }},
      {"numbering.gap",
       {Kind::length, gaps},
       "0.75em",
       "from the number of a line to the line",
       "行号到正文的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.numbering.gap); }},
      {"questions", {}, "", "the questions of a worksheet", "练习题", nullptr},
      {"questions.heading",
       {Kind::localized_text},
       "",
       "above the first question, below a rule; none: neither",
       "第一题之上、线之下的标题；不设则二者皆无",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.questions.heading); }},
      {"questions.hint",
       {Kind::localized_text},
       "",
       "at the right of that heading",
       "标题右侧的提示",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.questions.hint); }},
      {"questions.marks",
       {Kind::localized_text},
       "（#分）",
       "how marks are printed, # for their number",
       "分值的印法，# 代表数目",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.questions.marks); }},
      {"questions.count",
       {Kind::localized_text},
       "",
       "below the right end of every fourth row of squares, # for their number so far",
       "每四行作文格右端之下的字数，# 代表数目",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.questions.count); }},
      {"questions.rule",
       {Kind::length, rules},
       "1pt",
       "weight of the rule above the heading",
       "标题之上的线的粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.questions.rule); }},
      {"questions.rule_before",
       {Kind::length, gaps},
       "6pt",
       "from the text above to that rule",
       "上文到该线的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.questions.rule_before); }},
      {"questions.outdent",
       {Kind::length, gaps},
       "0",
       "by how much that rule begins left of the text",
       "该线左端伸出正文的长度",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.questions.outdent); }},
      {"questions.squares_in_a_row",
       {Kind::integer, {5, 50}},
       "20",
       "squares in a row",
       "作文格每行格数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.questions.squares_in_a_row); }},
      {"questions.squares_gap",
       {Kind::length, gaps},
       "8pt",
       "between two rows of squares",
       "两行作文格的间距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.questions.squares_gap); }},
  };
}

}  // namespace banxin
