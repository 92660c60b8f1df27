// Every trap that makes YAML lose text: its code, its place, and a fix to paste.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/yaml/reading.h"

namespace banxin::yaml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Trap {
  const char* name;
  const char* source;
  const char* code;
  const char* place;  // line:column in bytes
  const char* fix;    // part of the hints
};

void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.name; }

class Traps : public testing::TestWithParam<Trap> {};

TEST_P(Traps, AreToldWithPlaceAndFix) {
  const Trap& trap = GetParam();
  const Reading reading(trap.source);
  EXPECT_FALSE(reading.value);
  ASSERT_THAT(reading.codes(), ElementsAre(trap.code));
  EXPECT_EQ(reading.place(0), trap.place);
  EXPECT_THAT(reading.hints(0), HasSubstr(trap.fix));
}

const Trap traps[] = {
    {"CommentInText", "title: 会议通知 #标签\n", "yaml-comment-in-text", "1:21", "write: title: \"会议通知 #标签\""},
    {"CommentInLaterLine", "title: 会议\n  通知 #标签\n", "yaml-comment-in-text", "2:10", "put all of the text"},
    {"CommentBehindQuotedText", "title: \"会议\" # 注\n", "yaml-comment-in-text", "1:17", "a line of its own"},
    {"CommentForAText", "title: #标签\n", "yaml-comment-in-text", "1:8", "write: title: \"#标签\""},
    {"CommentBehindBlockHeader", "body: | #标签\n  一\n", "yaml-comment-in-text", "1:9", ""},
    {"CommentInListOfTexts", "credits:\n  - 图片 #1\n", "yaml-comment-in-text", "2:12", "write: - \"图片 #1\""},
    {"CommentInMappingOfTexts", "footnotes:\n  1: 参见 #3\n", "yaml-comment-in-text", "2:13", "write: 1: \"参见 #3\""},
    {"CommentBehindFlowComma", "credits: [甲, #乙, 丙\n  ]\n", "yaml-comment-in-text", "1:16", "write: \"#乙\""},
    {"CommentClosesFlowTooEarly", "credits: [甲 #乙]\n", "yaml-comment-in-text", "1:15", ""},
    {"HashItem", "credits:\n  - #标签\n", "yaml-item-begins-with-hash", "2:5", "write: - \"#标签\""},
    {"Asterisk", "title: **重点**工作\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"**重点**工作\""},
    {"Ampersand", "title: &重点\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"&重点\""},
    {"Exclamation", "title: !重要\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"!重要\""},
    {"Bar", "title: |绝对值| 的意义\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"|绝对值| 的意义\""},
    {"Greater", "title: > 80% 的人\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"> 80% 的人\""},
    {"GreaterLikeHeader", "title: >9\n", "yaml-text-begins-with-mark", "1:8", "write: title: \">9\""},
    {"At", "title: @所有人\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"@所有人\""},
    {"Percent", "title: %5 的税\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"%5 的税\""},
    {"Backtick", "title: `code` 说明\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"`code` 说明\""},
    {"Brace", "title: {{name}} 同学\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"{{name}} 同学\""},
    {"BraceAlone", "title: {{name}}\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"{{name}}\""},
    {"Bracket", "title: [重要] 通知\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"[重要] 通知\""},
    {"FlowListForTextOrList", "title: [重要, 通知]\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"[重要, 通知]\""},
    {"FlowListForText", "source: [本刊]\n", "yaml-text-begins-with-mark", "1:9", "write: source: \"[本刊]\""},
    {"FlowMappingForText", "source: {本: 刊}\n", "yaml-text-begins-with-mark", "1:9", "write: source: \"{本: 刊}\""},
    {"FlowListForBody", "body: [一, 二]\n", "yaml-text-begins-with-mark", "1:7", "write: body: \"[一, 二]\""},
    {"BracketInList", "credits:\n  - [图片] 某某\n", "yaml-text-begins-with-mark", "2:5", "write: - \"[图片] 某某\""},
    {"BracketForBlock", "body:\n  - [图片] 某某\n", "yaml-text-begins-with-mark", "2:5", "write: - \"[图片] 某某\""},
    {"MarkOnNextLine", "source:\n  @某某\n", "yaml-text-begins-with-mark", "2:3", "write: \"@某某\""},
    {"Dash", "title: - 副题\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"- 副题\""},
    {"MarkWithComment", "title: *重点* #标签\n", "yaml-text-begins-with-mark", "1:8", "write: title: \"*重点* #标签\""},
    {"ColonInText", "title: 通知: 明天开会\n", "yaml-colon-in-text", "1:14", "write: title: \"通知: 明天开会\""},
    {"ColonAtLineEnd", "title: 通知:\n", "yaml-colon-in-text", "1:14", "write: title: \"通知:\""},
    {"ColonInListOfTexts", "credits:\n  - 图片: 某某\n", "yaml-colon-in-text", "2:11", "write: - \"图片: 某某\""},
    {"ColonInTitleLines", "title:\n  - 通知: 明天\n  - 开会\n", "yaml-colon-in-text", "2:11", "write: - \"通知: 明天\""},
    {"ColonInBlock", "body:\n  - 主持人: 各位好\n", "yaml-colon-in-text", "2:14", "write: - \"主持人: 各位好\""},
    {"ColonInLaterLine", "title: 会议\n  source: 本刊\n", "yaml-colon-in-text", "2:9", "indent it like the key above"},
    {"UnclosedDoubleQuote", "title: \"三十余所\nsource: \"本刊\"\n", "yaml-unclosed-quote", "1:8", "write: title: \"三十余所\""},
    {"UnclosedSingleQuote", "title: '三十余所\nsource: 本刊\n", "yaml-unclosed-quote", "1:8", "write: title: \"三十余所\""},
    {"UnclosedInList", "credits:\n  - \"甲\n  - \"乙\"\n", "yaml-unclosed-quote", "2:5", "write: - \"甲\""},
    {"UnclosedAtEnd", "title: \"", "yaml-unclosed-quote", "1:8", ""},
    {"UnclosedInFlow", "credits: [\"甲, 乙]\nsource: \"本刊\"\n", "yaml-unclosed-quote", "1:11", ""},
    {"TextAfterDoubleQuote", "title: \"共话\"发展\n", "yaml-text-after-quote", "1:16", "write: title: '\"共话\"发展'"},
    {"TextAfterSingleQuote", "title: '共话'发展\n", "yaml-text-after-quote", "1:16", "write: title: \"'共话'发展\""},
    {"QuotesInsideQuotes", "title: \"共话\"高质量\"发展\"\n", "yaml-text-after-quote", "1:16", "write: title: '共话\"高质量\"发展'"},
    {"DuplicateKey", "title: 一\nsource: 刊\ntitle: 二\n", "yaml-duplicate-key", "3:1", "delete one"},
    {"DuplicateInBlock", "body:\n  - heading: 一\n    heading: 二\n", "yaml-duplicate-key", "3:5", "delete one"},
    {"DuplicateInFlow", "masthead: {name: 一, name: 二}\n", "yaml-duplicate-key", "1:23", "delete one"},
    {"Anchor", "title: &top 标题\n", "yaml-anchor", "1:8", "write the value out"},
    {"AnchorBeforeList", "title: &top\n  - 一\n", "yaml-anchor", "1:8", "write the value out"},
    {"Alias", "title: *top\n", "yaml-alias", "1:8", "write: title: \"*top\""},
    {"Tag", "title: !!str 2025\n", "yaml-tag", "1:8", "delete it"},
    {"MergeKey", "title: 一\nmasthead:\n  <<: 二\n", "yaml-merge-key", "3:3", "write the keys out"},
    {"SeveralDocuments", "title: 一\n---\ntitle: 二\n", "yaml-several-documents", "2:1", "a file of its own"},
    {"TextAfterEnd", "title: 一\n...\ntitle: 二\n", "yaml-several-documents", "3:1", "a file of its own"},
    {"Directive", "%YAML 1.2\n---\ntitle: 一\n", "yaml-directive", "1:1", "delete the line"},
    {"TabIndentation", "masthead:\n\tname: 一\n", "yaml-tab-indentation", "2:1", "write:   name: 一"},
    {"TabInBlockScalar", "body: |\n\t第一段\n", "yaml-tab-indentation", "2:1", "spaces"},
    {"FullWidthColon", "title：三十余所\n", "yaml-full-width-colon", "1:6", "write: title: 三十余所"},
    {"FullWidthColonLater", "title: 一\nsource：本刊\n", "yaml-full-width-colon", "2:7", "write: source: 本刊"},
    {"FullWidthColonInBlock", "body:\n  - heading：小标题\n", "yaml-full-width-colon", "2:12", "write: heading: 小标题"},
    {"FullWidthColonInMapping", "masthead:\n  name：北青\n", "yaml-full-width-colon", "2:7", "write: name: 北青"},
    {"NoSpaceAfterColon", "title:三十余所\n", "yaml-no-space-after-colon", "1:6", "write: title: 三十余所"},
    {"ChineseKeyTitle", "标题: 一\n", "yaml-chinese-key", "1:1", "write: title: 一"},
    {"ChineseKeyAuthor", "title: 一\n作者: 某某\n", "yaml-chinese-key", "2:1", "write: byline: 某某"},
    {"ChineseKeyCaption", "body:\n  - image: a.jpg\n    图注: 会场\n", "yaml-chinese-key", "3:5", "write: caption: 会场"},
    {"ImageWithoutFile", "body:\n  - image:\n    caption: 会场\n", "yaml-image-without-file", "2:5", "placeholder"},
    {"UnquotedColour", "set:\n  colour: #fff\n", "yaml-unquoted-colour", "2:11", "write: colour: \"#fff\""},
    {"UnquotedColourInList", "set:\n  colours:\n    - #b03a24\n", "yaml-unquoted-colour", "3:7", "write: - \"#b03a24\""},
    {"UnquotedColourInFlow", "set:\n  red: {rgb: #b03a24, alpha: 1}\n", "yaml-unquoted-colour", "2:14", "quotes"},
    {"UnquotedColourBehindToken", "set:\n  rule: 1pt #fff\n", "yaml-unquoted-colour", "2:13", "\"#fff\""},
    {"UnknownKey", "titel: 一\n", "yaml-unknown-key", "1:1", "did you mean “title”?"},
    {"UnknownKeyListed", "masthead:\n  wxyz: 一\n", "yaml-unknown-key", "2:3", "name, issue"},
    {"BlockNotIndented", "body: |\n第一段。\n第二段。\ntitle: 一\n", "yaml-block-not-indented", "2:1", "  第一段。"},
    {"BlockIndentedByWideSpaces", "body: |\n　　第一段。\n\n　　第二段。\n", "yaml-block-not-indented", "2:1", "two spaces"},
    {"BlockLinesLikeKeysAndItems", "body: |\n  一\n二: 三\n- 四\n# 五\n六\nsource: 七\n", "yaml-block-not-indented", "3:1", "  二: 三"},
    {"BlockLineLikeItem", "body: |\n  一\n- 四\nsource: 七\n", "yaml-block-not-indented", "3:1", "  - 四"},
    {"ChineseKeyAndFullWidthColon", "标题：一\n", "yaml-full-width-colon", "1:7", "write: title: 一"},
    {"MissingColon", "title: 一\n另一行\n", "yaml-missing-colon", "2:1", "key: value"},
    {"MissingDash", "credits:\n  - 一\n  二\n", "yaml-missing-dash", "3:3", "write: - 二"},
    {"StrayDash", "title: 一\n- 二\n", "yaml-stray-dash", "2:1", "list"},
    {"DashInText", "byline: 一\n  - 二\n", "yaml-dash-in-text", "2:3", "list"},
    {"Indentation", "body:\n    - 一\n   - 二\n", "yaml-indentation", "3:1", "same number"},
    {"TextGoesOn", "title: \"一\"\n  二\n", "yaml-text-goes-on", "2:3", "quotes"},
    {"EmptyItem", "credits:\n  - 一\n  -\n", "yaml-empty-item", "3:3", "delete"},
    {"ComplexKey", "? 一\n: 二\n", "yaml-complex-key", "1:1", "key: value"},
    {"EmptyKey", "title: 一\n\"\": 二\n", "yaml-empty-key", "2:1", "before the colon"},
    {"WideSpaceIndentation", "masthead:\n　　name: 北青\n", "yaml-wide-space", "2:1", "ordinary spaces"},
    {"WideSpaceBehindDash", "credits:\n  -　图片\n", "yaml-wide-space", "2:4", "ordinary spaces"},
    {"UnclosedBracket", "credits: [甲, 乙\ntitle: 一\n", "yaml-unclosed-bracket", "1:10", "close it"},
    {"FlowEntryWithoutValue", "masthead: {name: 张三, 李四}\n", "yaml-flow-entry", "1:26", "a comma"},
    {"FlowMissingComma", "credits: [\"甲\" \"乙\"]\n", "yaml-flow-missing-comma", "1:17", ""},
    {"FlowEmptyItem", "credits: [甲,, 乙]\n", "yaml-flow-empty-item", "1:15", "delete the comma"},
    {"FlowColon", "credits: [图片: 某某]\n", "yaml-colon-in-text", "1:17", ""},
    {"BadEscape", "title: \"C:\\photos\"\n", "yaml-bad-escape", "1:11", "single quotes"},
    {"EscapedControl", "title: \"a\\u0007b\"\n", "yaml-bad-escape", "1:10", "backslash"},
    {"TextFile", "五月十二日，论坛举行。\n第二段。\n", "yaml-no-keys", "1:1", "banxin import “a.yaml”"},
    {"ListForText", "source:\n  - 本刊\n", "yaml-expected-text", "2:3", "text"},
    {"TextForList", "credits: 图片\n", "yaml-expected-list", "1:10", "- "},
    {"TextForMapping", "masthead: 北青\n", "yaml-expected-mapping", "1:11", "key: value"},
    {"ListForToken", "lang:\n  - zh\n", "yaml-expected-token", "2:3", ""},
};

