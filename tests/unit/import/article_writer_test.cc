// What to look for: whatever a text holds, the article written of it reads back to the same text, without a fault.
#include "import/article_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/dump.h"
#include "document/read_article.h"
#include "import/sources.h"

namespace banxin {
namespace {

using Kind = ImportedBlock::Kind;
using testing::ElementsAre;

ImportedBlock paragraph(ImportedText text) {
  ImportedBlock block;
  block.text = std::move(text);
  return block;
}

/// The article read back; any diagnostic fails the test.
Article read_back(const ImportedArticle& imported) {
  const std::string yaml = written_article(imported);
  const SourceFile file("a.yaml", yaml);
  DiagnosticSink sink;
  std::optional<Article> article = read_article(file, sink);
  for (const Diagnostic& diagnostic : sink.all()) {
    // Marks are written as they come here.
    if (diagnostic.message.code == "document-half-width-marks") continue;
    ADD_FAILURE() << diagnostic.message.text(MessageLanguage::english) << "\n" << yaml;
  }
  return article.value_or(Article{});
}

const std::vector<std::string> awkward_texts = {
    "# 号开头",
    "## 两个",
    "##没有空格",
    "> 引文",
    "- 列表",
    "* 星",
    "+ 加",
    "1. 数字",
    "12) 数字",
    "---",
    "***",
    "___",
    "```",
    "~~~",
    "===",
    "| 甲 | 乙 |",
    "|---|---|",
    "*星号*与**双星**",
    "`代码`",
    "[方括号](https://a.cn)",
    "![图](a.jpg)",
    "！[图](a.jpg)",
    "==标==",
    "[北京]{underline}[红楼梦]{wavy}",
    "x^2^",
    "H~2~O",
    "{{字段}}",
    "{漢字|かん}",
    "[^1]",
    "[文字]{lang=en}",
    "\\",
    "\\*",
    "C:\\\\temp\\*",
    "a]b[c",
    "key: value",
    "井号 # 之后",
    "- #标签",
    "'单'",
    "\"双\"",
    "@某人",
    "%百分",
    "&和",
    "!叹",
    "|竖",
    ">大",
    "{花",
    "[方",
    "no",
    "2025",
    "007",
    "~",
    "null",
    "标题：不是键",
    "结尾的冒号:",
    "末尾反斜杠\\",
    "👩‍🏫🇨🇳",
    "𬱟𠮷龘",
    "＃全角",
    "“引号”",
    "…………",
    "5. 五月",
    "3*4*5",
    "9~10点",
    "a_b_c",
};

TEST(ArticleWriter, AwkwardTextsReadBackAsParagraphsTitlesAndCaptions) {
  for (const std::string& text : awkward_texts) {
    ImportedArticle imported;
    imported.title = imported.subtitle = plain_text(text);
    imported.byline = imported.source = text;
    imported.credits = {text};
    imported.body = {paragraph(plain_text(text)), paragraph(plain_text(text))};
    ImportedBlock figure = paragraph(plain_text(text)), heading = figure, quote, list;
    figure.kind = Kind::figure;
    heading.kind = Kind::heading;
    quote.kind = Kind::quote;
    quote.paragraphs = {plain_text(text)};
    list.kind = Kind::list;
    list.items = {{paragraph(plain_text(text))}, {paragraph(plain_text(text))}};
    imported.body.insert(imported.body.end(), {figure, heading, quote, list});
    const Article article = read_back(imported);
    ASSERT_EQ(article.body.size(), 6u) << text;
    EXPECT_EQ(article.title.at(0).plain(), text);
    EXPECT_EQ(article.source.plain(), text);
    EXPECT_EQ(article.credits.at(0).plain(), text);
    EXPECT_EQ(std::get<Paragraph>(article.body[0].content).text.plain(), text);
    EXPECT_EQ(std::get<Paragraph>(article.body[1].content).text.plain(), text);
    EXPECT_EQ(std::get<Figure>(article.body[2].content).caption.plain(), text);
    EXPECT_EQ(std::get<Heading>(article.body[3].content).text.plain(), text);
    EXPECT_EQ(std::get<Quote>(article.body[4].content).paragraphs.at(0).text.plain(), text);
    EXPECT_EQ(std::get<Paragraph>(std::get<List>(article.body[5].content).items.at(1).blocks.at(0).content).text.plain(), text);
  }
}

TEST(ArticleWriter, AwkwardTextsReadBackAsCellsAndCaptionsOfTables) {
  for (const std::string& text : awkward_texts) {
    ImportedArticle imported;
    imported.title = plain_text("题");
    ImportedBlock table;
    table.kind = Kind::table;
    table.has_header = true;
    table.text = plain_text("表" + text + "\"示\"");
    table.rows = {{plain_text("甲"), plain_text(text)}, {plain_text(text), {}}, {{}, plain_text("a|" + text + "|")}};
    table.alignment = {Table::Alignment::centre, Table::Alignment::end};
    imported.body = {paragraph(plain_text("前")), table, paragraph(plain_text("后"))};
    const Article article = read_back(imported);
    ASSERT_EQ(article.body.size(), 3u) << text;
    const auto* read = std::get_if<Table>(&article.body[1].content);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->caption.plain(), "表" + text + "\"示\"");
    EXPECT_EQ(read->header_rows, 1);
    EXPECT_EQ(read->alignment, table.alignment);
    ASSERT_EQ(read->rows.size(), 3u) << text;
    EXPECT_EQ(read->rows[0].at(1).lines.at(0).plain(), text);
    EXPECT_EQ(read->rows[1].at(0).lines.at(0).plain(), text);
    EXPECT_TRUE(read->rows[1].at(1).lines.empty()) << text;
    EXPECT_EQ(read->rows[2].at(1).lines.at(0).plain(), "a|" + text + "|");
  }
}

TEST(ArticleWriter, ACaptionThatNoOptionCanHoldStandsAboveItsTable) {
  for (const std::string& caption : {std::string("表\\"), std::string(600, 'x')}) {
    ImportedArticle imported;
    imported.title = plain_text("题");
    ImportedBlock table;
    table.kind = Kind::table;
    table.text = plain_text(caption);
    table.rows = {{plain_text("甲"), plain_text("乙")}};
    imported.body = {table};
    const Article article = read_back(imported);
    ASSERT_EQ(article.body.size(), 2u);
    EXPECT_EQ(std::get<Paragraph>(article.body[0].content).text.plain(), caption);
    EXPECT_EQ(std::get<Table>(article.body[1].content).header_rows, 0);
  }
}

TEST(ArticleWriter, AwkwardTextsReadBackAsProgramText) {
  for (const std::string& text : awkward_texts) {
    ImportedArticle imported;
    imported.title = plain_text("题");
    ImportedBlock code;
    code.kind = Kind::code;
    code.lines = {text, "", "    " + text, text + " ```"};
    code.language = "py";
    imported.body = {code, paragraph(plain_text("后"))};
    const Article article = read_back(imported);
    ASSERT_EQ(article.body.size(), 2u) << text;
    const auto* read = std::get_if<CodeBlock>(&article.body[0].content);
    ASSERT_TRUE(read) << text;
    std::vector<std::string> lines;
    for (const RichText& line : read->lines) lines.push_back(line.plain());
    EXPECT_EQ(lines, code.lines);
    EXPECT_EQ(read->language, "py");
  }
}

TEST(ArticleWriter, MarkupReadsBack) {
  InlineMarkup strong, emphasis, link, code;
  strong.strong = true;
  emphasis.emphasis = true;
  link.link = "https://a.cn/b_(c)";
  code.code = true;
  InlineMarkup name = strong, other_name, foreign;
  name.name_line = {NameLine::Form::straight, 7};
  other_name.name_line = {NameLine::Form::wavy, 8};
  foreign.language = "ja";
  ImportedArticle imported;
  imported.title = plain_text("标题");
  imported.body = {paragraph({{"前面", {}},
                              {"“要点”", strong},
                              {"与", {}},
                              {"强调", emphasis},
                              {"，见", {}},
                              {"说明", link},
                              {"惊!", {}},
                              {"a`b", code},
                              {"北京", name},
                              {"红楼梦", other_name},
                              {"坊っちゃん", foreign}})};
  const Article article = read_back(imported);
  const RichText& text = std::get<Paragraph>(article.body.at(0).content).text;
  EXPECT_EQ(text.plain(), "前面“要点”与强调，见说明惊!a`b北京红楼梦坊っちゃん");
  std::vector<std::string> marked;
  for (const InlineRun& run : text.runs) {
    if (run.markup != InlineMarkup{}) marked.push_back(text.plain().substr(run.begin, run.end - run.begin));
  }
  EXPECT_THAT(marked, ElementsAre("“要点”", "强调", "说明", "a`b", "北京", "红楼梦", "坊っちゃん"));
  EXPECT_EQ(dump_rich_text(text), "前面⟨s:“要点”⟩与⟨e:强调⟩，见⟨l=https://a.cn/b_(c):说明⟩惊!⟨c:a`b⟩⟨su:北京⟩⟨w:红楼梦⟩⟨L=ja:坊っちゃん⟩");
}

TEST(ArticleWriter, GivesUpMarkupBeforeText) {
  InlineMarkup strong;
  strong.strong = true;
  ImportedArticle imported;
  imported.title = plain_text("标题");
  // No Markdown can end strong text in the middle of a word like this.
  imported.body = {paragraph({{"foo", {}}, {"-bar-", strong}, {"baz", {}}})};
  EXPECT_EQ(std::get<Paragraph>(read_back(imported).body.at(0).content).text.plain(), "foo-bar-baz");
}

TEST(ArticleWriter, AnItemMayBeginWithAList) {
  ImportedBlock inner, outer;
  inner.kind = outer.kind = Kind::list;
  inner.items = {{paragraph(plain_text("甲"))}, {paragraph(plain_text("乙"))}};
  outer.items = {{inner}, {paragraph(plain_text("丙"))}};
  ImportedArticle imported;
  imported.title = plain_text("标题");
  imported.body = {outer};
  const Article article = read_back(imported);
  const auto& items = std::get<List>(article.body.at(0).content).items;
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(std::get<List>(items[0].blocks.at(0).content).items.size(), 2u);
}

TEST(ArticleWriter, KeepsListsInARowApart) {
  ImportedBlock list;
  list.kind = Kind::list;
  list.ordered = true;
  list.items = {{paragraph(plain_text("甲"))}, {paragraph(plain_text("乙"))}};
  ImportedArticle imported;
  imported.title = plain_text("标题");
  imported.body = {list, list, list};
  EXPECT_EQ(read_back(imported).body.size(), 3u);
}

TEST(ArticleWriter, LeavesOutAPictureWhosePathCannotBeWritten) {
  const auto any = [](std::string_view written) { return std::optional(std::string(written)); };
  const ImportedArticle page = read_html_page("<p>文字</p><img src='a\nb.jpg'><img src='a).jpg'><img src='a (1).jpg'>", any);
  const Article article = read_back(page);
  std::vector<std::string> paths;
  for (const Block& block : article.body) {
    if (const auto* figure = std::get_if<Figure>(&block.content)) paths.push_back(std::string(figure->path.text()));
  }
  EXPECT_THAT(paths, ElementsAre("", "", "a (1).jpg"));
  EXPECT_THAT(page.pictures_not_kept, ElementsAre("a\nb.jpg", "a).jpg"));
  const ImportedArticle text = read_markdown_text("# 题\n\n![图](a(b.jpg)\n", any);
  read_back(text);
  EXPECT_THAT(text.pictures_not_kept, ElementsAre("a(b.jpg"));
}

TEST(ArticleWriter, CharacterReferencesToControlCharactersLeaveNothing) {
  const auto any = [](std::string_view written) { return std::optional(std::string(written)); };
  const ImportedArticle page = read_html_page("<h1>题&#2;目</h1><ul><li>甲&#x1b;乙</li></ul><img alt='图&#3;一' src='a.jpg'>", any);
  const Article article = read_back(page);
  EXPECT_THAT(dump_article(article), testing::AllOf(testing::HasSubstr("题目"), testing::HasSubstr("甲乙")));
}

}  // namespace
}  // namespace banxin
