// Articles of the test fonts made to fill pages: the whole way, from the style's key to the pages and what is said of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <set>

#include "driver/typeset.h"
#include "layout/text_setter.h"
#include "page/dump.h"
#include "style/type_area.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// An article of so many sentences in paragraphs of one to four, with a place for a picture after the third.
std::string article(int sentences, bool picture = false) {
  constexpr std::array said = {"换书处设在一层大厅，三张长桌一字排开，每人最多可换五本。",
                               "登记的学生给每本书贴上一张卡片，写着上一位主人想说的话，字迹各不相同。", "讲座和朗读在二层，下午四点开始。",
                               "第一天来讲的是校医，台下笑声不断，散场以后还有人追着提问，问到天黑。", "门口的黑板每天换一句话。"};
  std::string text = "title: 读书周七日记\nbody: |\n  ";
  for (int i = 0, in_paragraph = 0, paragraph = 0; i < sentences; ++i) {
    text += said.at(static_cast<std::size_t>(i * 7 % 5));
    if (++in_paragraph <= paragraph * 3 % 4) continue;
    text += "\n  ";
    in_paragraph = 0;
    if (++paragraph == 3 && picture) text += "![换书处]()\n  ";
  }
  return text + "到此为止。\n";
}

class TypesetFit : public testing::Test {
 protected:
  std::unique_ptr<TypesetResult> typeset(const std::string& text, std::vector<std::string> set) {
    TypesetOptions options;
    options.style = "cases/style.yaml";
    options.set = std::move(set);
    options.keep_galleys = true;
    auto result = typesetter_.typeset({"article.yaml", root_ / "tests", text}, options);
    EXPECT_TRUE(result->document) << testing::PrintToString(codes(*result));
    return result;
  }

  static std::vector<std::string> codes(const TypesetResult& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) codes.push_back(diagnostic.message.code);
    return codes;
  }

  static std::string said(const TypesetResult& result) {
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics.all()) text += diagnostic.message.text(MessageLanguage::english);
    return text;
  }

  /// Baselines of the body's lines in each column of a page, from the head.
  static std::vector<std::vector<Length>> baselines(const TypesetResult& result, std::size_t page) {
    const TypeArea area = type_area(*result.style, page % 2 == 1);
    std::vector<std::set<Length>> columns(area.column_x.size());
    for (const PageItem& item : result.document->pages[page].items) {
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      if (run == nullptr || run->size != result.style->of(Element::body).size || item.tag.node < 0) continue;
      if (result.document->structure[static_cast<std::size_t>(item.tag.node)].type != StructureNode::Type::paragraph) continue;
      std::size_t column = 0;
      while (column + 1 < columns.size() && run->origin.x >= area.column_x[column + 1] - Length::from_points(1)) ++column;
      columns[column].insert(run->origin.y);
    }
    std::vector<std::vector<Length>> sorted;
    sorted.reserve(columns.size());
    for (const std::set<Length>& column : columns) sorted.emplace_back(column.begin(), column.end());
    return sorted;
  }

  /// All body lines on the one grid, and the last page's columns end within two lines of the foot that the style as written has.
  static void expect_filled(const TypesetResult& result, std::size_t pages, Length foot) {
    ASSERT_EQ(result.document->pages.size(), pages);
    const TypeArea area = type_area(*result.style, false);
    const Length pitch = result.style->grid.pitch, first = area.area.y + ascent_of(result.style->of(Element::body).size);
    EXPECT_LE(std::abs((area.area.bottom() - foot).raw()), Length::from_points(0.1).raw()) << "the area ends where the style's does";
    for (std::size_t page = 0; page < pages; ++page) {
      for (const std::vector<Length>& column : baselines(result, page)) {
        ASSERT_FALSE(column.empty());
        for (const Length baseline : column) EXPECT_EQ((baseline - first).raw() % pitch.raw(), 0) << "page " << page;
        EXPECT_GE(column.back() + pitch * 3, area.area.bottom()) << "page " << page;
      }
    }
  }

  fs::path root_ = BANXIN_SOURCE_DIR;
  DiskFileAccess files_;
  Typesetter typesetter_{files_, {root_ / "styles", root_ / "fonts", {}}, {root_ / "tests/fonts"}};
};

constexpr Length foot_of_newspaper = Length::from_points(62 + 55 * 13 + 9);

struct Filled {
  int sentences;
  std::size_t pages;
};
class FilledPages : public TypesetFit, public testing::WithParamInterface<Filled> {};

TEST_P(FilledPages, AreSetOnOneGridToTheFoot) {
  const auto [sentences, pages] = GetParam();
  const auto result = typeset(article(sentences), {"fit.pages=" + std::to_string(pages)});
  EXPECT_THAT(codes(*result), ElementsAre("fit-done")) << said(*result);
  expect_filled(*result, pages, foot_of_newspaper);
}

