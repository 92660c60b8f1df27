#include "document/read_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/dump.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Reading {
  SourceFile file;
  DiagnosticSink sink;
  yaml::Value set;
  std::optional<Article> article;

  explicit Reading(const std::string& text) : file("a.yaml", text) { article = read_article(file, sink, &set); }

  std::string dump() const { return article ? dump_article(*article) : "no article"; }
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
    return result;
  }
  std::string_view fault(std::size_t index) const {
    const SourceSpan span = sink.all().at(index).span;
    return file.text().substr(span.begin, span.end - span.begin);
  }
};

/// The body of an article in list form.
struct BodyReading : Reading {
  explicit BodyReading(const std::string& list) : Reading("title: 题\nbody:\n" + list) {}
  std::string body() const {
    const std::string whole = dump();
    const std::size_t begin = whole.find("body\n");
    return begin == std::string::npos ? whole : whole.substr(begin + 5);
  }
};

TEST(ReadArticle, ReadsEveryKey) {
  const Reading reading(R"(lang: zh-hans
style: newspaper
kicker: 职业教育一线
title:
  - 三十余所院校聚首
  - 共话**高质量**发展
subtitle: 一个副题
deck:
  - 提要一
  - 提要二
byline: 记者 某某
source: 本刊
date: 2025-05-13 18:32
dateline: 本报北京5月13日电
section: 通讯
column: 教育观察
masthead:
  name: 校报
  issue: 第12期
  date: 2025年5月13日
  slogan: 一句话
body: |
  第一段。
  ![会场一角](photos/hall.jpg){credit="某某 摄" span=2}
  ## 小标题
credits:
  - 图片/某某
  - 编辑：某某
link: https://example.org/~a*b*c
keywords: 职业教育，论坛; 党建
description: 一个*简介*
)");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.dump(), R"(lang: zh-Hans
style: newspaper
kicker: 职业教育一线
title line: 三十余所院校聚首
title line: 共话⟨s:高质量⟩发展
subtitle: 一个副题
deck: 提要一
deck: 提要二
byline: 记者 某某
source: 本刊
dateline: 本报北京5月13日电
date: 2025-05-13 18:32
calendar date: 2025-05-13
section: 通讯
column: 教育观察
masthead
  name: 校报
  issue: 第12期
  date: 2025年5月13日
  slogan: 一句话
body
  paragraph: 第一段。
  image: photos/hall.jpg
    caption: 会场一角
    credit: 某某 摄
    span: 2
  heading 2: 小标题
credit: 图片/某某
credit: 编辑：某某
link: ⟨l=https://example.org/~a*b*c:https://example.org/~a*b*c⟩
keyword: 职业教育
keyword: 论坛
keyword: 党建
author: 记者 某某
description: 一个简介
)");
}

TEST(ReadArticle, TellsOneTitleFromLinesSetByHand) {
  EXPECT_FALSE(Reading("title: 一个标题\n").article->title_is_list);
  EXPECT_TRUE(Reading("title:\n  - 一行\n  - 二行\n").article->title_is_list);
  const Reading block("title: |\n  一行\n  二行\n");
  EXPECT_TRUE(block.article->title_is_list);
  EXPECT_EQ(block.article->title.size(), 2U);
}

TEST(ReadArticle, NeedsATitle) {
  EXPECT_THAT(Reading("body: 文字\n").codes(), ElementsAre("document-title-missing"));
  EXPECT_THAT(Reading("title:\nbody: |\n  文字\n").codes(), ElementsAre("document-title-missing"));
  EXPECT_THAT(Reading("title: \"　\"\n").codes(), ElementsAre("document-title-missing"));
  EXPECT_THAT(Reading("title: ' [^1]'\nbody: 文字\nfootnotes:\n  '1': 注\n").codes(), ElementsAre("document-title-missing"));
  EXPECT_THAT(Reading("title: \"**\\u200B**\"\nbody: 文字\n").codes(), ElementsAre("document-title-missing"));
}

TEST(ReadArticle, KeepsImpossibleDatesAsText) {
  const Reading reading("title: 题\ndate: 2025-02-30\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-date-impossible"));
  EXPECT_EQ(reading.sink.all()[0].severity, Severity::warning);
  ASSERT_TRUE(reading.article);
  EXPECT_EQ(reading.article->date.written.plain(), "2025-02-30");
  EXPECT_FALSE(reading.article->date.date);
}

