// What to look for: what a page is said to have cost is all that the page maker counted, and each item names its reason and its place.
#include "layout/page_charges.h"

#include <gtest/gtest.h>

#include "support/random_flow.h"
#include "support/random_rounds.h"

namespace banxin {
namespace {

const PageCosts costs;

std::string names_of(const std::vector<PageCharge>& charges) {
  std::string names;
  for (const PageCharge& charge : charges) {
    for (const PageCostName& name : page_cost_names()) {
      if (name.value == charge.cost) names += std::string(name.name) + " ";
    }
    names += std::to_string(charge.times) + " " + std::to_string(charge.amount) + "; ";
  }
  return names;
}

TEST(PageCharges, SumUpToWhatThePageMakerCounted) {
  for (unsigned seed = 0; seed < test::random_rounds(500u); ++seed) {
    RandomFlow article(seed);
    const PageMatter matter{article.flow, article.figures, article.go_on()};
    const std::vector<MadePage> pages = make_pages(matter, article.room, costs);
    for (std::size_t page = 0; page < pages.size(); ++page) {
      const std::vector<PageCharge> charges = page_charges({matter, article.room, costs, pages}, page);
      EXPECT_EQ(sum_of(charges), pages[page].cost)
          << "seed " << seed << ", page " << page << " of " << pages.size() << ": " << names_of(charges);
    }
  }
}

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

/// Two paragraphs of 21 lines in a column of 40: the page ends a line early, so that no line stands alone overleaf.
TEST(PageCharges, TellAHoleByItsColumnAndTheBlockThatWasCut) {
  const std::vector<FillBlock> flow = {paragraph(20), paragraph(21)};
  const PageMatter matter{flow, {}, {}};
  const PageRoom room{1, 40, 0, 1, 100, {}};
  const std::vector<MadePage> pages = make_pages(matter, room, costs);
  ASSERT_EQ(pages.size(), 2u);
  const std::vector<PageCharge> charges = page_charges({matter, room, costs, pages}, 0);
  ASSERT_EQ(charges.size(), 2u) << names_of(charges);
  EXPECT_EQ(charges[0].cost, &PageCosts::page);
  EXPECT_EQ(charges[1].cost, &PageCosts::hole_one_line);
  EXPECT_EQ(charges[1].block, 1);
  EXPECT_EQ(charges[1].column, 0);
}

TEST(PageCharges, TellHowManyColumnsLieBetweenAParagraphAndItsFigure) {
  const std::vector<FillBlock> flow = {paragraph(3), paragraph(53), paragraph(56), paragraph(40)};
  FloatingFigure figure;
  figure.anchor_block = 0;
  figure.lines_by_span = {{16}, {0}, {0}};
  figure.place = FloatingFigure::Place::bottom;
  const std::vector<FloatingFigure> figures = {figure};
  const PageMatter matter{flow, figures, {}};
  const PageRoom room{3, 56, 0, 1, 100, {}};
  std::vector<MadePage> pages = make_pages(matter, room, costs);
  ASSERT_EQ(pages.size(), 1u);
  pages[0].plan.figures.at(0).column = 2;
  const std::vector<PageCharge> charges = page_charges({matter, room, costs, pages}, 0);
  const auto distance =
      std::find_if(charges.begin(), charges.end(), [](const PageCharge& charge) { return charge.cost == &PageCosts::figure_distance; });
  ASSERT_NE(distance, charges.end()) << names_of(charges);
  EXPECT_EQ(distance->times, 2);
  EXPECT_EQ(distance->figure, 0);
}

}  // namespace
}  // namespace banxin
