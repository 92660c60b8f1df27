#include "document/inline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/dump.h"

namespace banxin {
namespace {

struct Reading {
  DiagnosticSink sink;
  std::string runs;
  RichText text;

  explicit Reading(const std::string& input, std::set<std::string, std::less<>> footnotes = {}) {
    MarkupContext context{sink, std::move(footnotes)};
    text = read_inline(SourceText(input), context);
    runs = dump_rich_text(text);
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
    return result;
  }
};

struct Case {
  const char* input;
  const char* runs;
};

constexpr Case cases[] = {
    {"没有标记", "没有标记"},
    {"", ""},
    // Escapes come first.
    {R"(\*不是着重\*)", "*不是着重*"},
    {R"(\[不是链接](a.b))", "[不是链接](a.b)"},
    {R"(C:\文件\a)", R"(C:\文件\a)"},
    {R"(\\*着重*)", R"(\⟨e:着重⟩)"},
    {R"(行末\)", R"(行末\)"},
    // Code.
    {"用`printf(*p)`打印", "用⟨c:printf(*p)⟩打印"},
    {"`` 有`反引号 ``", "⟨c:有`反引号⟩"},
    {"没有`结束", "没有`结束"},
    {R"(`\*`)", R"(⟨c:\*⟩)"},
    {"**`a`**", "⟨sc:a⟩"},
    // Fields are text until data fill them.
    {"亲爱的{{姓名*x*}}：", "亲爱的{{姓名*x*}}："},
    {"{{*a*", "{{⟨e:a⟩"},
    // Links and spans.
    {"见[官网](https://example.org/a_(b))。", "见⟨l=https://example.org/a_(b):官网⟩。"},
    {"[**重**点](<a b.html>)", "⟨s l=a b.html:重⟩⟨l=a b.html:点⟩"},
    {"[外[内](in.html)外](out.html)", "[外⟨l=in.html:内⟩外](out.html)"},
    {"一个[方括号]，没有地址", "一个[方括号]，没有地址"},
    {"[书]（略）", "[书]（略）"},
    {"[没有完](http://a b)", "[没有完](http://a b)"},
    {"[word]{lang=en}是词", "⟨L=en:word⟩是词"},
    {"[外[inner]{lang=en}外]{lang=\"ja\"}", "⟨L=ja:外⟩⟨L=en:inner⟩⟨L=ja:外⟩"},
    {"[甲]{乙}", "[甲]{乙}"},
    {"*[着重]{lang=ja}*", "⟨e L=ja:着重⟩"},
    {"![惊叹]不是图", "![惊叹]不是图"},
    {R"(\![链接](a.b))", "!⟨l=a.b:链接⟩"},
    // Names and titles of works: each its own run, even where two touch.
    {"在[北京]{underline}与[上海]{ underline }", "在⟨u:北京⟩与⟨u:上海⟩"},
    {"[北京]{underline}[上海]{underline}", "⟨u:北京⟩⟨u:上海⟩"},
    {"[红楼*梦*]{wavy}", "⟨w:红楼⟩⟨ew:梦⟩"},
    {"[London]{lang=en underline}[坊っちゃん]{wavy lang=ja}", "⟨u L=en:London⟩⟨w L=ja:坊っちゃん⟩"},
    {"[游[北京]{underline}记]{wavy}", "⟨w:游⟩⟨u:北京⟩⟨w:记⟩"},
    {"[[北京]{underline}](a.cn)", "⟨u l=a.cn:北京⟩"},
    {"[甲]{}[乙]{1}[丙]{a b", "[甲]{}[乙]{1}[丙]{a b"},
    // Sub- and superscripts.
    {"H~2~O和m^2^", "H⟨_:2⟩O和m⟨^:2⟩"},
    {"SO~4~^2-^", "SO⟨_:4⟩⟨^:2-⟩"},
    {"9~10点，11~12点", "9~10点，11~12点"},
    {"x~2~3", "x~2~3"},
    {"~~删除~~", "~~删除~~"},
    {"a^123456789^", "a^123456789^"},
    {"a^ b^和^上标^", "a^ b^和^上标^"},
    {"约~甲~", "约~甲~"},
    // Underscores, HTML and addresses are text.
    {"_甲_ a__b__ <b>粗</b> &amp;", "_甲_ a__b__ <b>粗</b> &amp;"},
};

TEST(Inline, ReadsMarkup) {
  for (const Case& example : cases) {
    const Reading reading(example.input);
    EXPECT_EQ(reading.runs, example.runs) << example.input;
    EXPECT_TRUE(reading.sink.all().empty()) << example.input;
  }
}

TEST(Inline, RunsCoverTheTextInOrder) {
  const Reading reading("甲**乙*丙***`丁`[戊](a.b)[^1]己", {"1"});
  std::uint32_t at = 0;
  for (const InlineRun& run : reading.text.runs) {
    EXPECT_EQ(run.begin, at);
    at = run.end;
  }
  EXPECT_EQ(at, reading.text.text.size());
  EXPECT_EQ(reading.text.plain(), "甲乙丙丁戊己");
}

TEST(Inline, FootnoteMarksHoldNoTextAndMustBeExplained) {
  EXPECT_EQ(Reading("正文[^1]。", {"1"}).runs, "正文⟨f=1:⟩。");
  EXPECT_THAT(Reading("正文[^1]。", {"1"}).codes(), testing::IsEmpty());
  EXPECT_THAT(Reading("正文[^2]。", {"1"}).codes(), testing::ElementsAre("document-footnote-missing"));
}

struct Fault {
  const char* input;
  std::vector<std::string> codes;
};

TEST(Inline, ReportsFaultsOfMarkup) {
  const Fault faults[] = {
      {"{漢字|かん|じ}を読む", {"document-not-yet"}},    {"文字![图](a.jpg)文字", {"document-picture-in-text"}},
      {"[见图](略)", {"document-link-address"}},         {"[甲](a.b \"标题\")", {"document-link-title"}},
      {"[甲]{lang=cn}", {"document-language"}},          {"[甲]{color=red}", {"document-span-attribute"}},
      {"[甲]{underlined}", {"document-span-attribute"}}, {"[甲]{wavy=yes}", {"document-span-attribute"}},
      {"[甲]{lang=“en”}x", {"document-attributes"}},     {"[甲]{lang=\"en}", {"document-attributes"}},
  };
  for (const Fault& fault : faults) EXPECT_EQ(Reading(fault.input).codes(), fault.codes) << fault.input;
}

TEST(Inline, LeadsReadersNowhereDangerous) {
  for (const std::string address :
       {"javascript:alert", "JavaScript:alert", " java\tscript:alert", "file:///etc/passwd", "data:text/html,x", "x-app:y"}) {
    const Reading reading("[甲](<" + address + ">)乙");
    const Reading bare("[甲](" + address + ")乙");
    const Reading& made = reading.text.plain() == "甲乙" ? reading : bare;
    EXPECT_EQ(made.text.plain(), "甲乙") << address;
    EXPECT_THAT(made.codes(), testing::Contains("document-link-scheme")) << address;
    for (const InlineRun& run : made.text.runs) EXPECT_EQ(run.markup.link, "") << address;
  }
  for (const std::string address :
       {"http://a.cn/b:c", "HTTPS://a.cn", "mailto:a@b.cn", "tel:+86", "a.html", "/a:b", "#a:b", "?a:b", "//a.cn"}) {
    const Reading reading("[甲](" + address + ")乙");
    EXPECT_THAT(reading.codes(), testing::IsEmpty()) << address;
    EXPECT_EQ(reading.text.runs.front().markup.link, address);
  }
}

TEST(Inline, RemembersWhereEachByteStands) {
  const SourceFile file("a.yaml", "title: 甲**乙**\\*丙");
  const std::size_t begin = std::string("title: ").size();
  DiagnosticSink sink;
  MarkupContext context{sink};
  const RichText text = read_inline(SourceText(&file, std::string(file.text().substr(begin)), begin), context);
  ASSERT_EQ(text.plain(), "甲乙*丙");
  EXPECT_EQ(text.text.span(3, 6), (SourceSpan{&file, static_cast<std::uint32_t>(begin + 5), static_cast<std::uint32_t>(begin + 8)}));
  EXPECT_EQ(text.text.span(7, 10), (SourceSpan{&file, static_cast<std::uint32_t>(begin + 12), static_cast<std::uint32_t>(begin + 15)}));
}

TEST(Inline, PathologicalTextsStayCheap) {
  for (const std::string part : {"[", "`a``", "![](", "{", "{{", "[a](", "^a", "~a", "[a]{lang=", "[a]{a ", "*[", "**a*"}) {
    std::string text;
    while (text.size() < 20'000) text += part;
    EXPECT_FALSE(Reading(text).text.empty());
  }
}

}  // namespace
}  // namespace banxin
