// Keys of what becomes of the pages: bleed and printer's marks, the file.
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange bleeds{0, 7200};

constexpr std::array<Named<OutputStyle::Colours>, 3> colours = {
    {{"auto", OutputStyle::Colours::automatic}, {"gray", OutputStyle::Colours::gray}, {"cmyk", OutputStyle::Colours::cmyk}}};

constexpr std::array<Named<bool PrinterMarks::*>, 4> marks = {{{"crop", &PrinterMarks::crop},
                                                               {"registration", &PrinterMarks::registration},
                                                               {"colour-bar", &PrinterMarks::colour_bar},
                                                               {"slug", &PrinterMarks::slug_line}}};

std::vector<std::string_view> standard_names() {
  std::vector<std::string_view> names;
  for (const PdfStandard& standard : pdf_standards()) names.push_back(standard.name);
  return names;
}

std::vector<std::string_view> mark_choices() {
  std::vector<std::string_view> names = names_of(marks);
  names.insert(names.begin(), {"none", "all"});
  return names;
}

/// `none`, `all`, one of the marks, or a list of them.
void set_marks(StyleDraft& draft, const Value& value, ValueReader& reader) {
  PrinterMarks& chosen = draft.style.page.marks;
  chosen = {};
  const bool all = value.is_scalar() && value.text.view() == "all";
  if (all) chosen = {true, true, true, true};
  if (all || (value.is_scalar() && value.text.view() == "none")) return;
  for (const Value& item : value.is_sequence() ? std::span(value.items) : std::span(&value, 1)) {
    bool PrinterMarks::*mark = nullptr;
    reader.choice(item, marks, mark);
    if (mark != nullptr) chosen.*mark = true;
  }
}

}  // namespace

std::vector<StyleKey> output_keys() {
  return {
      {"page.bleed",
       {Kind::length, bleeds},
       "0mm",
       "how far pictures and tints at the trim edge run beyond it; print shops ask for 3mm",
       "出血：图与底色到裁切边时再伸出多少；印厂一般要 3mm",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.page.bleed); }},
      {"page.marks",
       {Kind::names, {}, mark_choices()},
       "none",
       "marks for the cutter and the printer beyond the trim: crop marks, registration crosses, a colour bar, a line of words",
       "裁切边以外的印刷标记：裁切线、套准十字、色标、文字说明",
       set_marks},
      {"output", {}, "", "the file", "输出文件", nullptr},
      {"output.standard",
       {Kind::choice, {}, standard_names()},
       std::string(pdf_standards().front().name),
       "the PDF standard",
       "PDF 标准",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.standard(v, d.style.output.standard); }},
      {"output.colour",
       {Kind::choice, {}, names_of(colours)},
       "auto",
       "gray: black alone, for office printers (no tint of an area under 10%, no line or text under 40%); cmyk: process inks, pictures "
       "too; "
       "auto: as written, under x-4 colours in process inks and RGB pictures kept",
       "gray：只用黑色，适合办公打印机（底色不浅于 10%，线与字不浅于 40%）；cmyk：四色油墨，图片也转换；"
       "auto：照写，x-4 下颜色转为油墨、RGB 图片保留",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, colours, d.style.output.colours); }},
      {"output.profile",
       {Kind::text},
       "",
       "an ICC profile, the printing condition; none: sRGB. x-4 and cmyk need the print shop's",
       "ICC 特性文件，即印刷条件；不设则为 sRGB。x-4 与 cmyk 须用印厂的",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.text(v, d.style.output.profile); }},
      {"output.total_ink",
       {Kind::share, {1000, 4000}},
       "300%",
       "ink on one spot, all layers together; more in process inks brings a warning",
       "总墨量上限；四色油墨超过时提醒",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.share(v, d.style.output.total_ink); }},
      {"output.password",
       {Kind::text},
       "",
       "a password to open the file with; not in PDF/A",
       "打开文件的密码；PDF/A 不允许",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.text(v, d.style.output.password); }},
      {"output.compress",
       {Kind::boolean},
       "true",
       "whether its streams are compressed",
       "是否压缩",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.output.compress); }},
  };
}

}  // namespace banxin
