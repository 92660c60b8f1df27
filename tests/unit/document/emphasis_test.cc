// CommonMark's own examples of emphasis, and what we make of East Asian text.
#include <gtest/gtest.h>

#include "document/dump.h"
#include "document/emphasis.h"
#include "document/inline.h"

namespace banxin {
namespace {

std::string read(const std::string& text) {
  DiagnosticSink sink;
  MarkupContext context{sink};
  const std::string result = dump_rich_text(read_inline(SourceText(text), context));
  EXPECT_TRUE(sink.all().empty()) << text;
  return result;
}

struct Example {
  int number;  ///< in CommonMark 0.31.2
  const char* input;
  const char* runs;
};

// The inputs of section "Emphasis and strong emphasis" of the CommonMark specification 0.31.2 that hold asterisks, with what they mean as
// flat runs (the specification is by John MacFarlane, CC BY-SA 4.0).
constexpr Example commonmark_examples[] = {
    // clang-format off
    {350, "*foo bar*", "⟨e:foo bar⟩"},
    {351, "a * foo bar*", "a * foo bar*"},
    {352, "a*\"foo\"*", "a*\"foo\"*"},
    {353, "*\u00A0a\u00A0*", "*\u00A0a\u00A0*"},
    {354, "*$*alpha.", "*$*alpha."},
    {354, "*£*bravo.", "*£*bravo."},
    {354, "*€*charlie.", "*€*charlie."},
    {354, "*𞋿*delta.", "*𞋿*delta."},
    {355, "foo*bar*", "foo⟨e:bar⟩"},
    {365, "_foo*", "_foo*"},
    {366, "*foo bar *", "*foo bar *"},
    {367, "*foo bar\n*", "*foo bar\n*"},
    {368, "*(*foo)", "*(*foo)"},
    {369, "*(*foo*)*", "⟨e:(foo)⟩"},
    {370, "*foo*bar", "⟨e:foo⟩bar"},
    {378, "**foo bar**", "⟨s:foo bar⟩"},
    {379, "** foo bar**", "** foo bar**"},
    {380, "a**\"foo\"**", "a**\"foo\"**"},
    {381, "foo**bar**", "foo⟨s:bar⟩"},
    {391, "**foo bar **", "**foo bar **"},
    {392, "**(**foo)", "**(**foo)"},
    {393, "*(**foo**)*", "⟨e:(⟩⟨se:foo⟩⟨e:)⟩"},
    {394, "**Gomphocarpus (*Gomphocarpus physocarpus*, syn.\n*Asclepias physocarpa*)**", "⟨s:Gomphocarpus (⟩⟨se:Gomphocarpus physocarpus⟩⟨s:, syn.\n⟩⟨se:Asclepias physocarpa⟩⟨s:)⟩"},
    {395, "**foo \"*bar*\" foo**", "⟨s:foo \"⟩⟨se:bar⟩⟨s:\" foo⟩"},
    {396, "**foo**bar", "⟨s:foo⟩bar"},
    {404, "*foo [bar](/url)*", "⟨e:foo ⟩⟨e l=/url:bar⟩"},
    {405, "*foo\nbar*", "⟨e:foo\nbar⟩"},
    {409, "*foo *bar**", "⟨e:foo bar⟩"},
    {410, "*foo **bar** baz*", "⟨e:foo ⟩⟨se:bar⟩⟨e: baz⟩"},
    {411, "*foo**bar**baz*", "⟨e:foo⟩⟨se:bar⟩⟨e:baz⟩"},
    {412, "*foo**bar*", "⟨e:foo**bar⟩"},
    {413, "***foo** bar*", "⟨se:foo⟩⟨e: bar⟩"},
    {414, "*foo **bar***", "⟨e:foo ⟩⟨se:bar⟩"},
    {415, "*foo**bar***", "⟨e:foo⟩⟨se:bar⟩"},
    {416, "foo***bar***baz", "foo⟨se:bar⟩baz"},
    {417, "foo******bar*********baz", "foo⟨s:bar⟩***baz"},
    {418, "*foo **bar *baz* bim** bop*", "⟨e:foo ⟩⟨se:bar baz bim⟩⟨e: bop⟩"},
    {419, "*foo [*bar*](/url)*", "⟨e:foo ⟩⟨e l=/url:bar⟩"},
    {420, "** is not an empty emphasis", "** is not an empty emphasis"},
    {421, "**** is not an empty strong emphasis", "**** is not an empty strong emphasis"},
    {422, "**foo [bar](/url)**", "⟨s:foo ⟩⟨s l=/url:bar⟩"},
    {423, "**foo\nbar**", "⟨s:foo\nbar⟩"},
    {427, "**foo **bar****", "⟨s:foo bar⟩"},
    {428, "**foo *bar* baz**", "⟨s:foo ⟩⟨se:bar⟩⟨s: baz⟩"},
    {429, "**foo*bar*baz**", "⟨s:foo⟩⟨se:bar⟩⟨s:baz⟩"},
    {430, "***foo* bar**", "⟨se:foo⟩⟨s: bar⟩"},
    {431, "**foo *bar***", "⟨s:foo ⟩⟨se:bar⟩"},
    {432, "**foo *bar **baz**\nbim* bop**", "⟨s:foo ⟩⟨se:bar baz\nbim⟩⟨s: bop⟩"},
    {433, "**foo [*bar*](/url)**", "⟨s:foo ⟩⟨se l=/url:bar⟩"},
    {436, "foo ***", "foo ***"},
    {437, "foo *\\**", "foo ⟨e:*⟩"},
    {438, "foo *_*", "foo ⟨e:_⟩"},
    {439, "foo *****", "foo *****"},
    {440, "foo **\\***", "foo ⟨s:*⟩"},
    {441, "foo **_**", "foo ⟨s:_⟩"},
    {442, "**foo*", "*⟨e:foo⟩"},
    {443, "*foo**", "⟨e:foo⟩*"},
    {444, "***foo**", "*⟨s:foo⟩"},
    {445, "****foo*", "***⟨e:foo⟩"},
    {446, "**foo***", "⟨s:foo⟩*"},
    {447, "*foo****", "⟨e:foo⟩***"},
    {460, "**foo**", "⟨s:foo⟩"},
    {464, "****foo****", "⟨s:foo⟩"},
    {466, "******foo******", "⟨s:foo⟩"},
    {467, "***foo***", "⟨se:foo⟩"},
    {469, "*foo _bar* baz_", "⟨e:foo _bar⟩ baz_"},
    {471, "**foo **bar baz**", "**foo ⟨s:bar baz⟩"},
    {472, "*foo *bar baz*", "*foo ⟨e:bar baz⟩"},
    {473, "*[bar*](/url)", "*⟨l=/url:bar*⟩"},
    {478, "*a `*`*", "⟨e:a ⟩⟨ec:*⟩"},
    // clang-format on
};

TEST(Emphasis, ReadsCommonMarksExamples) {
  for (const Example& example : commonmark_examples) EXPECT_EQ(read(example.input), example.runs) << "example " << example.number;
}

// Where we differ from CommonMark on purpose.
constexpr Example intended_differences[] = {
    {356, "5*6*78", "5*6*78"},  // between digits an asterisk multiplies
    // Underscores are text: they stand in file names and addresses.
    {450, "foo _*_", "foo _*_"},
    {453, "foo __*__", "foo __*__"},
    {461, "*_foo_*", "⟨e:_foo_⟩"},
    {463, "_*foo*_", "_⟨e:foo⟩_"},
    {470, "*foo __bar *baz bim__ bam*", "*foo __bar ⟨e:baz bim__ bam⟩"},
    // Neither HTML nor addresses in angle brackets are markup.
    {475, "*<img src=\"foo\" title=\"*\"/>", "⟨e:<img src=\"foo\" title=\"⟩\"/>"},
    {476, "**<a href=\"**\">", "⟨s:<a href=\"⟩\">"},
    {480, "**a<https://foo.bar/?q=**>", "⟨s:a<https://foo.bar/?q=⟩>"},
};

TEST(Emphasis, DiffersFromCommonMarkOnPurpose) {
  for (const Example& example : intended_differences) EXPECT_EQ(read(example.input), example.runs) << "example " << example.number;
}

struct Case {
  const char* input;
  const char* runs;
};

constexpr Case east_asian_cases[] = {
    // Quotes and brackets inside, text outside.
    {"**“重点”**文字", "⟨s:“重点”⟩文字"},
    {"文字**“重点”**", "文字⟨s:“重点”⟩"},
    {"文字**“重点”**文字", "文字⟨s:“重点”⟩文字"},
    {"参见*《红楼梦》*一书", "参见⟨e:《红楼梦》⟩一书"},
    {"这一点**（很重要）**要记住", "这一点⟨s:（很重要）⟩要记住"},
    {"「**注意**」とある", "「⟨s:注意⟩」とある"},
    {"これは**「重要」**です", "これは⟨s:「重要」⟩です"},
    {"이것은 **“강조”**이다", "이것은 ⟨s:“강조”⟩이다"},
    // A mark at the end, text behind it.
    {"**价格：**100元", "⟨s:价格：⟩100元"},
    {"**重点。**后面的话", "⟨s:重点。⟩后面的话"},
    {"**真的吗？**他问", "⟨s:真的吗？⟩他问"},
    {"**注意：**Word文件", "⟨s:注意：⟩Word文件"},
    {"增长了**50%**的院校", "增长了⟨s:50%⟩的院校"},
    // Marks outside.
    {"他说：**重点**，然后**又一处**。", "他说：⟨s:重点⟩，然后⟨s:又一处⟩。"},
    {"**甲**、**乙**、**丙**", "⟨s:甲⟩、⟨s:乙⟩、⟨s:丙⟩"},
    {"“**重点**”在这里", "“⟨s:重点⟩”在这里"},
    {"（*着重*）", "（⟨e:着重⟩）"},
    // Western marks beside Chinese text, Chinese text behind marks.
    {"他说**\"hi\"**就走了", "他说⟨s:\"hi\"⟩就走了"},
    {"见Word**“选项”**and", "见Word⟨s:“选项”⟩and"},
    {"**Note:**请先保存", "⟨s:Note:⟩请先保存"},
    // Nesting.
    {"**“*甲*”乙**", "⟨s:“⟩⟨se:甲⟩⟨s:”乙⟩"},
    {"***重点***文字", "⟨se:重点⟩文字"},
    {"**甲*乙*丙**", "⟨s:甲⟩⟨se:乙⟩⟨s:丙⟩"},
    {"*“**甲**”*", "⟨e:“⟩⟨se:甲⟩⟨e:”⟩"},
    // A variation selector belongs to its character.
    {"葛\U000E0100**“城”**市", "葛\U000E0100⟨s:“城”⟩市"},
    // Nothing to emphasize.
    {"3*4*5", "3*4*5"},
    {"面积＝３*４*５", "面积＝３*４*５"},
    {"长 * 宽 * 高", "长 * 宽 * 高"},
    {"甲　**　乙", "甲　**　乙"},
    {"**（**重点）", "**（**重点）"},
    {"（重点**）**", "（重点**）**"},
    {"5*星级", "5*星级"},
    // Marked text follows the same rule.
    {"请看==“划线”==这里", "请看⟨m:“划线”⟩这里"},
    {"==重**点**==", "⟨m:重⟩⟨sm:点⟩"},
    {"a == b，===", "a == b，==="},
};

TEST(Emphasis, HoldsBesideEastAsianMarks) {
  for (const Case& example : east_asian_cases) EXPECT_EQ(read(example.input), example.runs);
}

TEST(Emphasis, FlankingLooksThroughMarksToEastAsianText) {
  const std::string text = "字**“重”**字";
  const std::size_t first = text.find("**"), second = text.rfind("**");
  EXPECT_EQ(flanking(text, first, first + 2), (Flanking{true, true}));
  EXPECT_EQ(flanking(text, second, second + 2), (Flanking{true, true}));
  EXPECT_EQ(flanking("a*\"b\"*", 1, 2), (Flanking{false, true})) << "CommonMark's rule holds in Western text";
  EXPECT_EQ(flanking("“**重", 3, 5), (Flanking{true, false})) << "an opening bracket does not end emphasis";
  EXPECT_EQ(flanking("重**”", 3, 5), (Flanking{false, true})) << "a closing bracket does not begin it";
}

TEST(Emphasis, ManyUnpairedRunsStayCheap) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "*a **b ";
  EXPECT_EQ(read(text), text);
}

}  // namespace
}  // namespace banxin