TEST(ReadArticle, ReadsFootnotes) {
  const Reading reading("title: 题\nbody: |\n  文字[^1]和文字[^乙]。\nfootnotes:\n  1: 一个*注*。\n  乙: |\n    第一段。\n    第二段。\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_THAT(reading.dump(),
              testing::HasSubstr("footnote: 1\n  paragraph: 一个⟨e:注⟩。\nfootnote: 乙\n  paragraph: 第一段。\n  paragraph: 第二段。\n"));
}

TEST(ReadArticle, ChecksMarksAndNotesAgainstEachOther) {
  const Reading missing("title: 题\nfootnotes:\n  1: 注\nbody: |\n  文字[^1]和[^2]\n");
  EXPECT_THAT(missing.codes(), ElementsAre("document-footnote-missing"));
  EXPECT_EQ(missing.fault(0), "[^2]");
  EXPECT_FALSE(missing.article);
  const Reading unused("title: 题[^1]\nfootnotes:\n  1: 注\n  2: 又一注\n");
  EXPECT_THAT(unused.codes(), ElementsAre("document-footnote-unused"));
  EXPECT_EQ(unused.fault(0), "2");
  EXPECT_TRUE(unused.article);
  const Reading in_table("title: 题\nbody: |\n  甲[^1]|乙\n  --|--\n  丙|丁\n  {caption=\"表[^2]\"}\nfootnotes:\n  1: 注\n  2: 注\n");
  EXPECT_THAT(in_table.codes(), IsEmpty());
  EXPECT_THAT(Reading("title: 题[^1]\nfootnotes:\n  1: 注[^1]\n").codes(), ElementsAre("document-footnote-nested"));
  EXPECT_THAT(Reading("title: 题[^1]\nfootnotes:\n  1:\n").codes(), ElementsAre("document-empty"));
  EXPECT_THAT(Reading("title: 题\nfootnotes: 注\n").codes(), ElementsAre("yaml-expected-mapping"));
  EXPECT_THAT(Reading("title: 题[^1]\nfootnotes:\n  1: 见 #3\n").codes(), ElementsAre("yaml-comment-in-text"));
}

TEST(ReadArticle, ReadsOfficialDocumentsAndWorksheets) {
  const Reading official(R"(title: 关于举办论坛的通知
issuer: 某市教育局
number: 某教〔2025〕7号
addressee: 各区教育局：
signed:
  - 某市教育局
  - 某市财政局
sealed: true
attachments:
  - 日程
  - 名单
remark: 此件公开发布
copies: 市委办公室
printed:
  by: 某市教育局办公室
  date: 2025年5月13日
attach: data/名单.csv
)");
  EXPECT_THAT(official.codes(), IsEmpty());
  EXPECT_EQ(official.dump(), R"(lang: zh-Hans
title: 关于举办论坛的通知
issuer: 某市教育局
number: 某教〔2025〕7号
addressee: 各区教育局：
signed: 某市教育局
signed: 某市财政局
sealed
attachment: 日程
attachment: 名单
remark: 此件公开发布
copies: 市委办公室
printed by: 某市教育局办公室
printed date: 2025年5月13日
calendar date: 2025-05-13
body
attach: data/名单.csv
)");
  const Reading worksheet("title: 题\nfields: 班级　姓名 学号\ninstruction: 阅读下文，回答问题。\n");
  EXPECT_EQ(worksheet.dump(), "lang: zh-Hans\ntitle: 题\nfield: 班级\nfield: 姓名\nfield: 学号\ninstruction: 阅读下文，回答问题。\nbody\n");
  EXPECT_THAT(Reading("title: 题\nsealed: yes\n").codes(), ElementsAre("document-boolean"));
  EXPECT_THAT(Reading("title: 题\nprinted: 某局\n").codes(), ElementsAre("yaml-expected-mapping"));
}

TEST(ReadArticle, ChecksSettings) {
  EXPECT_THAT(Reading("title: 题\nlang: cn\n").codes(), ElementsAre("document-language"));
  EXPECT_THAT(Reading("title: 题\nwrap: yes\n").codes(), ElementsAre("document-boolean"));
  EXPECT_EQ(Reading("title: 题\nwrap: true\nbody: |\n  一行\n  二行\n").dump(), "lang: zh-Hans\ntitle: 题\nbody\n  paragraph: 一行二行\n");
}

