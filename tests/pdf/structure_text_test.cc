// The text of the structure tree, read back from the written file, is the article's text in the article's order: for every sample and page
// test, and for articles made up.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/utf8.h"
#include "base/whole_file.h"
#include "driver/typeset.h"
#include "page/invariants.h"
#include "preflight/report.h"
#include "support/article_texts.h"
#include "support/random_article.h"
#include "support/test_profile.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

const fs::path source_folder = BANXIN_SOURCE_DIR;

const Typesetter& typesetter() {
  static const DiskFileAccess files;
  static const Typesetter result(files, find_data_folders(), {source_folder / "tests/fonts"});
  return result;
}

struct Written {
  std::unique_ptr<TypesetResult> typeset;
  PdfReport report;
};

TypesetOptions with_test_fonts() {
  TypesetOptions options;
  options.style = (source_folder / "tests/cases/style.yaml").string();
  options.roots = {source_folder / "tests/cases"};
  return options;
}

void write(const std::string& name, const fs::path& folder, const std::string& text, const TypesetOptions& options, Written& written) {
  written.typeset = typesetter().typeset({name, folder, text}, options);
  for (const Diagnostic& diagnostic : written.typeset->diagnostics.all()) {
    if (diagnostic.severity == Severity::error) FAIL() << diagnostic.message.text(MessageLanguage::english) << '\n' << text;
  }
  DiagnosticSink sink;
  const auto bytes = write_document(*written.typeset, sink);
  ASSERT_TRUE(bytes);
  Result<PdfReport> report = inspect_pdf(*bytes);
  ASSERT_TRUE(report);
  written.report = std::move(*report);
}

/// The article's texts in its own order.
class Order {
 public:
  explicit Order(const Article& article) {
    for (const auto* lines : {&article.kicker, &article.title, &article.subtitle, &article.deck, &article.byline}) add(*lines);
    add(article.source);
    for (const Footnote& note : article.footnotes) {
      for (const Paragraph& paragraph : note.paragraphs) add(paragraph);
    }
    head.swap(texts);
    add(article.official.addressee);
    add(article.dateline);
    add(article.body);
    add(article.official.attachments);
    add(article.official.signed_by);
    add(article.official.remark);
    add(article.official.copies);
    add(article.official.printed_by);
  }
  std::vector<std::string> head;   ///< and notes: where the style has them
  std::vector<std::string> texts;  ///< in this order

 private:
  void add(const RichText& text) {
    if (!text.empty()) texts.push_back(without_blanks(text.plain()));
  }
  void add(const std::vector<RichText>& lines) {
    for (const RichText& line : lines) add(line);
  }
  void add(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit([this](const auto& content) { add(content); }, block.content);
  }
  void add(const Paragraph& paragraph) { add(paragraph.text); }
  void add(const Heading& heading) { add(heading.text); }
  void add(const Figure& figure) {
    add(figure.caption);
    add(figure.credit);
  }
  void add(const Quote& quote) {
    for (const Paragraph& paragraph : quote.paragraphs) add(paragraph);
    add(quote.by);
  }
  void add(const List& list) {
    for (const ListItem& item : list.items) {
      add(item.mark);
      add(item.blocks);
    }
  }
  void add(const Question& question) {
    for (const Paragraph& paragraph : question.paragraphs) add(paragraph);
    add(question.choices);
  }
  void add(const Table& table) {
    add(table.caption);
    for (const std::vector<TableCell>& row : table.rows) {
      for (const TableCell& cell : row) add(cell.lines);
    }
  }
  void add(const Box& box) {
    add(box.title);
    add(box.blocks);
  }
  void add(const Verse& verse) { add(verse.lines); }
  void add(const CodeBlock& code) { add(code.lines); }
  void add(const PullQuote& quote) {
    add(quote.lines);
    add(quote.by);
  }
  void add(const QrCode& code) { add(code.caption); }
  void add(const Break&) {}
  void add(const Space&) {}
  template <typename Rule>
  void add(const Rule&) {}
};

/// Labels that no author wrote: bullets and the style's own words.
bool is_of_program(const PagedDocument& document, std::size_t node, const std::string& text) {
  const auto parent = static_cast<std::size_t>(document.structure[node].parent);
  return text == "•" || document.structure[parent].type != StructureNode::Type::list_item;
}

/// A text without the marks of its article's notes: circled to fifty, then plain figures.
std::string without_marks_of(const Article& article, const std::string& text) {
  std::string result = without_note_marks(text);
  for (std::size_t number = 51; number <= article.footnotes.size(); ++number) {
    const std::string mark = std::to_string(number);
    for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark)) result.erase(at, mark.size());
  }
  return result;
}

/// The date as the style's pattern has it, without blanks.
std::string set_date(const Article& article) {
  const auto& date = article.date.date;
  if (date && article.language == "ko") return fmt::format("{}년{}월{}일", date->year, date->month, date->day);
  return date ? fmt::format("{}年{}月{}日", date->year, date->month, date->day) : std::string();
}

