#include "document/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/dump.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The body of an article, dumped, and the codes of what was said about it.
struct Reading {
  SourceFile file;
  DiagnosticSink sink;
  Article article;
  std::string dump;

  explicit Reading(const std::string& body, bool join_lines = false) : file("a.yaml", body) {
    MarkupContext context{sink};
    context.join_lines = join_lines;
    article.body = read_markdown(SourceText(&file, body, 0), context);
    dump = dump_article(article);
    dump = dump.substr(dump.find("body\n") + 5);
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
    return result;
  }
  /// The source text of a block.
  std::string_view source(std::size_t block) const {
    const SourceSpan span = article.body.at(block).span;
    return file.text().substr(span.begin, span.end - span.begin);
  }
  std::string_view fault(std::size_t index) const {
    const SourceSpan span = sink.all().at(index).span;
    return file.text().substr(span.begin, span.end - span.begin);
  }
};

TEST(Markdown, EveryLineIsAParagraph) {
  const Reading reading("第一段。\n第二段，**加重**。\n\n\n第三段。  \n");
  EXPECT_EQ(reading.dump, "  paragraph: 第一段。\n  paragraph: 第二段，⟨s:加重⟩。\n  paragraph: 第三段。\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.source(1), "第二段，**加重**。");
}

TEST(Markdown, JoinsLinesWhenAsked) {
  const Reading reading("中文的\n一段，some\nEnglish 和\n中文\n\n한국어\n문장\n", true);
  EXPECT_EQ(reading.dump, "  paragraph: 中文的一段，some English 和中文\n  paragraph: 한국어 문장\n");
}

TEST(Markdown, JoinedLinesEndWhereABlockBegins) {
  const Reading reading("文字\n## 小标题\n文字\n- 项\n文字\n14. 号\n> 引\n文字\n---\n", true);
  EXPECT_EQ(reading.dump,
            "  paragraph: 文字\n  heading 2: 小标题\n  paragraph: 文字\n  list\n    item\n      paragraph: 项\n  paragraph: 文字 14. 号\n"
            "  quote\n    paragraph: 引\n  paragraph: 文字\n  rule\n");
}

TEST(Markdown, DropsIndentsWithOneNote) {
  const Reading reading("　　第一段。\n    第二段。\n  　第三段。\n　　## 标题\n　\n");
  EXPECT_EQ(reading.dump, "  paragraph: 第一段。\n  paragraph: 第二段。\n  paragraph: 第三段。\n  heading 2: 标题\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-indent-dropped"));
  EXPECT_EQ(reading.sink.all()[0].severity, Severity::note);
  EXPECT_EQ(reading.fault(0), "　　");
}