INSTANTIATE_TEST_SUITE_P(Fit, FilledPages,
                         testing::Values(Filled{80, 1}, Filled{95, 1}, Filled{180, 2}, Filled{210, 2}, Filled{290, 3}, Filled{320, 3}),
                         [](const auto& test) { return std::to_string(test.param.sentences) + "_on_" + std::to_string(test.param.pages); });

TEST_F(TypesetFit, FitsWhatFillsAtNoSettingAndSaysWhatIsMissing) {
  const auto result = typeset(article(310), {"fit.pages=3"});
  EXPECT_THAT(codes(*result), ElementsAre("fit-done-short"));
  EXPECT_EQ(result->diagnostics.all()[0].severity, Severity::note);
  EXPECT_EQ(result->document->pages.size(), 3u);
}

TEST_F(TypesetFit, SaysByHowManyLinesAnArticleIsTooLong) {
  const auto result = typeset(article(120), {"fit.pages=1"});
  EXPECT_THAT(codes(*result), ElementsAre("fit-over"));
  EXPECT_EQ(result->diagnostics.all()[0].severity, Severity::warning);
  EXPECT_EQ(result->document->pages.size(), 2u);
  // At the limits: the lines on page 2 are those that are said to be too many.
  int lines = 0;
  for (const auto& column : baselines(*result, 1)) lines += static_cast<int>(column.size());
  EXPECT_THAT(said(*result), HasSubstr(std::to_string(lines) + " lines too long for 1 page"));
}

TEST_F(TypesetFit, LeavesAnArticleThatIsTooShortAsItIs) {
  const auto natural = typeset(article(40), {}), result = typeset(article(40), {"fit.pages=1"});
  EXPECT_THAT(codes(*result), ElementsAre("fit-short"));
  EXPECT_EQ(result->style->grid.pitch, natural->style->grid.pitch);
  EXPECT_EQ(baselines(*result, 0), baselines(*natural, 0));
}

TEST_F(TypesetFit, TakesTheNaturalSettingWhereARangeHoldsIt) {
  const auto result = typeset(article(130), {"fit.pages=1..2"});
  EXPECT_THAT(codes(*result), IsEmpty());
  EXPECT_EQ(result->style->grid.pitch, Length::from_points(13));
}

/// A page and the first column of the next, down to its foot. An article that no setting fills to the line is said to be short.
TEST_F(TypesetFit, FillsColumnsOfPartOfAPage) {
  int filled = 0;
  for (const int count : {117, 121, 125, 129}) {
    const auto result = typeset(article(count), {"fit.columns=4"});
    ASSERT_EQ(result->document->pages.size(), 2u) << count;
    const std::vector<std::vector<Length>> columns = baselines(*result, 1);
    EXPECT_FALSE(columns[0].empty());
    EXPECT_TRUE(columns[1].empty()) << count;
    EXPECT_TRUE(columns[2].empty()) << count;
    const bool to_the_foot = static_cast<int>(columns[0].size()) >= result->style->page.area_lines - 2;
    if (to_the_foot) {
      EXPECT_THAT(codes(*result), Each("fit-done")) << count << ": " << said(*result);
    } else {
      EXPECT_THAT(codes(*result), ElementsAre(AnyOf("fit-done-short", "fit-short"))) << count << ": " << said(*result);
    }
    filled += to_the_foot ? 1 : 0;
  }
  EXPECT_GE(filled, 2);
}

TEST_F(TypesetFit, ChangesOnlyWhatTheStyleLets) {
  const auto result = typeset(article(95, true), {"fit={pages: 1, adjust: [images]}"});
  EXPECT_EQ(result->style->grid.pitch, Length::from_points(13));
  EXPECT_EQ(result->style->of(Element::body).size, Length::from_points(9));
}

TEST_F(TypesetFit, KeepsTheHeadlineAndTheCaptionAsTheyAre) {
  const auto natural = typeset(article(90, true), {}), result = typeset(article(90, true), {"fit={pages: 1, adjust: {size: 8%}}"});
  EXPECT_LT(result->style->of(Element::body).size, natural->style->of(Element::body).size);
  for (const Element element : {Element::title, Element::caption, Element::folio})
    EXPECT_EQ(result->style->of(element).size, natural->style->of(element).size) << name_of(element);
}

TEST_F(TypesetFit, IsTheSameEveryTime) {
  const std::string text = article(200, true);
  const auto once = typeset(text, {"fit.pages=2"}), again = typeset(text, {"fit.pages=2"});
  EXPECT_EQ(said(*once), said(*again));
  EXPECT_EQ(dump_text(*once->document), dump_text(*again->document));
}

TEST_F(TypesetFit, SaysEachThingOfTheArticleOnce) {
  // A picture that is missing is met in every layout that is tried.
  std::string text = article(95);
  text += "  ![合影](missing.png)\n";
  const auto result = typeset(text, {"fit.pages=1"});
  EXPECT_THAT(codes(*result), testing::UnorderedElementsAre("file-not-found", testing::StartsWith("fit-")));
}

}  // namespace
}  // namespace banxin
