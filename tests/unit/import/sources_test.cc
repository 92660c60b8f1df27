// What to look for: Markdown and HTML from elsewhere give the blocks they mean, and nothing they say is lost.
#include "import/sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/import.h"
#include "import/source_text.h"

namespace banxin {
namespace {

using Kind = ImportedBlock::Kind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const PicturePath no_pictures = [](std::string_view) { return std::nullopt; };
const PicturePath all_pictures = [](std::string_view written) { return std::optional(std::string(written)); };

/// The texts of the blocks, each with a letter for its kind before it.
std::vector<std::string> outline(const std::vector<ImportedBlock>& body) {
  std::vector<std::string> result;
  for (const ImportedBlock& block : body) {
    std::string text = std::string(1, "phfqlrtc"[static_cast<int>(block.kind)]) +
                       (block.kind == Kind::heading ? std::to_string(block.level) : "") + " " + plain(block.text) + block.path;
    for (const ImportedText& part : block.paragraphs) text += plain(part) + "/";
    for (const auto& row : block.rows) {
      for (const ImportedText& cell : row) text += plain(cell) + "|";
      text += "/";
    }
    for (const std::string& line : block.lines) text += line + "/";
    for (const auto& item : block.items) {
      for (const std::string& inner : outline(item)) text += inner + "/";
    }
    result.push_back(std::move(text));
  }
  return result;
}

TEST(SourceKind, IsToldByNameThenByContent) {
  EXPECT_EQ(kind_of_source("a.HTM", "文字"), SourceKind::html);
  EXPECT_EQ(kind_of_source("a.md", "文字"), SourceKind::markdown);
  EXPECT_EQ(kind_of_source("-", "<!DOCTYPE html><p>字"), SourceKind::html);
  EXPECT_EQ(kind_of_source("-", "---\ntitle: 甲\n---\n字"), SourceKind::markdown);
  EXPECT_EQ(kind_of_source("a.txt", "# 题\n\n字"), SourceKind::markdown);
  EXPECT_EQ(kind_of_source("a.txt", "题\n# 话题 #\n"), SourceKind::text);
  EXPECT_EQ(kind_of_source("a.txt", "<提示> 一句话"), SourceKind::text);
}

TEST(SourceKind, FindsTheDeclaredEncoding) {
  EXPECT_EQ(declared_encoding("<html><meta charset=\"gb2312\">"), "gb2312");
  EXPECT_EQ(declared_encoding("<meta http-equiv=Content-Type content=\"text/html; charset=Big5\">"), "Big5");
  EXPECT_EQ(declared_encoding("charset=gbk 是一种写法"), "");
}

TEST(MarkdownText, ReadsFrontMatter) {
  const ImportedArticle article =
      read_markdown_text("---\ntitle: '甲: 乙'\nauthor:\n  - 丙\n  - 丁\ntags: [戊, \"己\"]\nlayout: post\n---\n正文。\n", no_pictures);
  EXPECT_EQ(plain(article.title), "甲: 乙");
  EXPECT_EQ(article.byline, "丙 丁");
  EXPECT_THAT(article.keywords, ElementsAre("戊", "己"));
  ASSERT_EQ(article.left_out.size(), 1u);
  EXPECT_EQ(article.left_out[0].text, "layout: post");
  EXPECT_EQ(article.left_out[0].line, 7u);
}

TEST(MarkdownText, GivesTheBlocksItMeans) {
  const ImportedArticle article = read_markdown_text(
      "# 题\n\n甲\n乙\n\n小题\n---\n\n文![图](a.jpg \"名\")字\n\n- 一\n  - 二\n\n> 引\n\n1. 独项\n\n```\n x = "
      "1\n```\n\n|a|b|\n|-|--|\n|c|d|\n\n####### 七号\n",
      all_pictures);
  EXPECT_EQ(plain(article.title), "题");
  EXPECT_THAT(outline(article.body), ElementsAre("p 甲", "p 乙", "h2 小题", "p 文", "f 图a.jpg", "p 字", "l p 一/l p 二//", "q 引/",
                                                 "p 1. 独项", "c  x = 1/", "t a|b|/c|d|/", "p ####### 七号"));
  EXPECT_EQ(article.rows_of_tables, 0u);
}

TEST(MarkdownText, KeepsTablesAndProgramText) {
  const ImportedArticle article = read_markdown_text(
      "# 题\n\n| |`a|b`|\n|--|:-:|\n|甲|乙\\|丙|\n|丁|\n\n~~~py {1}\n\nx = `1`\n\n  y\n\n~~~\n\n|独|\n|--|\n", all_pictures);
  EXPECT_THAT(outline(article.body), ElementsAre("t |a|b|/甲|乙|丙|/丁||/", "c /x = `1`//  y/", "p 独"));
  EXPECT_EQ(article.body[0].alignment, (std::vector{Table::Alignment::automatic, Table::Alignment::centre}));
  EXPECT_EQ(article.body[1].language, "py");
}

TEST(MarkdownText, LeavesTheAuthorsMarksOfAListInItsTexts) {
  const ImportedArticle article = read_markdown_text("# 题\n\n- ①甲\n- ②乙\n\n1. （一）丙\n2. （二）丁\n", no_pictures);
  EXPECT_THAT(outline(article.body), ElementsAre("l p ① 甲/p ② 乙/", "l p （一）丙/p （二）丁/"));
}

TEST(MarkdownText, KeepsWhatNoBlockCanHold) {
  const ImportedArticle article =
      read_markdown_text("# 题\n\n- # 项里的标题\n\n注[^1]与{漢字|かん}。\n\n[^1]: 注文\n\n！[图](a.jpg)\n", no_pictures);
  std::string all;
  for (const std::string& text : outline(article.body)) all += text;
  for (const char* part : {"项里的标题", "注[1]与{漢字|かん}。", "注文", "图"}) EXPECT_THAT(all, HasSubstr(part));
}

TEST(HtmlPage, FindsTheMainTextAndListsTheRest) {
  const ImportedArticle article = read_html_page(
      "<body><nav>首页 列表</nav><div><h1>题</h1><p class=summary>导语也是正文的一部分，不能丢掉这一句。</p></div>"
      "<div class=content><p>第一段足够长，是正文里真正的一句话，读者要看的。</p><p>第二段也足够长，同样是正文里的一句话，后面还有。</p>"
      "<p>第三段照样足够长，仍然是正文里的一句话，到此为止了。第三段照样足够长，仍然是正文里的一句话，到此为止了。"
      "第三段照样足够长，仍然是正文里的一句话，到此为止了。第三段照样足够长，仍然是正文里的一句话，到此为止了。</p></div>"
      "<div class='related-posts'><p>别的文章</p></div><script>var a;</script></body>",
      no_pictures);
  EXPECT_EQ(plain(article.title), "题");
  ASSERT_EQ(article.body.size(), 4u);
  EXPECT_THAT(plain(article.body[0].text), HasSubstr("导语"));
  ASSERT_EQ(article.left_out.size(), 2u);
  EXPECT_EQ(article.left_out[0].text, "首页 列表");
  EXPECT_EQ(article.left_out[1].text, "别的文章");
}

TEST(HtmlPage, ReadsBlocksAndMarkup) {
  const ImportedArticle article = read_html_page(
      "<body><h1>题</h1><h2>节</h2><p>甲<b>乙</b>\n丙 <ruby>漢<rt>かん</rt></ruby></p><ol "
      "start=3><li>一<ul><li>二</li></ul></li><li><p>三</p></li></ol>"
      "<figure><img src=a.jpg><figcaption>说明</figcaption></figure><img src='b.jpg' alt='替代'><hr><pre>x\n y</pre><p>上<br>下</p></body>",
      all_pictures);
  EXPECT_THAT(outline(article.body), ElementsAre("h2 节", "p 甲乙丙 漢（かん）", "l p 一/l p 二//p 三/", "f 说明a.jpg", "f 替代b.jpg", "r ",
                                                 "c x/ y/", "p 上", "p 下"));
  EXPECT_EQ(article.body[2].first_number, 3);
  EXPECT_TRUE(article.body[1].text.at(1).markup.strong);
}

TEST(HtmlPage, KeepsTablesOfData) {
  const ImportedArticle article = read_html_page(
      "<body><h1>题</h1><table><caption>各站</caption><thead><tr><th>站<th>水位</thead><tfoot><tr><td>合计<td>3</tfoot>"
      "<tr><td rowspan=2>东<td><p>1</p><tr><td>2<tr><td colspan=2>无</table>"
      "<table><tr><td>只有一列</table><table><tr><td>图<td><img src=a.jpg></table></body>",
      all_pictures);
  EXPECT_THAT(outline(article.body), ElementsAre("t 各站站|水位|/东|1|/|2|/无||/合计|3|/", "p 只有一列", "p 图", "f a.jpg"));
  EXPECT_TRUE(article.body[0].has_header);
}

TEST(HtmlPage, KeepsUnderlinedNamesApart) {
  const ImportedArticle article = read_html_page("<body><h1>题</h1><p><u>北京</u><u>上海</u></p></body>", no_pictures);
  const ImportedText& text = article.body.at(0).text;
  ASSERT_EQ(text.size(), 2u);
  EXPECT_EQ(text[0].markup.name_line.form, NameLine::Form::straight);
  EXPECT_NE(text[0].markup.name_line, text[1].markup.name_line);
}

TEST(HtmlPage, SurvivesBrokenAndDeepPages) {
  std::string deep = "<body>";
  for (int i = 0; i < 3000; ++i) deep += "<div>";
  EXPECT_EQ(plain(read_html_page(deep + "深处的字", no_pictures).title), "深处的字");
  EXPECT_EQ(plain(read_html_page("<p <b>字", no_pictures).title), "字");
  EXPECT_THAT(read_html_page("", no_pictures).body, IsEmpty());
}

TEST(ImportArticle, KeepsHalfWidthMarksWhenAsked) {
  ImportOptions options;
  options.picture_path = no_pictures;
  DiagnosticSink sink;
  const std::string text = "题目\n好,很好。\n";
  EXPECT_EQ(import_article("a.txt", text, options, sink), "title: 题目\nbody: |\n  好，很好。\n");
  options.as_is = true;
  EXPECT_EQ(import_article("a.txt", text, options, sink), "title: 题目\nbody: |\n  好,很好。\n");
}

TEST(ImportArticle, RefusesWhatIsNoText) {
  ImportOptions options;
  options.picture_path = no_pictures;
  DiagnosticSink sink;
  EXPECT_FALSE(import_article("a.docx", "PK\x03\x04", options, sink));
  EXPECT_FALSE(import_article("a.txt", " \n\n", options, sink));
  ASSERT_EQ(sink.all().size(), 2u);
  EXPECT_EQ(sink.all()[0].message.code, "import-not-text");
  EXPECT_EQ(sink.all()[1].message.code, "import-empty");
}

TEST(ImportArticle, TakesNoTextOfWhichNothingShows) {
  DiagnosticSink sink;
  EXPECT_FALSE(import_article("a.txt", "\ufe00\u202e\n", {}, sink));
  EXPECT_EQ(sink.all().at(0).message.code, "import-empty");
  for (const auto& [name, source] : {std::pair("a.txt", "\ufe00\n校运动会\n\n三天赛事。\n"), std::pair("a.md", "# \u200d\n\n三天赛事。\n"),
                                     std::pair("a.html", "<title>校运动会</title><h1>&#xfe00;</h1><p>三天赛事。</p>")}) {
    const auto article = import_article(name, source, {}, sink);
    ASSERT_TRUE(article) << name;
    EXPECT_THAT(*article, HasSubstr(std::string(name) == "a.md" ? "title: a\n" : "title: 校运动会\n"));
    EXPECT_THAT(*article, HasSubstr("三天赛事。"));
  }
}

TEST(ImportArticle, NamesATextWithoutTitleByItsFile) {
  ImportOptions options;
  options.picture_path = no_pictures;
  DiagnosticSink sink;
  EXPECT_EQ(import_article("folder/记事.txt", "只有一句话。", options, sink), "title: 记事\nbody: |\n  只有一句话。\n");
}

}  // namespace
}  // namespace banxin