INSTANTIATE_TEST_SUITE_P(All, Traps, testing::ValuesIn(traps), [](const auto& trap) { return std::string(trap.param.name); });

TEST(TrapMessages, HaveBothLanguagesAndFillTheirArguments) {
  for (const Trap& trap : traps) {
    const Reading reading(trap.source);
    for (const Diagnostic& diagnostic : reading.sink.all()) {
      const CatalogueEntry* entry = find_message(diagnostic.message.code);
      ASSERT_TRUE(entry) << diagnostic.message.code;
      for (const std::string_view sentence : {entry->english, entry->chinese, entry->english_hint, entry->chinese_hint}) {
        for (const char* argument :
             {"{text}", "{key}", "{mark}", "{file}", "{limit}", "{name}", "{found}", "{quote}", "{bracket}", "{escape}"}) {
          EXPECT_EQ(fill_template(sentence, diagnostic.message.arguments).find(argument), std::string::npos) << trap.name;
        }
      }
      for (const Message& hint : diagnostic.hints) EXPECT_TRUE(find_message(hint.code)) << hint.code;
    }
  }
}

TEST(TrapReport, TellsAllInFileOrder) {
  const Reading reading(
      "title: 你好 #标签\n"
      "titel: 二\n"
      "source: 通知: 明天\n"
      "body:\n"
      "  - #标签\n"
      "  - heading：小标题\n"
      "set:\n"
      "  c: #fff\n"
      "byline: \"某某\n"
      "title: 三\n");
  EXPECT_THAT(reading.codes(), ElementsAre("yaml-comment-in-text", "yaml-unknown-key", "yaml-colon-in-text", "yaml-item-begins-with-hash",
                                           "yaml-full-width-colon", "yaml-unquoted-colour", "yaml-unclosed-quote", "yaml-duplicate-key"));
}

TEST(TrapReport, PointsFromADuplicateToTheFirst) {
  const Reading reading("title: 一\ntitle: 二\n");
  ASSERT_EQ(reading.sink.all().size(), 1u);
  ASSERT_EQ(reading.sink.all()[0].related.size(), 1u);
  EXPECT_EQ(reading.sink.all()[0].related[0].span.begin, 0u);
}

}  // namespace
}  // namespace banxin::yaml
