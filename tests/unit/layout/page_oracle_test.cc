// What to look for: on small articles no arrangement whatever costs less than the pages that were made, and theirs is found at the same
// cost.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "layout/page_maker.h"
#include "support/page_oracle.h"
#include "support/random_rounds.h"

namespace banxin {
namespace {

/// An article that can be searched through and through: up to 12 blocks and 40 lines, pages of up to three columns of 6 to 14 lines.
struct SmallArticle {
  std::vector<FillBlock> flow;
  std::vector<FloatingFigure> figures;
  PageRoom room;

  /// `spanning`: of three columns, a quarter of the blocks over two of them.
  explicit SmallArticle(unsigned seed, bool spanning = false) : random_(seed) {
    room.columns = spanning ? 3 : 1 + below(3);
    room.lines = 6 + below(9);
    room.first_page_line = below(3);
    room.lead_span = 1 + below(room.columns);
    int lines = 4 + below(37);
    const int blocks = 1 + below(12);
    while (lines > 0 && static_cast<int>(flow.size()) < blocks) {
      flow.push_back(spanning && below(4) == 0 ? spanning_block() : block(1 + below(std::min(lines, 9))));
      lines -= flow.back().variants.front().lines;
    }
    const int floating = below(4) == 0 ? 1 + below(2) : 0;
    for (int i = 0; i < floating; ++i) figures.push_back(figure());
    std::sort(figures.begin(), figures.end(), [](const auto& a, const auto& b) { return a.anchor_block < b.anchor_block; });
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  FillBlock block(int lines) {
    FillBlock result;
    result.variants = {{lines, 0}};
    switch (below(14)) {
      case 0:
        result.forced_break = below(2) == 0 ? FillBlock::Break::page : FillBlock::Break::column;
        result.variants = {{0, 0}};
        break;
      case 1:
        result = spanning_block();
        if (below(2) == 0) result.span = room.columns;
        break;
      case 2:
        result.variants = {{1 + below(2), 0}};
        result.keep_with_next = 2;
        result.space_before = 1;
        break;
      case 3:
        result.variants = {{2 + below(3), 0}};
        result.may_wait = true;
        result.shrink = below(2);
        break;
      default:
        result.splittable = true;
        result.orphans = 1 + below(2);
        if (below(3) == 0) result.variants.push_back({lines + 1, 40 + below(200)});
    }
    return result;
  }

  FillBlock spanning_block() {
    FillBlock result;
    result.span = 2;
    result.variants = {{1 + below(2), 0}};
    result.keep_with_next = below(3);
    result.space_before = below(2);
    return result;
  }

  FloatingFigure figure() {
    FloatingFigure result;
    result.anchor_block = below(static_cast<int>(flow.size()));
    for (int span = 1; span <= room.columns; ++span) result.lines_by_span.push_back({2 + below(2) + span});
    const FloatingFigure::Place places[] = {FloatingFigure::Place::any, FloatingFigure::Place::any, FloatingFigure::Place::top,
                                            FloatingFigure::Place::bottom};
    result.place = places[below(4)];
    if (below(3) == 0) result.fixed_span = 1 + below(room.columns);
    result.shrink = below(2);
    return result;
  }

  std::mt19937 random_;
};

/// How many articles to try; thousands on request.
unsigned articles_to_try() {
  const char* asked = std::getenv("BANXIN_ORACLE_ARTICLES");
  return asked != nullptr ? static_cast<unsigned>(std::atoi(asked)) : test::random_rounds(300u);
}

void expect_nothing_cheaper(const SmallArticle& article, unsigned seed) {
  const PageCosts costs;
  const PageMatter matter{article.flow, article.figures, {}};
  int made = 0;
  for (const MadePage& page : make_pages(matter, article.room, costs)) made += page.cost;
  EXPECT_EQ(PageOracle(matter, article.room, costs).least_cost(made + 1), made) << "seed " << seed;
}

TEST(PageOracle, FindsNothingCheaperThanThePagesMade) {
  for (unsigned seed = 0; seed < articles_to_try(); ++seed) expect_nothing_cheaper(SmallArticle(seed), seed);
}

TEST(PageOracle, FindsNothingCheaperWithBlocksOverSomeOfTheColumns) {
  for (unsigned seed = 0; seed < articles_to_try(); ++seed) expect_nothing_cheaper(SmallArticle(seed, true), seed);
}

}  // namespace
}  // namespace banxin
