// What to look for: what no editor sends, thousands of figures or headings over some of many columns, costs a bounded number of attempts a
// page. Attempts are counted, not seconds.
#include <gtest/gtest.h>

#include "layout/page_maker.h"

namespace banxin {
namespace {

/// Beyond the steps a page is allowed, what the search in haste still takes: 8 places to begin, 6 numbers of figures.
constexpr std::int64_t most_on_page = 60'000 + 60'000;

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

FillBlock heading(int span) {
  FillBlock block;
  block.variants = {{2, 0}};
  block.keep_with_next = 2;
  block.span = span;
  return block;
}

FloatingFigure figure(int anchor, int columns, int shrink) {
  FloatingFigure result;
  result.anchor_block = anchor;
  for (int span = 1; span <= columns; ++span) result.lines_by_span.push_back({12 + 6 * span});
  result.shrink = shrink;
  return result;
}

struct Search {
  std::size_t pages = 0;
  SearchWork work;
};

Search search_for(const std::vector<FillBlock>& flow, const std::vector<FloatingFigure>& figures, int columns) {
  Search search;
  search.pages = make_pages({flow, figures, {}}, {columns, 56, 16, 2, 10'000, {}}, PageCosts{}, nullptr, &search.work).size();
  return search;
}

TEST(PageWork, StaysWithinBoundsForAFloodOfFigures) {
  for (const int columns : {3, 8}) {
    std::vector<FillBlock> flow;
    std::vector<FloatingFigure> figures;
    for (int i = 0; i < 400; ++i) {
      flow.push_back(paragraph(4 + i % 5));
      figures.push_back(figure(i, columns, 8));
    }
    const Search search = search_for(flow, figures, columns);
    EXPECT_GE(search.pages, 400u / 5);
    EXPECT_LE(search.work.most_on_page, most_on_page) << columns << " columns";
    // Each figure is the first of a page once: five figures behind 256 arrangements each, at the head and foot of each column.
    EXPECT_LE(search.work.figure_places, 400 * (5 * 256 * 2 * columns)) << columns << " columns";
  }
}

TEST(PageWork, StaysWithinBoundsForBlocksOverSomeOfManyColumns) {
  std::vector<FillBlock> flow;
  for (int i = 0; i < 100; ++i) {
    flow.push_back(paragraph(5 + i % 9));
    flow.push_back(heading(2 + i % 4));
  }
  flow.push_back(paragraph(9));
  EXPECT_LE(search_for(flow, {}, 6).work.most_on_page, most_on_page);
}

/// What is ordinary needs no haste.
TEST(PageWork, IsLittleForPlainText) {
  std::vector<FillBlock> flow;
  for (int i = 0; i < 300; ++i) flow.push_back(paragraph(3 + i * 7 % 9));
  EXPECT_LE(search_for(flow, {}, 3).work.most_on_page, 2'000);
}

TEST(PageWork, DoesNotGrowFasterThanTheArticle) {
  const auto columns_for = [](int blocks) {
    std::vector<FillBlock> flow;
    for (int i = 0; i < blocks; ++i) flow.push_back(i % 2 == 0 ? heading(1) : paragraph(1 + i % 3));
    return search_for(flow, {}, 8).work.columns;
  };
  EXPECT_LE(columns_for(4'000), 3 * columns_for(2'000));
}

}  // namespace
}  // namespace banxin
