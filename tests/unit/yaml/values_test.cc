// What is read from good files: texts exactly as written, and the place of every byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/yaml/reading.h"

namespace banxin::yaml {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Scalars, StayAsWritten) {
  const Reading reading("kicker: 2025\ntitle: no\nsource: 007\ndate: 2025-05-13\nbyline: ~\nlang: null\nstyle: 0x1F\nwrap: 1_000\n");
  ASSERT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.text("kicker"), "2025");
  EXPECT_EQ(reading.text("title"), "no");
  EXPECT_EQ(reading.text("source"), "007");
  EXPECT_EQ(reading.text("date"), "2025-05-13");
  EXPECT_EQ(reading.text("byline"), "~");
  EXPECT_EQ(reading.text("lang"), "null");
  EXPECT_EQ(reading.text("style"), "0x1F");
  EXPECT_EQ(reading.text("wrap"), "1_000");
}

struct TextCase {
  const char* name;
  const char* source;
  const char* text;  // of `title`
};

void PrintTo(const TextCase& text, std::ostream* out) { *out << text.name; }

class Texts : public testing::TestWithParam<TextCase> {};

TEST_P(Texts, AreReadWhole) {
  const Reading reading(GetParam().source);
  ASSERT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.text("title"), GetParam().text);
}

const TextCase texts[] = {
    {"HashWithoutSpace", "title: C#与F#\n", "C#与F#"},
    {"ColonWithoutSpace", "title: 9:30 http://a.cn/b?c=d\n", "9:30 http://a.cn/b?c=d"},
    {"FullWidthColonInText", "title: 通知：明天\n", "通知：明天"},
    {"MarksInside", "title: 一*二*三 & 四 > 五 | [六] {七} \"八\" '九' @十\n", "一*二*三 & 四 > 五 | [六] {七} \"八\" '九' @十"},
    {"MinusFirst", "title: -5 度\n", "-5 度"},
    {"QuestionFirst", "title: ?什么\n", "?什么"},
    {"BlanksBehind", "title: 一  二 \t \n", "一  二"},
    {"TabBehindColon", "title:\t一\n", "一"},
    {"BlankBeforeColon", "title : 一\n", "一"},
    {"QuotedKey", "\"title\": 一\n", "一"},
    {"SingleQuotedKey", "'title': 一\n", "一"},
    {"WideSpaceFirst", "title: 　一\n", "　一"},
    {"OnNextLine", "title:\n  一\n", "一"},
    {"OnNextLineAfterComment", "title: # 主题\n  # 又一行\n  一\n", "一"},
    {"NoLineBreakAtEnd", "title: 一", "一"},
    {"DocumentMarkers", "---\ntitle: 一\n...\n# 完\n", "一"},
    {"Indented", "  title: 一\n  source: 二\n", "一"},
    {"FoldedCjk", "title: 三十余所院校，\n  “聚首”\n  北青政\n", "三十余所院校，“聚首”北青政"},
    {"FoldedLatin", "title: one\n  two\n", "one two"},
    {"FoldedMixed", "title: 共\n  30 所\n  院校\n", "共 30 所院校"},
    {"FoldedHangul", "title: 안녕\n  하세요\n", "안녕 하세요"},
    {"FoldedKana", "title: テスト\n  です\n", "テストです"},
    {"FoldedDash", "title: 开始——\n  结束\n", "开始——结束"},
    {"FoldedBlankLine", "title: 一\n\n  二\n\n\n  三\n", "一\n二\n\n三"},
    {"HashInsideFoldedLine", "title: 一\n  二#三\n", "一二#三"},
    {"DoubleQuoted", "title: \"a\\tb\\u4e2d\\U0001F600\\\"\\\\\\/\\x41\"\n", "a\tb中😀\"\\/A"},
    {"SurrogatePair", "title: \"\\ud83d\\ude00\"\n", "😀"},
    {"SingleQuoted", "title: 'it''s \\n'\n", "it's \\n"},
    {"EmptyQuoted", "title: \"\"\n", ""},
    {"QuotedMarks", "title: '# * & : - [x]: '\n", "# * & : - [x]: "},
    {"QuotedFolded", "title: \"一\n  二\n\n  three\n  four \"\n", "一二\nthree four "},
    {"QuotedEscapedBreak", "title: \"one\\\n  two \\\n  three\"\n", "onetwo three"},
    {"QuotedEscapeBeforeFold", "title: \"\\u4e2d\n  文\"\n", "中文"},
    {"SingleQuotedFolded", "title: 'one\n  two'\n", "one two"},
    {"Literal", "title: |\n  一\n    二\n\n  三\n", "一\n  二\n\n三\n"},
    {"LiteralDeepestFirst", "title: |\n      一\n    二\n   三\n", "   一\n 二\n三\n"},
    {"LiteralStrip", "title: |-\n  一\n\n", "一"},
    {"LiteralKeep", "title: |+\n  一\n\n\n", "一\n\n\n"},
    {"LiteralClip", "title: |\n  一\n\n\n", "一\n"},
    {"LiteralNoBreakAtEnd", "title: |\n  一", "一"},
    {"LiteralLeadingBlankLines", "title: |\n\n       \n  一\n", "\n     \n一\n"},
    {"LiteralIndicator", "title: |2\n     一\n   二\n", "   一\n 二\n"},
    {"LiteralIndicatorThenChomping", "title: |2-\n    一\n", "  一"},
    {"LiteralChompingThenIndicator", "title: |-2\n    一\n", "  一"},
    {"LiteralIndicatorTooDeep", "title: |4\n  一\n", "一\n"},
    {"LiteralMarkup", "title: |\n  # 标题: 一\n  - \"二\n  *三* [四\n", "# 标题: 一\n- \"二\n*三* [四\n"},
    {"LiteralTabInside", "title: |\n  一\n  \t二\n", "一\n\t二\n"},
    {"LiteralThenComment", "title: |\n  一\n# 注\nsource: 二\n", "一\n"},
    {"LiteralDashes", "title: |\n  一\n  ---\n  二\n", "一\n---\n二\n"},
    {"Folded", "title: >\n  你好\n  世界\n  hello\n  world\n", "你好世界 hello world\n"},
    {"FoldedParagraphs", "title: >\n  一\n\n  二\n\n\n  三\n", "一\n二\n\n三\n"},
    {"FoldedDeeper", "title: >\n  一\n    二\n    三\n  四\n", "一\n  二\n  三\n四\n"},
    {"FoldedDeepestFirst", "title: >-\n    一\n  二\n", "  一\n二"},
    {"FoldedLeadingBlank", "title: >\n\n  一\n", "\n一\n"},
    {"CarriageReturns", "title: |\r\n  一\r\n  二\r\nsource: 三\r\n", "一\n二\n"},
    {"CarriageReturnsPlain", "title: 一\r\n  二\r\nsource: 三\r\n", "一二"},
    {"CarriageReturnsQuoted", "title: \"one\r\n  two\\\r\n  three\"\r\n", "one twothree"},
    {"ByteOrderMark", "\xef\xbb\xbftitle: 一\nsource: 二\n", "一"},
};

