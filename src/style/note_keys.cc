// Keys of footnotes.
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange rules{5, 2000};

constexpr std::array<Named<NoteStyle::Place>, 3> places = {
    {{"column", NoteStyle::Place::column}, {"page", NoteStyle::Place::page}, {"end", NoteStyle::Place::end}}};
constexpr std::array<Named<NoteStyle::Numbering>, 2> numberings = {
    {{"page", NoteStyle::Numbering::page}, {"article", NoteStyle::Numbering::article}}};

}  // namespace

std::vector<StyleKey> note_keys() {
  return {
      {"footnotes", {}, "", "notes at the foot; their type is text.footnote", "脚注；字体字号见 text.footnote", nullptr},
      {"footnotes.place",
       {Kind::choice, {}, names_of(places)},
       "column",
       "column: at the foot of the column that holds the mark; page: at the foot of its page, over all columns; end: after the text",
       "column：注码所在栏的栏末；page：注码所在页的页末，通栏；end：文后",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, places, d.style.footnotes.place); }},
      {"footnotes.numbering",
       {Kind::choice, {}, names_of(numberings)},
       "page",
       "page: ① on every page anew; article: one count for the article, as always at its end and where a note is called for again",
       "page：每页从①编起；article：全文连续编号，文后注和重复引用的注总是如此",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, numberings, d.style.footnotes.numbering); }},
      {"footnotes.rule",
       {Kind::optional_length, rules},
       "0.35pt",
       "weight of the rule above them, a third of what they stand over wide",
       "注文上方横线的粗细，长为注文宽度的三分之一",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length_or_none(v, d.style.footnotes.rule); }},
  };
}

}  // namespace banxin
