// What texts an article has and how each can be set: two tables whose product is the keys `text.ELEMENT.PROPERTY`.
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

const std::array<Named<FontRole>, 6>& font_roles() {
  const auto named = [](FontRole role) { return Named<FontRole>{name_of(role), role}; };
  static const std::array<Named<FontRole>, 6> roles = {{named(FontRole::song), named(FontRole::hei), named(FontRole::kai),
                                                        named(FontRole::fangsong), named(FontRole::latin), named(FontRole::mono)}};
  return roles;
}

constexpr std::array<Named<Alignment>, 5> alignments = {{{"justify", Alignment::justify},
                                                         {"start", Alignment::start},
                                                         {"centre", Alignment::centre},
                                                         {"end", Alignment::end},
                                                         {"even", Alignment::even}}};

constexpr std::array<Named<int>, 8> spans = {{{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}, {"6", 6}, {"7", 7}, {"all", 0}}};

constexpr ValueRange sizes{100, 50000};
constexpr ValueRange pitches{100, 100000};
constexpr ValueRange indents{-20000, 50000};
constexpr ValueRange trackings{-2000, 20000};
constexpr ValueRange spreads{0, 20000};
constexpr ValueRange spaces{-20000, 50000};
constexpr ValueRange insets{0, 20000};

void set_size(TextStyle& style, const Value& value, ValueReader& reader) {
  reader.ladder(value, style.sizes);
  if (!style.sizes.empty()) style.size = style.sizes.front();
}

/// `fonts.ROLE`: families for every language, or a mapping of language to families. Those of the article's language come first.
void set_families(StyleDraft& draft, const Value& value, ValueReader& reader) {
  const std::string_view role_name = std::string_view(reader.key()).substr(reader.key().rfind('.') + 1);
  std::vector<std::string>& families = draft.style.fonts[parse_font_role(role_name).value_or(FontRole::song)];
  if (!value.is_mapping()) {
    reader.texts(value, families);
    return;
  }
  std::vector<std::string> nearest, general;
  int best = -1;
  for (const yaml::Entry& entry : value.entries) {
    std::vector<std::string> listed;
    reader.texts(entry.value, listed);
    const int fitness = language_match(entry.key.view(), draft.style.language);
    if (entry.key.view() == any_language) {
      general = std::move(listed);
    } else if (fitness > best) {
      best = fitness;
      nearest = std::move(listed);
    }
  }
  families = std::move(nearest);
  families.insert(families.end(), general.begin(), general.end());
}

}  // namespace

std::vector<StyleKey> font_keys() {
  std::vector<StyleKey> keys = {{"fonts",
                                 {},
                                 "",
                                 "families that serve the hands of type, before those the program carries",
                                 "各种字体所用的字体家族，先于自带的",
                                 nullptr}};
  for (const Named<FontRole>& role : font_roles()) {
    keys.push_back({"fonts." + std::string(role.name),
                    {Kind::families},
                    "",
                    "a family, a list in order, or a mapping of language (or default) to these",
                    "字体家族名，依次的一列，或按语言（或 default）分列",
                    set_families});
  }
  return keys;
}