INSTANTIATE_TEST_SUITE_P(All, Texts, testing::ValuesIn(texts), [](const auto& text) { return std::string(text.param.name); });

TEST(Structure, NestsAsWritten) {
  const Reading reading(
      "title:\n"
      "- 一\n"
      "- 二\n"
      "body:\n"
      "  - 段落\n"
      "  - image: a.jpg\n"
      "    caption: |\n"
      "      图注\n"
      "    span: 2 # 栏\n"
      "  - rows:\n"
      "    - [甲, \"乙, 丙\"]\n"
      "    - - 丁\n"
      "      -   戊\n"
      "    widths: [1, # 一\n"
      "      2\n"
      "    ]\n"
      "  - >\n"
      "    末段\n"
      "masthead: {name: 北青, \"issue\":\"3\"}\n"
      "footnotes: {}\n"
      "credits: []\n"
      "source:\n");
  ASSERT_THAT(reading.codes(), IsEmpty());
  const Value& top = *reading.value;
  EXPECT_EQ(top.entries.size(), 6u);
  EXPECT_EQ(top.find("title")->items.at(1).text.text(), "二");
  const Value& body = *top.find("body");
  ASSERT_EQ(body.items.size(), 4u);
  EXPECT_EQ(body.items[1].find("caption")->text.text(), "图注\n");
  EXPECT_EQ(body.items[1].find("span")->text.text(), "2");
  const Value& rows = *body.items[2].find("rows");
  EXPECT_EQ(rows.items.at(0).items.at(1).text.text(), "乙, 丙");
  EXPECT_EQ(rows.items.at(1).items.at(1).text.text(), "戊");
  EXPECT_EQ(body.items[2].find("widths")->items.size(), 2u);
  EXPECT_EQ(body.items[3].text.text(), "末段\n");
  EXPECT_EQ(top.find("masthead")->find("issue")->text.text(), "3");
  EXPECT_TRUE(top.find("footnotes")->is_mapping());
  EXPECT_TRUE(top.find("credits")->is_sequence());
  EXPECT_TRUE(top.find("source")->is_null());
}