TEST(Markdown, ReadsHeadings) {
  const Reading reading("# 一级\n## 二级 ##\n### 三级#\n##　全角空格\n#话题#\n");
  EXPECT_EQ(reading.dump, "  heading 1: 一级\n  heading 2: 二级\n  heading 3: 三级#\n  heading 2: 全角空格\n  paragraph: #话题#\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_THAT(Reading("#### 四\n").codes(), ElementsAre("document-heading-too-deep"));
  EXPECT_THAT(Reading("## \n").codes(), ElementsAre("document-heading-empty"));
  EXPECT_THAT(Reading("##小标题\n").codes(), ElementsAre("document-heading-space"));
}

TEST(Markdown, KnowsNoSetextHeadings) {
  const Reading reading("文字\n---\n文字\n===\n***\n* * *\n");
  EXPECT_EQ(reading.dump, "  paragraph: 文字\n  rule\n  paragraph: 文字\n  paragraph: ===\n  rule\n  rule\n");
}

TEST(Markdown, ReadsQuotes) {
  const Reading reading("> 第一行\n> 第二行\n>\n>第三行\n文字\n> 另一段\n");
  EXPECT_EQ(
      reading.dump,
      "  quote\n    paragraph: 第一行\n    paragraph: 第二行\n    paragraph: 第三行\n  paragraph: 文字\n  quote\n    paragraph: 另一段\n");
  EXPECT_EQ(Reading("> 第一\n> 行\n>\n> 第二段\n", true).dump, "  quote\n    paragraph: 第一行\n    paragraph: 第二段\n");
  EXPECT_THAT(Reading("> - 项\n> 5. 五月\n").codes(), ElementsAre("document-not-yet"));
  EXPECT_THAT(Reading("> > 二层\n").codes(), ElementsAre("document-not-yet"));
}

TEST(Markdown, ReadsLists) {
  const Reading reading("- 甲\n- 乙\n  乙的第二段\n  1. 子一\n  2. 子二\n\n- 丙\n文字\n");
  EXPECT_EQ(reading.dump,
            "  list\n    item\n      paragraph: 甲\n    item\n      paragraph: 乙\n      paragraph: 乙的第二段\n      ordered list\n"
            "        item: 1.\n          paragraph: 子一\n        item: 2.\n          paragraph: 子二\n"
            "    item\n      paragraph: 丙\n  paragraph: 文字\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.source(0), "- 甲\n- 乙\n  乙的第二段\n  1. 子一\n  2. 子二\n\n- 丙");
}

TEST(Markdown, KeepsIndentsInsideLists) {
  EXPECT_EQ(Reading("- 　甲\n  　乙\n").dump, "  list\n    item\n      paragraph: 　甲\n      paragraph: 　乙\n");
  EXPECT_THAT(Reading("- 　甲\n  　乙\n").codes(), IsEmpty());
}

TEST(Markdown, AnOrderedListNeedsTwoItems) {
  EXPECT_EQ(Reading("5. 五月的天气\n文字\n").dump, "  paragraph: 5. 五月的天气\n  paragraph: 文字\n");
  EXPECT_EQ(Reading("5. 五月\n6. 六月\n").dump,
            "  ordered list\n    item: 5.\n      paragraph: 五月\n    item: 6.\n      paragraph: 六月\n");
  EXPECT_EQ(Reading("1. 甲\n2) 乙\n").dump, "  paragraph: 1. 甲\n  paragraph: 2) 乙\n");
  EXPECT_EQ(Reading("1、甲\n2、乙\n").dump, "  paragraph: 1、甲\n  paragraph: 2、乙\n");
  EXPECT_THAT(Reading("1. 甲\n1. 乙\n1. 丙\n").codes(), IsEmpty());
  EXPECT_THAT(Reading("1. 甲\n3. 乙\n").codes(), ElementsAre("document-list-number"));
}

TEST(Markdown, ListItemsHoldTextsAndLists) {
  EXPECT_THAT(Reading("- 甲\n  ![图](a.jpg)\n").codes(), ElementsAre("document-block-in-list"));
  EXPECT_THAT(Reading("- ## 甲\n").codes(), ElementsAre("document-block-in-list"));
  std::string deep;
  for (int i = 0; i < 12; ++i) deep += "- ";
  EXPECT_THAT(Reading(deep + "甲\n").codes(), ElementsAre("document-list-too-deep"));
}

TEST(Markdown, MarkersWithoutTextAreText) {
  EXPECT_EQ(Reading("-\n1.\n-甲\n").dump, "  paragraph: -\n  paragraph: 1.\n  paragraph: -甲\n");
}

TEST(Markdown, ReadsPictures) {
  const Reading reading(
      "![会场*一角*](photos/hall.jpg){credit=\"某某 摄\" span=2 ratio=4:3 place=top alt='*会*场' label=\"标签\" fit=cover focus=left}\n"
      "![圆桌讨论]()\n![](照片 (1).jpg)\n![图[1]](a).jpg\n");
  EXPECT_EQ(reading.dump.substr(0, reading.dump.find("  image: 照片")),
            "  image: photos/hall.jpg\n    label: 标签\n    caption: 会场⟨e:一角⟩\n    credit: 某某 摄\n    alt: 会场\n    ratio: 4:3\n    "
            "span: 2\n"
            "    place: top\n    fit: cover\n    focus: 0% 50%\n  placeholder\n    caption: 圆桌讨论\n");
  EXPECT_THAT(reading.dump, testing::HasSubstr("  image: 照片 (1).jpg\n"));
  EXPECT_THAT(reading.codes(), ElementsAre("document-picture-in-text"));
  EXPECT_EQ(Reading("![图](a.jpg) {span=all}\n").dump, "  image: a.jpg\n    caption: 图\n    span: all\n");
  EXPECT_EQ(Reading("![图[1]](<a b.jpg>)\n").dump, "  image: a b.jpg\n    caption: 图[1]\n");
  EXPECT_EQ(Reading("![惊叹]不是图\n").dump, "  paragraph: ![惊叹]不是图\n");
}

struct Fault {
  const char* line;
  const char* code;
  const char* place;
};

TEST(Markdown, ReadsTheFocusOfAPicture) {
  const std::pair<const char*, PictureFocus> cases[] = {{"left", {0, 50}},       {"bottom", {50, 100}}, {"top right", {100, 0}},
                                                        {"right top", {100, 0}}, {"centre", {}},        {"30% 5%", {30, 5}}};
  for (const auto& [written, focus] : cases) {
    const Reading reading("![图](a.jpg){focus=\"" + std::string(written) + "\"}\n");
    EXPECT_EQ(std::get<Figure>(reading.article.body.at(0).content).focus, focus) << written;
  }
}

TEST(Markdown, ReportsFaultsOfPictures) {
  const Fault faults[] = {
      {"文字![图](a.jpg)", "document-picture-in-text", "![图]("},
      {"![图](a.jpg)文字", "document-picture-in-text", "![图](a.jpg)文字"},
      {"![甲](a.jpg) ![乙](b.jpg)", "document-picture-in-text", "![甲](a.jpg) ![乙](b.jpg)"},
      {"![图](a.jpg", "document-picture-unclosed", "(a.jpg"},
      {"![图](a.jpg \"标题\")", "document-picture-title", "\"标题\""},
      {"![图]（a.jpg）", "document-picture-full-width", "（a.jpg）"},
      {"！[图](a.jpg)", "document-picture-full-width", "！[图](a.jpg)"},
      {"![图](a.jpg){credit=“某某 摄”}", "document-attributes", "{credit=“某某 摄”}"},
      {"![图](a.jpg){credit=“某某”}", "document-attributes", "{credit=“某某”}"},
      {"![图](a.jpg){credit=\"某某}", "document-attributes", "{credit=\"某某}"},
      {"![图](a.jpg){sapn=2}", "document-attribute-unknown", "sapn"},
      {"![图](a.jpg){caption=2}", "document-attribute-unknown", "caption"},
      {"![图](a.jpg){span=2 span=3}", "document-attribute-twice", "span"},
      {"![图](a.jpg){span=0}", "document-span", "0"},
      {"![图](a.jpg){ratio=4/3}", "document-ratio", "4/3"},
      {"![图](a.jpg){ratio=100:1}", "document-ratio", "100:1"},
      {"![图](a.jpg){place=left}", "document-place", "left"},
      {"![图](a.jpg){fit=fill}", "document-fit", "fill"},
      {"![图](a.jpg){focus=\"left right\"}", "document-focus", "left right"},
      {"![图](a.jpg){focus=\"30%\"}", "document-focus", "30%"},
      {"![图](a.jpg){focus=\"30% 101%\"}", "document-focus", "30% 101%"},
  };
  for (const Fault& fault : faults) {
    const Reading reading(fault.line);
    ASSERT_THAT(reading.codes(), ElementsAre(fault.code)) << fault.line;
    EXPECT_EQ(reading.fault(0), fault.place) << fault.line;
  }
}

TEST(Markdown, KeepsTheAuthorsMarksOfAList) {
  EXPECT_EQ(Reading("1) 甲\n2) 乙\n").dump, "  ordered list\n    item: 1)\n      paragraph: 甲\n    item: 2)\n      paragraph: 乙\n");
  const Reading circled("- ① 甲\n- ②*乙*\n");
  EXPECT_EQ(circled.dump, "  list\n    item: ①\n      paragraph: 甲\n    item: ②\n      paragraph: ⟨e:乙⟩\n");
  EXPECT_EQ(Reading("- 九、甲\n- 十、乙\n- 十一、丙\n").dump,
            "  list\n    item: 九、\n      paragraph: 甲\n    item: 十、\n      paragraph: 乙\n    item: 十一、\n      paragraph: 丙\n");
  EXPECT_EQ(Reading("1. （一）甲\n2. （二）乙\n").dump,
            "  ordered list\n    item: （一）\n      paragraph: 甲\n    item: （二）\n      paragraph: 乙\n");
  EXPECT_EQ(Reading("- □ 水壶\n- ☑ 雨衣\n").dump, "  list\n    item: □\n      paragraph: 水壶\n    item: ☑\n      paragraph: 雨衣\n");
  const auto& list = std::get<List>(circled.article.body[0].content);
  const SourceSpan mark = list.items[1].mark.text.span();
  EXPECT_EQ(circled.file.text().substr(mark.begin, mark.end - mark.begin), "②");
}

TEST(Markdown, NumbersThatCountNothingAreText) {
  for (const char* body :
       {"- 一、二年级\n- 三、四年级\n", "- 1.5米\n- 2.5米\n", "- ○○公司\n- ○○学校\n", "- ① 甲\n- 乙\n", "- 一、二年级\n", "- ①\n- ②\n"}) {
    const Reading reading(body);
    for (const ListItem& item : std::get<List>(reading.article.body.at(0).content).items) EXPECT_TRUE(item.mark.empty()) << body;
  }
  EXPECT_EQ(Reading("一、甲\n二、乙\n").dump, "  paragraph: 一、甲\n  paragraph: 二、乙\n");
}

TEST(Markdown, KeepsTheNoteOfAMark) {
  const std::string body = "- ①[^注] 甲\n- ② 乙[^注]\n";
  const SourceFile file("a.yaml", body);
  DiagnosticSink sink;
  MarkupContext context{sink, {"注"}};
  Article article;
  article.body = read_markdown(SourceText(&file, body, 0), context);
  EXPECT_THAT(dump_article(article), testing::HasSubstr("item: ①\n      paragraph: ⟨f=注:⟩ 甲\n    item: ②\n      paragraph: 乙⟨f=注:⟩\n"));
}

TEST(Markdown, KeepsCodeAsItStands) {
  const Reading reading("```cpp\n## 不是标题\n  ![x](y)\n\n　*a*\n```\n文字\n");
  EXPECT_EQ(reading.dump,
            "  code: cpp\n    line: ⟨c:## 不是标题⟩\n    line: ⟨c:  ![x](y)⟩\n    line\n    line: ⟨c:　*a*⟩\n  paragraph: 文字\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(Reading("  ~~~\n  甲\n    乙\n 丙\n  ~~~\n").dump, "  code\n    line: ⟨c:甲⟩\n    line: ⟨c:  乙⟩\n    line: ⟨c:丙⟩\n");
  const Reading unclosed("文字\n```\n甲\n");
  EXPECT_EQ(unclosed.dump, "  paragraph: 文字\n  code\n    line: ⟨c:甲⟩\n");
  EXPECT_THAT(unclosed.codes(), ElementsAre("document-fence-unclosed"));
  EXPECT_EQ(unclosed.fault(0), "```");
}

TEST(Markdown, ReadsTables) {
  const Reading reading(
      "| 学校 | 人数 | 备注 |\n|:---|---:|:-:|\n| 甲校 | 1,234 |  |\n乙校 | **56** | `a|b`、{x}\\|\n"
      "{caption=\"表1　各校*人数*\" rules=full span=2 widths=\"auto 6em 25%\"}\n文字\n");
  EXPECT_EQ(reading.dump, R"(  table of 3 columns, 1 header rows
    caption: 表1　各校⟨e:人数⟩
    align: start end centre
    widths: auto 6e-0em 25e-0%
    rules: full
    span: 2
    row: 0: 学校 | 1: 人数 | 2: 备注
    row: 0: 甲校 | 1: 1,234 | 2
    row: 0: 乙校 | 1: ⟨s:56⟩ | 2: ⟨c:a|b⟩、{x}|
  paragraph: 文字
)");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.source(1), "文字");
  EXPECT_EQ(Reading("| | |\n|---|---|\n| 1 | 2 |\n").dump,
            "  table of 2 columns, 0 header rows\n    align: auto auto\n    row: 0: 1 | 1: 2\n");
  EXPECT_EQ(Reading("甲|乙\n丙\n").dump, "  paragraph: 甲|乙\n  paragraph: 丙\n");
}

TEST(Markdown, ReportsFaultsOfTables) {
  const Fault faults[] = {
      {"甲|乙\n-|--\n1|2|3\n", "document-table-row-long", "1|2|3"},
      {"甲|乙\n-|--\n1|\n", "document-table-row-short", "1|"},
      {"甲|乙\n--|--|--\n1|2\n", "document-table-dashes", "--|--|--"},
      {"|||\n|--|--|\n", "document-table-empty", "|||"},
      {"甲|乙\n-|--\n1|2\n{captoin=表}\n", "document-table-option", "captoin"},
      {"甲|乙\n-|--\n1|2\n{align=left}\n", "document-table-align", "left"},
      {"甲|乙\n-|--\n1|2\n{widths=\"3em 6\"}\n", "document-table-width", "6"},
      {"甲|乙\n-|--\n1|2\n{widths=-3em}\n", "document-table-width", "-3em"},
      {"甲|乙\n-|--\n1|2\n{align=\"start end end\"}\n", "document-table-count", "start end end"},
      {"甲|乙\n-|--\n1|2\n{rules=none}\n", "document-table-rules", "none"},
      {"甲|乙\n-|--\n1|2\n{span=0}\n", "document-span", "0"},
      {"甲|乙\n-|--\n1|2\n{caption=“表”}\n", "document-attributes", "{caption=“表”}"},
  };
  for (const Fault& fault : faults) {
    const Reading reading(fault.line);
    ASSERT_THAT(reading.codes(), ElementsAre(fault.code)) << fault.line;
    EXPECT_EQ(reading.fault(0), fault.place) << fault.line;
  }
}

TEST(Markdown, HtmlAndDefinitionsAreText) {
  EXPECT_EQ(Reading("<div>\n[甲]: http://a.b\n").dump, "  paragraph: <div>\n  paragraph: [甲]: http://a.b\n");
}

TEST(Markdown, LeavesOutWhatCannotPrint) {
  const Reading reading("甲\x07乙\xEF\xBB\xBF丙\x07\xE2\x80\x8B丁\xE2\x80\xA8戊\t己\n");
  EXPECT_EQ(reading.dump, "  paragraph: 甲乙丙\xE2\x80\x8B丁\n  paragraph: 戊 己\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-character-left-out", "document-character-left-out"));
  EXPECT_EQ(reading.sink.all()[0].message.arguments[0].second, "U+0007");
  EXPECT_EQ(reading.source(1), "戊\t己");
}

TEST(Markdown, LongBodiesStayCheap) {
  for (const std::string line : {"1. a\n", "> a\n", "- a\n  - b\n", "![a](b){\n", "| a |\n", "```\n", "  1) a\n\n"}) {
    std::string body;
    while (body.size() < 20'000) body += line;
    EXPECT_FALSE(Reading(body).file.text().empty());
    EXPECT_FALSE(Reading(body, true).file.text().empty());
  }
}

}  // namespace
}  // namespace banxin
