// What to look for: full columns on full pages, a balanced last page, figures in order, near their paragraphs and never before them.
#include "layout/page_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace banxin {
namespace {

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

std::vector<int> column_heights(const MadePage& page) {
  std::vector<int> heights;
  for (std::size_t i = 0; i < page.columns.size(); ++i)
    heights.push_back(page.plan.foot_lines[i] > 0 ? page.lines : page.plan.head_lines[i] + page.used[i]);
  return heights;
}

/// Worked example 7f of the composition rules.
TEST(PageMaker, BalancesTheLastPageWithLongerColumnsFirst) {
  const std::vector<std::pair<int, std::vector<int>>> examples = {{47, {16, 16, 15}}, {46, {16, 15, 15}}, {45, {15, 15, 15}}};
  for (const auto& [lines, heights] : examples) {
    const std::vector<MadePage> pages = make_pages(std::vector<FillBlock>{paragraph(lines)}, {}, {3, 56, 0, 1}, PageCosts{});
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(column_heights(pages[0]), heights) << lines << " lines";
  }
}

TEST(PageMaker, BeginsBelowTheHeadOnTheFirstPageAlone) {
  const std::vector<MadePage> pages = make_pages(std::vector<FillBlock>{paragraph(250)}, {}, {3, 56, 16, 1}, PageCosts{});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].first_line, 16);
  EXPECT_EQ(column_heights(pages[0]), (std::vector<int>{40, 40, 40}));
  EXPECT_EQ(pages[1].first_line, 0);
  EXPECT_EQ(column_heights(pages[1]), (std::vector<int>{44, 43, 43}));
}

FloatingFigure figure(int anchor, int one_column, int two_columns) {
  FloatingFigure result;
  result.anchor_block = anchor;
  result.lines_by_span = {one_column, two_columns, 0};
  return result;
}

TEST(PageMaker, PutsTheLeadFigureAtTheHeadOfTheLastColumns) {
  const std::vector<FillBlock> flow(10, paragraph(8));
  const std::vector<FloatingFigure> figures = {figure(1, 11, 16)};
  const std::vector<MadePage> pages = make_pages(flow, figures, {3, 56, 16, 2}, PageCosts{});
  ASSERT_EQ(pages[0].plan.figures.size(), 1u);
  const FigurePlace& place = pages[0].plan.figures[0];
  EXPECT_EQ(place.column, 1);
  EXPECT_EQ(place.span, 2);
  EXPECT_FALSE(place.at_foot);
}

TEST(PageMaker, PutsNoFigureBeforeThePageOfItsParagraph) {
  const std::vector<FillBlock> flow(30, paragraph(10));  // two pages and more
  const std::vector<FloatingFigure> figures = {figure(25, 11, 16)};
  const std::vector<MadePage> pages = make_pages(flow, figures, {3, 56, 0, 2}, PageCosts{});
  ASSERT_GE(pages.size(), 2u);
  EXPECT_TRUE(pages[0].plan.figures.empty());
  EXPECT_EQ(pages[1].plan.figures.size(), 1u);
}

TEST(PageMaker, PutsFiguresWithoutTextTogether) {
  const std::vector<FloatingFigure> figures(6, figure(-1, 11, 16));
  const std::vector<MadePage> pages = make_pages({}, figures, {3, 56, 0, 1}, PageCosts{});
  EXPECT_LE(pages.size(), 2u);
}

TEST(PageMaker, GivesAFigureHigherThanTheColumnAPage) {
  const std::vector<MadePage> pages =
      make_pages(std::vector<FillBlock>{paragraph(5)}, std::vector<FloatingFigure>{figure(0, 90, 90)}, {3, 56, 0, 1}, PageCosts{});
  int figures = 0;
  for (const MadePage& page : pages) figures += static_cast<int>(page.plan.figures.size());
  EXPECT_EQ(figures, 1);
}

TEST(PageMaker, MakesNothingBeyondTheLimitOfPages) {
  const std::vector<FillBlock> flow = {paragraph(90)};
  EXPECT_EQ(make_pages(flow, {}, {1, 30, 0, 1, 3}, PageCosts{}).size(), 3u);
  EXPECT_EQ(make_pages(flow, {}, {1, 30, 0, 1, 2}, PageCosts{}).size(), 0u);
}

TEST(PageMaker, MakesAPageOfAnEmptyFlow) { EXPECT_EQ(make_pages({}, {}, {3, 56, 10, 1}, PageCosts{}).size(), 1u); }

/// Each line of the flow once and in order; no piece outside its column; figures apart from text and from each other.
void check_pages(const std::vector<FillBlock>& flow, const std::vector<FloatingFigure>& figures, const std::vector<MadePage>& pages) {
  FlowPosition at;
  std::vector<int> figure_seen(figures.size(), 0);
  for (const MadePage& page : pages) {
    for (std::size_t column = 0; column < page.columns.size(); ++column) {
      const int free = page.lines - page.plan.head_lines[column] - page.plan.foot_lines[column];
      int below = 0;
      for (const ColumnPiece& piece : page.columns[column]) {
        while (at.line == 0 && at.block < piece.block && flow[static_cast<std::size_t>(at.block)].forced_break != FillBlock::Break::none)
          ++at.block;
        ASSERT_EQ(piece.block, at.block);
        ASSERT_EQ(piece.line_begin, at.line);
        ASSERT_GE(piece.at, below);
        below = piece.at + piece.line_end - piece.line_begin;
        ASSERT_LE(below, free);
        const int height = flow[static_cast<std::size_t>(piece.block)].variants[static_cast<std::size_t>(piece.variant)].lines;
        at = piece.line_end == height ? FlowPosition{piece.block + 1, 0, 0} : FlowPosition{piece.block, piece.variant, piece.line_end};
      }
    }
    for (const FigurePlace& place : page.plan.figures) {
      ++figure_seen[static_cast<std::size_t>(place.figure)];
      const int anchor = figures[static_cast<std::size_t>(place.figure)].anchor_block;
      ASSERT_TRUE(anchor < at.block || (anchor == at.block && at.line > 0)) << "a figure stands before the page of its paragraph";
    }
  }
  while (at.block < static_cast<int>(flow.size()) && flow[static_cast<std::size_t>(at.block)].forced_break != FillBlock::Break::none)
    ++at.block;
  ASSERT_EQ(at.block, static_cast<int>(flow.size()));
  for (const int times : figure_seen) ASSERT_EQ(times, 1);
}

TEST(PageMaker, LosesAndRepeatsNothingInRandomArticles) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<FillBlock> flow;
    std::vector<FloatingFigure> figures;
    const int blocks = 1 + below(40);
    for (int i = 0; i < blocks; ++i) {
      FillBlock block = paragraph(1 + below(14));
      if (below(8) == 0) {
        block.splittable = false;
        block.keep_with_next = 2;
        block.variants = {{2, 0}};
      }
      if (block.splittable && below(3) == 0) block.variants.push_back({block.variants[0].lines + 1, 100});
      flow.push_back(block);
      if (below(6) == 0) figures.push_back(figure(i, 6 + below(8), 10 + below(9)));
    }
    const PageRoom room{3, 30 + below(30), below(18), 1 + below(2)};
    check_pages(flow, figures, make_pages(flow, figures, room, PageCosts{}));
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

}  // namespace
}  // namespace banxin