/// What the style `official` adds to the matter of an official document (GB/T 9704): numbers, labels, marks left out, and dates.
std::string added_to_official(const Article& article) {
  const OfficialMatter& matter = article.official;
  std::string added;
  if (!matter.addressee.empty() && !matter.addressee.plain().ends_with("：")) added += "：";
  if (!matter.attachments.empty()) added += "附件：";
  for (std::size_t i = 1; matter.attachments.size() > 1 && i <= matter.attachments.size(); ++i) added += fmt::format("{}.", i);
  if (!matter.signed_by.empty()) added += set_date(article);
  if (!matter.remark.empty() && !matter.remark.plain().starts_with("（")) added += "（）";
  if (!matter.copies.empty()) added += "抄送：";
  if (const auto& date = matter.printed_date.date)
    added += fmt::format("{}年{}月{}日印发", date->year, date->month, date->day);
  else if (!matter.printed_date.written.empty())
    added += without_blanks(matter.printed_date.written.plain()) + "印发";
  return added;
}

/// What the style `worksheet` adds to questions: their heading and numbers, the letters of choices, the words for marks; and the numbers of
/// paragraphs.
std::string added_to_worksheet(const Article& article, const Style& style) {
  std::string added;
  int questions = 0;
  char32_t paragraph = U'①';
  for (const Block& block : article.body) {
    if (style.numbering.paragraphs && std::holds_alternative<Paragraph>(block.content)) utf8::append(added, paragraph++);
    const auto* question = std::get_if<Question>(&block.content);
    if (question == nullptr) continue;
    if (questions == 0) added += style.questions.heading + style.questions.hint;
    added += fmt::format("{}.", ++questions);
    if (!question->marks.empty()) {
      std::string marks = style.questions.marks;
      added += marks.replace(marks.find('#'), 1, question->marks.plain());
    }
    for (std::size_t i = 0; i < question->choices.size(); ++i) added += fmt::format("{}.", static_cast<char>('A' + i));
  }
  return added;
}

/// What the tree holds beside the article's texts: furniture, bullets and the words on placeholders.
std::string extra_text(const PagedDocument& document) {
  const std::vector<std::string> texts = text_by_node(document);
  std::string extra;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const StructureNode& node = document.structure[i];
    using Type = StructureNode::Type;
    if (node.is_furniture || (node.type == Type::label && is_of_program(document, i, texts[i])) || node.type == Type::figure)
      extra += without_blanks(texts[i]);
  }
  return extra;
}

void expect_the_articles_text(const Written& written) {
  const Article& article = *written.typeset->article;
  std::string tree = without_blanks(written.report.text);
  if (!article.footnotes.empty()) tree = without_marks_of(article, tree);
  const Order order(article);
  for (const std::string& text : order.head) {
    const std::size_t found = tree.find(text);
    ASSERT_NE(found, std::string::npos) << text << "\nis not in\n" << tree;
    tree.erase(found, text.size());
  }
  std::string rest;  // of the tree, beside the article's texts
  std::size_t from = 0;
  for (const std::string& text : order.texts) {
    const std::size_t found = tree.find(text, from);
    ASSERT_NE(found, std::string::npos) << text << "\nis not in what follows of\n" << tree.substr(from);
    rest += tree.substr(from, found - from);
    from = found + text.size();
  }
  rest += tree.substr(from);
  // The rest must be accounted for to the last character: what is not the article's flow, and the lines that stand in furniture or in the
  // text as the style has it.
  std::string accounted =
      extra_text(*written.typeset->document) + added_to_official(article) + added_to_worksheet(article, *written.typeset->style) +
      table_numbers(article, written.typeset->style->tables.number);
  if (!article.footnotes.empty()) accounted = without_marks_of(article, accounted);
  // Where the style has no place for them in its furniture, these stand in the text.
  std::vector<RichText> matter = article.worksheet.fields;
  matter.push_back(article.worksheet.instruction);
  for (const RichText& text : matter) {
    if (accounted.find(without_blanks(text.plain())) == std::string::npos) accounted += without_blanks(text.plain());
  }
  for (const RichText& issuer : article.official.issuer) {
    if (accounted.find(issuer.plain()) == std::string::npos) accounted += without_blanks(issuer.plain());
  }
  const std::string number = without_blanks(article.official.number.plain());
  if (accounted.find(number) == std::string::npos) accounted += number;
  for (const RichText& line : article.credits) {
    if (accounted.find(without_blanks(line.plain())) == std::string::npos) accounted += without_blanks(line.plain());
  }
  for (const std::string& line : {article.column.plain(), article.link.plain(), article.date.written.plain(), set_date(article)}) {
    const std::string text = without_blanks(line);
    if (accounted.find(text) == std::string::npos && rest.find(text) != std::string::npos) accounted += text;
  }
  std::string sorted_rest = rest, sorted_accounted = accounted;
  std::sort(sorted_rest.begin(), sorted_rest.end());
  std::sort(sorted_accounted.begin(), sorted_accounted.end());
  EXPECT_EQ(sorted_rest, sorted_accounted) << rest << "\n" << accounted;
}