TEST(Structure, OfAnEmptyFileIsNull) {
  for (const char* source : {"", "\n\n", "# 注\n", "---\n", "\xef\xbb\xbf"}) {
    const Reading reading(source);
    ASSERT_THAT(reading.codes(), IsEmpty()) << source;
    EXPECT_TRUE(reading.value && reading.value->is_null()) << source;
  }
}

TEST(Structure, MayBeASingleScalarWhenTheSchemaSaysSo) {
  const Shape token = {Shape::Kind::token};
  EXPECT_EQ(Reading("5mm", token).value->text.text(), "5mm");
  const Shape any = {Shape::Kind::any};
  EXPECT_EQ(Reading("{top: 1mm}", any).value->find("top")->text.text(), "1mm");
  EXPECT_EQ(Reading("[1, 2]", any).value->items.size(), 2u);
  EXPECT_EQ(Reading("\"#fff\"", any).value->text.text(), "#fff");
}

TEST(Spans, CoverValuesAsTheyStand) {
  const Reading reading(
      "title: \"一\"\n"
      "source: 二  # 注\n"
      "body: |\n"
      "  三\n"
      "  四\n"
      "\n"
      "credits:\n"
      "  - 五\n"
      "  - 六\n"
      "masthead: {name: 七}\n"
      "wrap:\n",
      [] {
        static const Key keys[] = {{"title", {Shape::Kind::token}, "", ""},  {"source", {Shape::Kind::token}, "", ""},
                                   {"body", {Shape::Kind::token}, "", ""},   {"credits", {Shape::Kind::any}, "", ""},
                                   {"masthead", {Shape::Kind::any}, "", ""}, {"wrap", {Shape::Kind::token}, "", ""}};
        return Shape{Shape::Kind::mapping, keys};
      }());
  ASSERT_THAT(reading.codes(), IsEmpty());
  const Value& top = *reading.value;
  EXPECT_EQ(reading.source(top.find("title")->span), "\"一\"");
  EXPECT_EQ(reading.source(top.find("source")->span), "二");
  EXPECT_EQ(reading.source(top.find("body")->span), "|\n  三\n  四");
  EXPECT_EQ(reading.source(top.find("credits")->span), "- 五\n  - 六");
  EXPECT_EQ(reading.source(top.find("masthead")->span), "{name: 七}");
  EXPECT_EQ(top.find("wrap")->span.begin, reading.file->text().size() - 1);
  EXPECT_EQ(reading.source(top.entries[0].key.span()), "title");
}

/// The place of `part` of a text in the file, as the bytes there.
std::string source_of(const Reading& reading, const SourceText& text, std::string_view part) {
  const std::size_t begin = text.view().find(part);
  return begin == std::string_view::npos ? "(absent)" : reading.source(text.span(begin, begin + part.size()));
}

TEST(Places, LeadThroughEscapes) {
  const Reading reading("title: \"甲\\u4e59丙\\t丁\"\n");
  const SourceText& text = reading.value->find("title")->text;
  EXPECT_EQ(text.text(), "甲乙丙\t丁");
  EXPECT_EQ(source_of(reading, text, "甲"), "甲");
  EXPECT_EQ(source_of(reading, text, "乙"), "\\u4e59");
  EXPECT_EQ(source_of(reading, text, "丙"), "丙");
  EXPECT_EQ(source_of(reading, text, "\t"), "\\t");
  EXPECT_EQ(source_of(reading, text, "乙丙\t丁"), "\\u4e59丙\\t丁");
}

