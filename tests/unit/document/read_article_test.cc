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
}

TEST(ReadArticle, KeepsImpossibleDatesAsText) {
  const Reading reading("title: 题\ndate: 2025-02-30\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-date-impossible"));
  EXPECT_EQ(reading.sink.all()[0].severity, Severity::warning);
  ASSERT_TRUE(reading.article);
  EXPECT_EQ(reading.article->date.written.plain(), "2025-02-30");
  EXPECT_FALSE(reading.article->date.date);
}

TEST(ReadArticle, ReservedKeysAreNotYet) {
  const Reading reading("title: 题\nissuer: 某机关\nattachments:\n  - 附件一\nfootnotes:\n  1: 注\nbody: |\n  文字[^1]和[^2]\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-not-yet", "document-not-yet", "document-not-yet", "document-footnote-missing"));
  EXPECT_EQ(reading.fault(0), "issuer");
  EXPECT_EQ(reading.fault(3), "[^2]");
  EXPECT_FALSE(reading.article);
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
  const Reading reading("title: \"甲\\uFFFC乙\"\nsource: 甲\xEF\xBB\xBF乙\n");
  EXPECT_THAT(reading.codes(), ElementsAre("document-character-left-out", "document-character-left-out"));
  ASSERT_TRUE(reading.article);
  EXPECT_EQ(reading.article->title.at(0).plain(), "甲乙");
}

TEST(ReadArticle, TellsFaultsOfYamlAndContentInOneRun) {
  const Reading reading("标题: 题\nlang: cn\nbody:\n  - image:\n  - 文字![图](a.jpg)\n");
  EXPECT_THAT(reading.codes(),
              ElementsAre("yaml-chinese-key", "document-language", "yaml-image-without-file", "document-picture-in-text"));
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
    if (key.name == "body") check(key.shape.items->keys);
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
      ordered list from 1
        item
          paragraph: 子一
        item
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
      {"  - verse: 诗\n", "document-not-yet", "verse"},
      {"  - qr: https://a.b\n", "document-not-yet", "qr"},
      {"  - question: 问\n    marks: 5\n", "document-not-yet", "question"},
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