void expect_no_findings(const Written& written) {
  for (const Diagnostic& finding : written.report.findings) {
    if (finding.message.code != "preflight-picture-coarse") ADD_FAILURE() << finding.message.text(MessageLanguage::english);
  }
}

std::vector<fs::path> articles() {
  std::vector<fs::path> result;
  for (const char* folder : {"content", "tests/cases"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source_folder / folder)) {
      if (entry.path().extension() == ".yaml" && entry.path().filename() != "style.yaml") result.push_back(entry.path());
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

class WrittenArticle : public testing::TestWithParam<fs::path> {};

TEST_P(WrittenArticle, HasTheArticlesTextInItsTreeAndBreaksNoRule) {
  const bool test_fonts = GetParam().string().find("tests/cases") != std::string::npos;
  Written written;
  write(GetParam().filename().string(), GetParam().parent_path(), *DiskFileAccess().read(GetParam(), 1 << 20),
        test_fonts ? with_test_fonts() : TypesetOptions{}, written);
  if (HasFatalFailure()) return;
  expect_the_articles_text(written);
  expect_no_findings(written);
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = fs::relative(info.param, source_folder).replace_extension().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Articles, WrittenArticle, testing::ValuesIn(articles()), name_of);

std::vector<fs::path> samples() {
  std::vector<fs::path> result = articles();
  std::erase_if(result, [](const fs::path& path) { return path.string().find("tests/cases") != std::string::npos; });
  return result;
}

/// The samples for print shops and for office printers.
class PrintedSample : public testing::TestWithParam<fs::path> {
 protected:
  void write_with(const std::vector<std::string>& set) {
    TypesetOptions options;
    options.set = set;
    options.roots = {fs::temp_directory_path()};
    write(GetParam().filename().string(), GetParam().parent_path(), *DiskFileAccess().read(GetParam(), 1 << 20), options, written_);
  }

  /// Holds the test's CMYK profile while the test runs.
  class ProfileFile {
   public:
    ProfileFile() {
      if (write_file_whole(path_, test::cmyk_profile())) throw std::runtime_error("no room for " + path_.string());
    }
    ~ProfileFile() { fs::remove(path_); }
    std::string path() const { return path_.string(); }

   private:
    fs::path path_ = fs::temp_directory_path() / ("banxin-test-" + std::to_string(::getpid()) + ".icc");
  };

  Written written_;
};

TEST_P(PrintedSample, IsWholeAndBreaksNoRuleAsX4) {
  const ProfileFile profile;
  write_with({"output.standard=x-4", "output.profile=" + profile.path(), "page.bleed=3mm", "page.marks=all"});
  if (HasFatalFailure()) return;
  expect_the_articles_text(written_);
  expect_no_findings(written_);
  EXPECT_EQ(written_.report.claimed, "PDF/X-4");
  EXPECT_EQ(written_.report.output_intent, "Banxin test inks");
  for (const std::string& space : written_.report.colour_spaces)
    EXPECT_THAT(space, testing::AnyOf("DeviceCMYK", "Separation")) << "vector colours";
  constexpr double bleed = 3 * 72 / 25.4;
  for (const PdfPageFacts& page : written_.report.pages) {
    EXPECT_NEAR(page.boxes.at("BleedBox").width(), page.boxes.at("TrimBox").width() + 2 * bleed, 0.01);
    EXPECT_GT(page.boxes.at("MediaBox").width(), page.boxes.at("BleedBox").width() + 30);
  }
}

TEST_P(PrintedSample, IsWholeAndGrayThroughoutForOfficePrinters) {
  write_with({"output.colour=gray"});
  if (HasFatalFailure()) return;
  expect_the_articles_text(written_);
  expect_no_findings(written_);
  EXPECT_THAT(written_.report.colour_spaces, testing::ElementsAre("DeviceGray"));
}

INSTANTIATE_TEST_SUITE_P(Samples, PrintedSample, testing::ValuesIn(samples()), name_of);

/// Fifty to a test, so that they run beside each other.
class MadeUpArticles : public testing::TestWithParam<unsigned> {};

TEST_P(MadeUpArticles, HaveTheirTextInTheirTreesAndBreakNoRule) {
  constexpr unsigned each = 50;
  for (unsigned seed = GetParam() * each; seed < (GetParam() + 1) * each; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Written written;
    write("made-up.yaml", source_folder, test::random_article(seed), with_test_fonts(), written);
    if (HasFatalFailure()) return;
    expect_the_articles_text(written);
    expect_no_findings(written);
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Articles, MadeUpArticles, testing::Range(0u, 10u));

}  // namespace
}  // namespace banxin