std::span<const TextProperty> text_properties() {
  static const std::vector<TextProperty> properties = {
      {"font",
       {Kind::choice, {}, names_of(font_roles())},
       "song",
       "hand of type",
       "字体",
       "",
       true,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.choice(v, font_roles(), s.font); }},
      {"weight",
       {Kind::integer, {100, 900}},
       "400",
       "weight as a CSS number: 400 regular, 700 bold, 900 black",
       "字重，用 CSS 的数：400 常规，700 粗，900 特粗",
       "font",
       true,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.integer(v, s.weight); }},
      {"size",
       {Kind::ladder, sizes, {}, PercentOf::body_size},
       "100%",
       "size; a list is a ladder, of which the largest that fits is taken",
       "字号；写成一列时取排得下的最大一级",
       "",
       true,
       set_size},
      {"pitch",
       {Kind::length, pitches, {}, PercentOf::own_size},
       "1.4em",
       "line pitch, at the largest size",
       "行距，按最大字号",
       "size",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.length(v, s.pitch); }},
      {"indent",
       {Kind::indent, indents},
       "0",
       "of the first line; auto: 2em in Chinese, 1em in Japanese and Korean",
       "首行缩进；auto：中文两字，日文、韩文一字",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.indent(v, s.indent); }},
      {"align",
       {Kind::choice, {}, names_of(alignments)},
       "start",
       "how lines stand in their measure",
       "对齐",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.choice(v, alignments, s.align); }},
      {"tracking",
       {Kind::length, trackings},
       "0",
       "added between characters",
       "字距",
       "",
       true,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.ems(v, s.tracking); }},
      {"spread",
       {Kind::length, spreads},
       "0",
       "width to which a title, or a name of a list, of two or three characters is letterspaced; 0: none",
       "两三字的标题、并列的人名拉开到多宽；0 为不拉开",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.ems(v, s.spread); }},
      {"before",
       {Kind::length, spaces},
       "0",
       "space above; of a heading in whole lines, none at the head of a column",
       "段前空白；小标题取整行，栏首不留",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.length(v, s.before); }},
      {"after",
       {Kind::length, spaces},
       "0",
       "space below; a heading is raised by it, but not at the head of a column",
       "段后空白；小标题由此上移，栏首不移",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.length(v, s.after); }},
      {"keep",
       {Kind::integer, {0, 20}},
       "0",
       "lines of the following text that it stands with",
       "与后文至少几行相连",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.integer(v, s.keep); }},
      {"span",
       {Kind::choice, {}, names_of(spans)},
       "1",
       "of headings: columns that it stands over; text above it in them is balanced and goes on below, other columns run through",
       "标题所跨栏数；多于 1 时所跨各栏的上文齐栏，下文另起，其余各栏不断",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.choice(v, spans, s.span); }},
      {"lines",
       {Kind::integer, {0, 20}},
       "0",
       "grid lines that one line of it takes; 0: as many as it needs",
       "占行数；0 为按需",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.integer(v, s.lines); }},
      {"max_lines",
       {Kind::integer, {0, 20}},
       "0",
       "most lines before a smaller size of the ladder is tried; 0: any number",
       "超过几行就换小一级字号；0 为不限",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.integer(v, s.max_lines); }},
      {"max_of_title",
       {Kind::share, {100, 1000}},
       "100%",
       "its size is at most this share of the title's",
       "字号至多为标题的几成",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.share(v, s.max_of_title); }},
      {"by_sense",
       {Kind::boolean},
       "false",
       "whether its lines break by sense and are balanced",
       "是否按词义断行并使各行均衡",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.boolean(v, s.by_sense); }},
      {"inset",
       {Kind::length, insets},
       "0",
       "of all lines of a heading, of attachments, of the record",
       "标题、附件、版记各行的缩进",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.length(v, s.inset); }},
      {"drop_cap",
       {Kind::integer, {0, 9}},
       "0",
       "of body: lines that the first character of the article takes where it is a Chinese one, its look being dropcap's; 0: none",
       "仅用于 body：文首大字占几行（首字为汉字时），字样见 dropcap；0 为没有",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.integer(v, s.drop_cap); }},
      {"run_in",
       {Kind::boolean},
       "false",
       "of a heading: whether the paragraph below goes on in the same line",
       "标题是否与下段接排",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.boolean(v, s.run_in); }},
      {"bar",
       {Kind::length, insets},
       "0",
       "width of a bar before a heading, as high as its type; 0: none",
       "标题前竖条的宽度，与字同高；0 为没有",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.length(v, s.bar); }},
      {"colour",
       {Kind::colour},
       "black",
       "colour",
       "颜色",
       "",
       false,
       [](TextStyle& s, const Value& v, ValueReader& r) { r.colour(v, s.colour); }},
  };
  return properties;
}