TEST(ReadArticle, HandsOutStyleValues) {
  const Reading reading("title: 题\nset:\n  columns.count: 4\n");
  ASSERT_TRUE(reading.set.is_mapping());
  const yaml::Value* columns = reading.set.find("columns");
  ASSERT_TRUE(columns && columns->find("count"));
  EXPECT_EQ(columns->find("count")->text.view(), "4");
}

TEST(ReadArticle, MetadataDropsMarkup) {
  const Reading reading("title: 题\nbyline:\n  - 记者 **某某**\n  - 通讯员 某某\nkeywords:\n  - \"*甲*\"\n  - 乙，丙\n");
  EXPECT_THAT(reading.article->author, ElementsAre("记者 某某", "通讯员 某某"));
  EXPECT_THAT(reading.article->keywords, ElementsAre("甲", "乙，丙"));
  EXPECT_THAT(Reading("title: 题\nbyline: 甲\nauthor: 乙\n").article->author, ElementsAre("乙"));
}

TEST(ReadArticle, LeavesOutWhatCannotPrint) {
  const Reading reading("title: \"甲\\uFFFC乙\"\nsource: 甲\xEF\xBB\xBF乙\nbyline: \"甲\\u202E乙\\u2066\"\n");
  EXPECT_THAT(reading.codes(), testing::Each("document-character-left-out"));
  EXPECT_EQ(reading.codes().size(), 4u);
  ASSERT_TRUE(reading.article);
  EXPECT_EQ(reading.article->title.at(0).plain(), "甲乙");
  EXPECT_EQ(reading.article->byline.at(0).plain(), "甲乙");
}

TEST(ReadArticle, TellsFaultsOfYamlAndContentInOneRun) {
  const Reading reading("标题: 题\nlang: cn\nbody:\n  - image:\n  - 文字![图](a.jpg)\n");
  EXPECT_THAT(reading.codes(), ElementsAre("yaml-chinese-key", "document-language", "yaml-image-without-file", "document-picture-in-text"));
  EXPECT_FALSE(reading.article);
}

TEST(ReadArticle, EveryKeyIsDescribedInBothLanguages) {
  const auto check = [](std::span<const yaml::Key> keys) {
    for (const yaml::Key& key : keys) {
      EXPECT_FALSE(key.english.empty() || key.chinese.empty() || key.chinese_names.empty()) << key.name;
      EXPECT_EQ(std::count_if(keys.begin(), keys.end(), [&](const yaml::Key& other) { return other.name == key.name; }), 1) << key.name;
    }
  };
  check(article_schema().keys);
  for (const yaml::Key& key : article_schema().keys) {
    if (key.name != "body") continue;
    check(key.shape.items->keys);
    for (const yaml::Key& block_key : key.shape.items->keys) {
      if (block_key.name == "table") check(block_key.shape.keys);
    }
  }
}

TEST(ReadBlocks, ReadsEveryBlock) {
  const BodyReading reading(R"(  - 第一段，*着重*。
  - heading: 小标题
    level: 2
  - image: photos/hall.jpg
    caption: 会场一角
    credit: 某某 摄
    span: all
    ratio: "4:3"
  - placeholder: 圆桌讨论
    caption: 圆桌讨论
    place: bottom
  - quote: 一句话
    by: 某某
  - quote:
      - 一段
      - 又一段
  - list:
      - 甲
      - 乙
      - ordered:
          - 子一
          - 子二
  - rule: true
  - break: column
  - space: 2
)");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.body(), R"(  paragraph: 第一段，⟨e:着重⟩。
  heading 2: 小标题
  image: photos/hall.jpg
    caption: 会场一角
    credit: 某某 摄
    ratio: 4:3
    span: all
  placeholder
    label: 圆桌讨论
    caption: 圆桌讨论
    place: bottom
  quote
    paragraph: 一句话
    by: 某某
  quote
    paragraph: 一段
    paragraph: 又一段
  list
    item
      paragraph: 甲
    item
      paragraph: 乙
      ordered list
        item: 1.
          paragraph: 子一
        item: 2.
          paragraph: 子二
  rule
  break column
  space 2
)");
}

TEST(ReadBlocks, MarkdownAndListFormGiveTheSame) {
  const Reading markdown("title: 题\nbody: |\n  一段\n  ![图注](a.jpg){credit=\"某某\"}\n  ![图注]()\n  ## 小标题\n");
  const BodyReading list(
      "  - 一段\n  - image: a.jpg\n    caption: 图注\n    credit: 某某\n  - placeholder:\n    caption: 图注\n  - heading: 小标题\n");
  EXPECT_EQ(markdown.dump(), list.dump());
}

