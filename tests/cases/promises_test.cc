// What the product promises of every page, checked on each article of the page tests and of the samples.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "driver/typeset.h"
#include "layout/furniture.h"
#include "layout/page_builder.h"
#include "page/invariants.h"
#include "style/type_area.h"
#include "support/article_texts.h"
#include "support/page_lines.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

const fs::path source_folder = BANXIN_SOURCE_DIR;
constexpr Length tolerance = Length::from_points(0.01);

std::vector<fs::path> articles_in(const char* folder) {
  std::vector<fs::path> result;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source_folder / folder)) {
    if (entry.path().extension() == ".yaml" && entry.path().filename() != "style.yaml") result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool is_sample(const fs::path& article) { return article.parent_path() == source_folder / "content"; }

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = fs::relative(info.param, source_folder).replace_extension().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

class PromisesTest : public testing::TestWithParam<fs::path> {
 protected:
  void SetUp() override {
    const DiskFileAccess files;
    const fs::path folder = GetParam().parent_path();
    const ArticleInput input{GetParam().filename().string(), folder, *files.read(GetParam(), 1 << 20)};
    TypesetOptions options;
    if (!is_sample(GetParam())) {
      const fs::path own = folder / "style.yaml";
      options.style = (fs::exists(own) ? own : source_folder / "tests/cases/style.yaml").string();
      options.roots = {source_folder / "tests/cases"};
    }
    result_ = typesetter().typeset(input, options);
    for (const Diagnostic& diagnostic : result_->diagnostics.all()) {
      if (diagnostic.severity == Severity::error) ADD_FAILURE() << diagnostic.message.text(MessageLanguage::english);
    }
    ASSERT_TRUE(result_->document);
  }

  static const Typesetter& typesetter() {
    static const DiskFileAccess files;
    static const Typesetter result(files, find_data_folders(), {source_folder / "tests/fonts"});
    return result;
  }

  const PagedDocument& document() const { return *result_->document; }

  std::unique_ptr<TypesetResult> result_;
};

TEST_P(PromisesTest, PagesAreSound) { EXPECT_THAT(check_page_invariants(document()), testing::IsEmpty()); }

/// The body alone: what furniture tells of the article stands at the foot of a page, between the lines of a paragraph that goes on.
PagedDocument without_furniture(PagedDocument document) {
  for (Page& page : document.pages) {
    std::erase_if(page.items, [&](const PageItem& item) {
      return item.tag.node >= 0 && document.structure[static_cast<std::size_t>(item.tag.node)].is_furniture;
    });
  }
  return document;
}

/// The right-hand pages of a document, or its left-hand ones.
PagedDocument pages_of_side(PagedDocument document, bool verso) {
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if ((i % 2 == 1) != verso) document.pages[i].items.clear();
  }
  return document;
}

TEST_P(PromisesTest, BodyLinesStandOnTheGrid) {
  const Length size = result_->style->of(Element::body).size;
  const ArticleTexts texts = texts_of(*result_->article);
  const PagedDocument body = without_head_block(without_furniture(document()), texts.flow.front());
  for (const bool verso : {false, true}) {
    const TypeArea area = type_area(*result_->style, verso);
    BodyGrid grid{area.area, area.area.y + size.scaled(880, 1000), result_->style->grid.pitch, size};
    if (is_sample(GetParam())) {  // ink of real fonts reaches a hair over the em box
      const Length hair = size.scaled(1, 20);
      grid.area = {grid.area.x - hair, grid.area.y, grid.area.width + 2 * hair, grid.area.height};
    }
    EXPECT_THAT(check_body_grid(pages_of_side(body, verso), grid), testing::IsEmpty());
  }
}

TEST_P(PromisesTest, EveryCharacterPrintsOnce) {
  std::string expected = texts_of(*result_->article).everything();
  const Variables variables = article_variables(*result_->article, *result_->style);
  if (variables.contains("date") && !furniture_prints(*result_->style, "date", variables)) expected += variables.at("date");
  if (!furniture_prints(*result_->style, "credits", variables)) {
    for (const RichText& credit : result_->article->credits) expected += credit.plain();
  }
  const OfficialMatter& official = result_->article->official;
  if (!official.attachments.empty()) expected += result_->style->matter.attachments;
  if (!official.copies.empty()) expected += result_->style->matter.copies;
  if (!official.printed_date.written.empty())
    expected += printed_date(official.printed_date, *result_->article, *result_->style) + result_->style->matter.printed;
  const QuestionStyle& questions = result_->style->questions;
  bool first_question = true;
  for (const Block& block : result_->article->body) {
    const auto* question = std::get_if<Question>(&block.content);
    if (question == nullptr) continue;
    if (std::exchange(first_question, false)) expected += questions.heading + questions.hint;
    if (!question->marks.empty()) expected += questions.marks;
  }
  expected += table_numbers(*result_->article, result_->style->tables.number);
  EXPECT_EQ(han_counts(expected), han_counts(printed_text(document())));
}