std::span<const TextElement> text_elements() {
  static const std::vector<TextElement> elements = {
      {"body", Element::body, {}, {{"size", "9pt"}, {"pitch", "1lh"}, {"indent", "2em"}, {"align", "justify"}}, "paragraphs", "正文"},
      {"title",
       Element::title,
       Element::body,
       {{"weight", "900"}, {"size", "300%"}, {"pitch", "1.27em"}, {"indent", "0"}, {"align", "centre"}, {"by_sense", "true"}},
       "headline",
       "主题"},
      {"kicker", Element::kicker, Element::subtitle, {{"max_of_title", "50%"}}, "line above the title", "引题"},
      {"subtitle", Element::subtitle, Element::byline, {{"max_of_title", "50%"}, {"by_sense", "true"}}, "line below the title", "副题"},
      {"deck", Element::deck, Element::subtitle, {}, "summary below the title", "提要"},
      {"deck_label",
       Element::deck_label,
       Element::deck,
       {{"font", "hei"}, {"weight", "700"}, {"align", "start"}},
       "what the style prints before the deck",
       "提要前的标签"},
      {"byline", Element::byline, Element::body, {{"indent", "0"}, {"align", "centre"}}, "source and authors", "来源与作者"},
      {"heading1",
       Element::heading1,
       Element::body,
       {{"font", "hei"}, {"weight", "700"}, {"size", "120%"}, {"indent", "0"}, {"align", "centre"}, {"keep", "2"}, {"lines", "2"}},
       "sub-heading",
       "小标题"},
      {"heading2", Element::heading2, Element::heading1, {{"span", "1"}}, "sub-heading of the second level", "二级小标题"},
      {"heading3", Element::heading3, Element::heading2, {{"span", "1"}}, "sub-heading of the third level", "三级小标题"},
      {"caption",
       Element::caption,
       Element::body,
       {{"font", "hei"}, {"size", "90%"}, {"indent", "0"}, {"align", "start"}},
       "of a picture",
       "图注"},
      {"credit", Element::credit, Element::caption, {{"font", "kai"}, {"align", "end"}}, "who made the picture", "图片署名"},
      {"quote", Element::quote, Element::body, {{"font", "kai"}}, "longer quotation", "引文"},
      {"quote_by", Element::quote_by, Element::quote, {{"align", "end"}}, "who is quoted", "引文出处"},
      {"list", Element::list, Element::body, {{"indent", "0"}}, "items of lists", "列表"},
      {"footnote",
       Element::footnote,
       Element::body,
       {{"size", "80%"}, {"pitch", "1.5em"}, {"indent", "1em"}},
       "footnotes; indent is that of the first line to those that follow",
       "脚注；缩进指首行比以下各行多缩的"},
      {"table",
       Element::table,
       Element::body,
       {{"size", "89%"}, {"pitch", "1.5em"}, {"indent", "0"}, {"align", "start"}},
       "cells of tables",
       "表格"},
      {"table_header", Element::table_header, Element::table, {{"font", "hei"}, {"weight", "400"}}, "cells of a table's header", "表头"},
      {"box_title",
       Element::box_title,
       Element::body,
       {{"font", "hei"}, {"weight", "700"}, {"indent", "0"}, {"align", "centre"}, {"by_sense", "true"}, {"lines", "1"}, {"keep", "2"}},
       "title of a box",
       "加框的标题"},
      {"dropcap",
       Element::drop_cap,
       Element::body,
       {{"weight", "900"}},
       "first character of the article where the body has a drop_cap; its size follows from the lines",
       "文首大字；字号由行数而定"},
      {"verse",
       Element::verse,
       Element::body,
       {{"font", "kai"}, {"indent", "0"}, {"align", "start"}, {"before", "1lh"}, {"after", "1lh"}},
       "lines of verse",
       "诗行"},
      {"code",
       Element::code,
       Element::body,
       {{"font", "mono"}, {"size", "89%"}, {"indent", "0"}, {"align", "start"}, {"before", "1lh"}, {"after", "1lh"}},
       "program text",
       "代码"},
      {"pullquote",
       Element::pull_quote,
       Element::body,
       {{"weight", "900"}, {"size", "167%"}, {"pitch", "1.6em"}, {"indent", "0"}, {"align", "start"}, {"by_sense", "true"}},
       "sentence set apart",
       "醒目引语"},
      {"pullquote_by", Element::pull_quote_by, Element::caption, {{"align", "end"}}, "who says the sentence set apart", "醒目引语的出处"},
      {"credits", Element::credits, Element::caption, {}, "who made the article, at its end", "文末署名"},
      {"addressee", Element::addressee, Element::body, {{"indent", "0"}}, "addressees of an official document", "主送机关"},
      {"attachment", Element::attachment, Element::body, {{"indent", "0"}, {"inset", "2em"}}, "its attachments", "附件"},
      {"signature", Element::signature, Element::body, {{"indent", "0"}}, "its signature and date", "落款"},
      {"remark", Element::remark, Element::body, {}, "its remark", "附注"},
      {"record", Element::record, Element::body, {{"indent", "0"}}, "who gets copies and who printed it", "版记"},
      {"question", Element::question, Element::body, {{"indent", "0"}}, "questions of a worksheet", "题目"},
      {"question_marks", Element::question_marks, Element::question, {}, "marks of a question, behind it", "分值"},
      {"question_count",
       Element::question_count,
       Element::question,
       {{"font", "hei"}, {"size", "50%"}},
       "count of squares, below them",
       "作文格下的字数"},
      {"question_number", Element::question_number, Element::question, {{"font", "hei"}, {"weight", "700"}}, "their numbers", "题号"},
      {"questions_heading", Element::questions_heading, Element::heading2, {}, "what stands above them", "练习题的标题"},
      {"questions_hint", Element::questions_hint, Element::body, {{"font", "kai"}, {"indent", "0"}}, "hint beside that", "标题旁的提示"},
      {"paragraph_number", Element::paragraph_number, Element::body, {{"font", "hei"}}, "numbers of paragraphs", "段号"},
      {"line_number", Element::line_number, Element::caption, {{"size", "67%"}}, "numbers of lines", "行号"},
      {"column_name", Element::column_name, Element::credits, {{"font", "kai"}}, "name of the column, at the end", "文末栏目名"},
      {"label", Element::label, Element::caption, {}, "first line on a placeholder", "占位框的第一行字"},
      {"label_second", Element::label_second, Element::label, {}, "second line on a placeholder", "占位框的第二行字"},
      {"folio", Element::folio, Element::running_head, {}, "page number", "页码"},
      {"runninghead", Element::running_head, Element::caption, {}, "line at the head of later pages", "页眉"},
  };
  return elements;
}

std::string_view name_of(Element element) {
  for (const TextElement& entry : text_elements()) {
    if (entry.element == element) return entry.name;
  }
  return {};
}

}  // namespace banxin