struct Fault {
  const char* block;
  const char* code;
  const char* place;
};

TEST(ReadArticle, TellsTheNumberOfHalfWidthMarksOnce) {
  const Reading reading("title: 甲,乙\nbody: |\n  丙:丁`a,甲`，12:30。\n  - 戊!\ncredits: 图/(己)\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-half-width-marks"));
  ASSERT_EQ(reading.sink.all().size(), 1u);
  EXPECT_EQ(reading.sink.all()[0].message.arguments.at(0).second, "5");
  EXPECT_EQ(reading.file.text().substr(reading.sink.all()[0].span.begin, 1), ",");
}

TEST(ReadBlocks, ReadsTables) {
  const BodyReading reading(R"(  - table:
      header:
        - [{text: 学校, rows: 2}, {text: 人数, columns: 2}]
        - [男, 女]
      rows:
        - [甲校, 1.5, "1,234"]
        - 乙校 | **2** | 3
        -
          - text: |
              合计
              与平均
            columns: 2
          - 5
      caption: 表1　各校*人数*
      align: [start, decimal, decimal]
      widths: [auto, 6em, 25%]
      rules: three-line
      span: all
)");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.body(), R"(  table of 3 columns, 2 header rows
    caption: 表1　各校⟨e:人数⟩
    align: start decimal decimal
    widths: auto 6e-0em 25e-0%
    rules: three-line
    span: all
    row: 0 1x2: 学校 | 1 2x1: 人数
    row: 1: 男 | 2: 女
    row: 0: 甲校 | 1: 1.5 | 2: 1,234
    row: 0: 乙校 | 1: ⟨s:2⟩ | 2: 3
    row: 0 2x1: 合计: 与平均 | 2: 5
)");
}

TEST(ReadBlocks, OptionsOfATableStandBelowItOrBesideIt) {
  const BodyReading below("  - table:\n      header: [甲, 乙]\n      rows:\n        - [1, 2]\n      align: end\n");
  const BodyReading beside("  - table:\n    header: [甲, 乙]\n    rows:\n      - [1, 2]\n    align: end\n");
  const Reading markdown("title: 题\nbody: |\n  | 甲 | 乙 |\n  |--:|--:|\n  | 1 | 2 |\n");
  EXPECT_EQ(below.body(), "  table of 2 columns, 1 header rows\n    align: end end\n    row: 0: 甲 | 1: 乙\n    row: 0: 1 | 1: 2\n");
  EXPECT_EQ(beside.body(), below.body());
  EXPECT_EQ(markdown.dump().substr(markdown.dump().find("body\n") + 5), below.body());
  EXPECT_THAT(BodyReading("  - table:\n      rows:\n        - [1]\n      span: 1\n    span: 2\n").codes(),
              ElementsAre("document-attribute-twice"));
}

TEST(ReadBlocks, FillsShortRowsOfTables) {
  const BodyReading reading("  - table:\n      rows:\n        - [甲, 乙, 丙]\n        - 丁\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-table-row-short"));
  EXPECT_EQ(reading.sink.all()[0].severity, Severity::warning);
  EXPECT_EQ(reading.body(),
            "  table of 3 columns, 0 header rows\n    align: auto auto auto\n    row: 0: 甲 | 1: 乙 | 2: 丙\n    row: 0: 丁 | 1 | 2\n");
}

TEST(ReadBlocks, ReadsBoxesVerseAndTheRest) {
  const BodyReading reading(R"(  - box:
      - 一段。
      - list:
          - 甲
    title: 小*资料*
    span: 2
  - box: |
      一段。
      - 乙
  - verse: |
      床前明月光，
        疑是地上霜。

      举头*望*明月，
  - code: |
      if (a)
        *b;
  - pullquote: |
      一句话，
      两行排。
    by: 某某
    span: 2
  - qr: https://example.org/a_b*c
    caption: 扫码读原文
  - ordered:
      - 甲
      - 乙
    first: （三）
  - question: |
      读了这篇文章，你有什么*感想*？
      写一写。
    marks: 4
    lines: 6
  - question: 下列哪一项正确？
    choices:
      - 甲
      - 乙
  - question: 写一段话。
    squares: 80
  - break: frame
)");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.body(), R"(  box
    title: 小⟨e:资料⟩
    span: 2
    paragraph: 一段。
    list
      item
        paragraph: 甲
  box
    paragraph: 一段。
    list
      item
        paragraph: 乙
  verse
    line: 床前明月光，
    line:   疑是地上霜。
    line
    line: 举头⟨e:望⟩明月，
  code
    line: ⟨c:if (a)⟩
    line: ⟨c:  *b;⟩
  pull quote
    line: 一句话，
    line: 两行排。
    by: 某某
    span: 2
  qr: https://example.org/a_b*c
    caption: 扫码读原文
  ordered list
    item: （三）
      paragraph: 甲
    item: （四）
      paragraph: 乙
  question
    paragraph: 读了这篇文章，你有什么⟨e:感想⟩？
    paragraph: 写一写。
    marks: 4
    lines: 6
  question
    paragraph: 下列哪一项正确？
    choice: 甲
    choice: 乙
  question
    paragraph: 写一段话。
    squares: 80
  break frame
)");
}

