// Keys of what is printed with the matter of official documents (`matter.…`).
#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange rows{100, 20000};
constexpr ValueRange rules{5, 2000};
constexpr ValueRange seals{1000, 50000};
constexpr ValueRange gaps{0, 50000};

}  // namespace

std::vector<StyleKey> matter_keys() {
  return {
      {"matter", {}, "", "what is printed with the matter of official documents", "公文各要素所附印的字与线", nullptr},
      {"matter.attachments",
       {Kind::localized_text},
       "附件：",
       "before the attachments",
       "附件之前的字",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.matter.attachments); }},
      {"matter.copies",
       {Kind::localized_text},
       "抄送：",
       "before those who get copies",
       "抄送机关之前的字",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.matter.copies); }},
      {"matter.printed",
       {Kind::localized_text},
       "印发",
       "behind the date of printing",
       "印发日期之后的字",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.localized_text(v, d.style.matter.printed); }},
      {"matter.lines_for_seal",
       {Kind::integer, {0, 20}},
       "2",
       "empty lines above a signature that is sealed",
       "加盖印章的署名之上空几行",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.matter.lines_for_seal); }},
      {"matter.seal",
       {Kind::length, seals},
       "42mm",
       "diameter of a seal: signatures of several authorities stand so far apart that each has room for its own",
       "印章直径：联合行文时各署名的间距须容下各自的印章",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.matter.seal); }},
      {"matter.between_seals",
       {Kind::length, gaps},
       "1mm",
       "least space between two seals",
       "相邻印章的最小间距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.matter.between_seals); }},
      {"matter.record", {}, "", "the record of copies and printing at the foot of the last page", "末页页脚的版记", nullptr},
      {"matter.record.row",
       {Kind::length, rows},
       "2em",
       "height of a row of one line",
       "每行（单行文字）的高度",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.matter.record.row); }},
      {"matter.record.outer_rule",
       {Kind::length, rules},
       "1pt",
       "weight of the first and the last rule",
       "首线与末线的粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.matter.record.outer_rule); }},
      {"matter.record.inner_rule",
       {Kind::length, rules},
       "0.7pt",
       "weight of the rules between rows",
       "中间各线的粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.matter.record.inner_rule); }},
  };
}

}  // namespace banxin