TEST_P(PromisesTest, CreditsPrintOnce) {
  std::string printed;
  for (const Page& page : document().pages) printed += without_blanks(all_text(page)) + '\n';
  for (const RichText& credit : result_->article->credits) {
    const std::string text = without_blanks(credit.plain());
    const std::size_t found = printed.find(text);
    ASSERT_NE(found, std::string::npos) << text;
    EXPECT_EQ(printed.find(text, found + 1), std::string::npos) << text << " is printed again";
  }
}

/// Furniture, a note or its mark: what stands at the foot of a page or column, between the lines of a paragraph that goes on.
bool stands_apart(const std::vector<StructureNode>& structure, int node) {
  for (; node >= 0; node = structure[static_cast<std::size_t>(node)].parent) {
    const StructureNode& at = structure[static_cast<std::size_t>(node)];
    if (at.is_furniture || at.type == StructureNode::Type::note || at.type == StructureNode::Type::reference) return true;
  }
  return false;
}

/// What stands apart, or all else.
PagedDocument only(PagedDocument document, bool apart) {
  for (Page& page : document.pages) {
    std::erase_if(page.items, [&](const PageItem& item) { return stands_apart(document.structure, item.tag.node) != apart; });
  }
  return document;
}

TEST_P(PromisesTest, TheTextIsInReadingOrder) {
  const std::string printed = without_blanks(extracted_text(only(document(), false)));
  std::size_t from = 0;
  for (const std::string& text : texts_of(*result_->article).flow) {
    const std::size_t found = printed.find(without_blanks(text), from);
    ASSERT_NE(found, std::string::npos) << text << "\nis not in what follows of\n" << printed;
    from = found + without_blanks(text).size();
  }
}

TEST_P(PromisesTest, NotesPrintWholeInTheirOrder) {
  const std::string printed = without_note_marks(without_blanks(extracted_text(only(document(), true))));
  for (const Footnote& note : result_->article->footnotes) {
    for (const Paragraph& paragraph : note.paragraphs) {
      const std::string text = without_blanks(paragraph.text.plain());
      EXPECT_NE(printed.find(text), std::string::npos) << text << "\nis not in\n" << printed;
    }
  }
}

TEST_P(PromisesTest, NoLineBeginsOrEndsWithAForbiddenMark) {
  for (const PageLine& line : lines_of(document())) {
    EXPECT_FALSE(line.begins_with_forbidden_mark()) << line.text;
    EXPECT_FALSE(line.ends_with_forbidden_mark()) << line.text;
  }
}

/// Ink fills the em box in the test fonts alone: there a line's end can be read off its ink.
class PromisesInTestFonts : public PromisesTest {};

TEST_P(PromisesInTestFonts, JustifiedLinesEndAtTheColumnsEdge) {
  const PageGeometry geometry = page_geometry(*result_->style);
  for (const PageLine& line : lines_of(document())) {
    const TypeArea& area = geometry.area_of(static_cast<int>(line.page));
    const bool body = line.node_type == StructureNode::Type::paragraph && line.size == result_->style->of(Element::body).size;
    if (!body || line.last_of_block || line.ends_in_latin()) continue;
    const Length inset = line.in_box ? result_->style->of(Element::body).size : Length();
    Length left;
    for (const Length x : area.column_x) {
      if (x <= line.ink_start + tolerance) left = std::max(left, x);
    }
    bool at_edge = false;  // of a column, or of one of the frames that begin there
    for (std::size_t c = 0; c < area.column_x.size(); ++c) {
      const double right = (left + area.column_widths[c] - inset).points();
      if (area.column_x[c] == left) at_edge |= std::abs(line.ink_end.points() - right) <= tolerance.points();
    }
    // A box may stand over all columns.
    if (line.in_box) at_edge |= std::abs((line.ink_end + inset - area.area.right()).points()) <= tolerance.points();
    EXPECT_TRUE(at_edge) << line.text << " ends at " << line.ink_end.points();
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, PromisesTest, testing::ValuesIn(articles_in("tests/cases")), test_name);
INSTANTIATE_TEST_SUITE_P(Cases, PromisesInTestFonts, testing::ValuesIn(articles_in("tests/cases")), test_name);
// The samples are set in the fonts that people get.
INSTANTIATE_TEST_SUITE_P(Samples, PromisesTest, testing::ValuesIn(articles_in("content")), test_name);

}  // namespace
}  // namespace banxin