TEST(Places, LeadThroughDoubledQuotes) {
  const Reading reading("title: 'a''b'\n");
  const SourceText& text = reading.value->find("title")->text;
  EXPECT_EQ(source_of(reading, text, "'"), "''");
  EXPECT_EQ(source_of(reading, text, "b"), "b");
}

TEST(Places, LeadThroughFolding) {
  const Reading reading("title: 甲乙\n    丙丁\n  one\n  two\nbody: >\n    一\n    二\n\n    三\n");
  const SourceText& title = reading.value->find("title")->text;
  EXPECT_EQ(title.text(), "甲乙丙丁 one two");
  EXPECT_EQ(source_of(reading, title, "丙丁"), "丙丁");
  EXPECT_EQ(source_of(reading, title, "乙丙"), "乙\n    丙");
  EXPECT_EQ(source_of(reading, title, " two"), "\n  two");
  const SourceText& body = reading.value->find("body")->text;
  EXPECT_EQ(body.text(), "一二\n三\n");
  EXPECT_EQ(source_of(reading, body, "三"), "三");
  EXPECT_EQ(source_of(reading, body, "一二"), "一\n    二");
}

TEST(Places, LeadThroughIndentationAndCarriageReturns) {
  const Reading reading("body: |\r\n    甲\r\n      乙\r\n    丙\r\n");
  const SourceText& body = reading.value->find("body")->text;
  EXPECT_EQ(body.text(), "甲\n  乙\n丙\n");
  EXPECT_EQ(source_of(reading, body, "乙"), "乙");
  EXPECT_EQ(source_of(reading, body, "  乙\n丙"), "  乙\r\n    丙");
  EXPECT_EQ(reading.file->line_of(body.span(body.text().find("丙"), body.text().find("丙") + 1).begin), 4u);
}

TEST(DottedKeys, AreNestedMappings) {
  const Reading reading(
      "set:\n  page.paper: A4\n  page:\n    sides: facing\n    margin.top: 2cm\n  page.margin: {inner: 3cm}\n  text.title.font: hei\n");
  ASSERT_THAT(reading.codes(), IsEmpty());
  const Value& set = *reading.value->find("set");
  ASSERT_EQ(set.entries.size(), 2u);
  const Value& page = *set.find("page");
  ASSERT_EQ(page.entries.size(), 3u);
  EXPECT_EQ(page.find("paper")->text.text(), "A4");
  EXPECT_EQ(page.find("sides")->text.text(), "facing");
  EXPECT_EQ(page.find("margin")->find("top")->text.text(), "2cm");
  EXPECT_EQ(page.find("margin")->find("inner")->text.text(), "3cm");
  EXPECT_EQ(set.find("text")->find("title")->find("font")->text.text(), "hei");
  EXPECT_EQ(reading.source(set.entries[0].key.span()), "page");
  EXPECT_EQ(reading.source(set.find("text")->find("title")->entries[0].key.span()), "font");
}

TEST(DottedKeys, NameEachValueOnce) {
  for (const char* set : {"{a.b: 1, a: {b: 2}}", "{a: {b: 2}, a.b: 1}", "{a: 1, a.b: 2}", "{a.b: 1, a.b: 2}", "{a.b.c: 1, a.b: 2}",
                          "{a: {b.c: 1}, a.b: {c: 2}}", "{a: {b: 1}, a: {c: 1}}"}) {
    const Reading reading(std::string("set: ") + set + "\n");
    EXPECT_THAT(reading.codes(), ElementsAre("yaml-duplicate-key")) << set;
  }
}

TEST(DottedKeys, AreOneKeyWhereTheSchemaDoesNotNestThem) {
  const Reading reading("footnotes: {1.2: 注}\n");
  ASSERT_THAT(reading.codes(), IsEmpty());
  EXPECT_EQ(reading.value->find("footnotes")->find("1.2")->text.text(), "注");
}

TEST(Comments, MayStandBehindWhatIsNoText) {
  const Reading reading(
      "# 头\nlang: zh-Hans # 语言\nwrap: true   # 否\nbody: # 正文\n  # 一\n  - 段\n  - image: a.jpg # 图\nset:\n  columns.count: 4 # "
      "四栏\n  colour: \"#fff\" # 白\n  a: [1, 2] # 二\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
}

}  // namespace
}  // namespace banxin::yaml