TEST(ReadBlocks, ReportsFaults) {
  const Fault faults[] = {
      {"  - caption: 图\n", "document-block-kind-missing", "caption: 图"},
      {"  - heading: 甲\n    quote: 乙\n", "document-block-kind-twice", "quote"},
      {"  - heading: 甲\n    span: 2\n", "document-option-misplaced", "span"},
      {"  - placeholder: 甲\n    label: 乙\n", "document-option-misplaced", "label"},
      {"  - heading: 甲\n    level: 4\n", "document-heading-level", "4"},
      {"  - heading:\n", "document-empty", "heading"},
      {"  - image: a.jpg\n    ratio: 4\n", "document-ratio", "4"},
      {"  - break: line\n", "document-break", "line"},
      {"  - space: 0\n", "document-space", "0"},
      {"  - rule: false\n", "document-rule", "false"},
      {"  - verse:\n", "document-empty", "verse"},
      {"  - qr:\n", "document-empty", "qr"},
      {"  - question: 问\n    lines: 3\n    squares: 80\n", "document-question-room", "squares"},
      {"  - question: 问\n    lines: 三\n", "document-question-count", "三"},
      {"  - box: 文字\n    by: 某某\n", "document-option-misplaced", "by"},
      {"  - box:\n      - break: page\n", "document-block-in-box", "break: page"},
      {"  - box:\n      - box: 文字\n", "document-block-in-box", "box: 文字"},
      {"  - list:\n      - 甲\n    first: ①\n", "document-option-misplaced", "first"},
      {"  - ordered:\n      - 甲\n    first: 壹\n", "document-list-first", "壹"},
      {"  - ordered:\n      - 甲\n      - 乙\n    first: ㊿\n", "document-list-marks-end", "ordered"},
      {"  - table:\n      caption: 表\n", "document-table-empty", "table"},
      {"  - table:\n      header: [甲, 乙]\n      rows:\n        - [1, 2, 3]\n", "document-table-row-long", "[1, 2, 3]"},
      {"  - table:\n      rows:\n        - [{text: 甲, rows: 2}, 乙]\n", "document-table-rows-end", "{text: 甲, rows: 2}"},
      {"  - table:\n      rows:\n        - [甲, {text: 乙, rows: 2}, 丙]\n        - [{text: 丁, columns: 2}]\n", "document-table-overlap",
       "{text: 丁, columns: 2}"},
      {"  - table:\n      rows:\n        - [{text: 甲, columns: 0}]\n", "document-table-cell", "0"},
      {"  - table:\n      rows:\n        - [甲, 乙]\n      align: [end, end, end]\n", "document-table-count", "[end, end, end]"},
      {"  - table:\n      rows:\n        - [{text: 甲, cols: 2}]\n", "yaml-unknown-key", "cols"},
      {"  - table:\n      rows:\n        - - 甲\n          - 第 #3\n", "yaml-comment-in-text", "#3"},
      {"  - list:\n      - heading: 甲\n", "document-block-in-list", "heading: 甲"},
      {"  - list:\n", "document-empty", "list"},
      {"  - 文字![图](a.jpg)\n", "document-picture-in-text", "![图]("},
  };
  for (const Fault& fault : faults) {
    const BodyReading reading(fault.block);
    ASSERT_THAT(reading.codes(), ElementsAre(fault.code)) << fault.block;
    EXPECT_EQ(reading.fault(0), fault.place) << fault.block;
    EXPECT_FALSE(reading.article);
  }
}

}  // namespace
}  // namespace banxin
