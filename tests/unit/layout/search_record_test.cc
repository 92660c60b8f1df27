// What to look for: after any edit the pages are those of a search from the beginning, and few are searched.
#include "layout/search_record.h"

#include <gtest/gtest.h>

#include "support/random_flow.h"
#include "support/random_rounds.h"

namespace banxin {
namespace {

const PageCosts costs;

std::vector<MadePage> pages_of(RandomFlow& random, SearchRecord* record) {
  return make_pages({random.flow, random.figures, random.go_on()}, random.room, costs, nullptr, nullptr, record);
}

TEST(SearchRecord, GivesThePagesOfAFreshSearchAfterRandomEdits) {
  int searched = 0, pages = 0;
  for (unsigned seed = 0; seed < test::random_rounds(30u); ++seed) {
    RandomFlow random(seed, seed % 3 == 0 ? 150 : 40);
    SearchRecord record;
    pages_of(random, &record);
    for (int edit = 0; edit < 8; ++edit) {
      random.edit();
      RandomFlow other = random;
      const std::vector<MadePage> fresh = pages_of(other, nullptr);
      ASSERT_TRUE(pages_of(random, &record) == fresh) << "seed " << seed << ", edit " << edit;
      if (!random.room.measures.empty()) continue;
      searched += record.searched();
      pages += static_cast<int>(fresh.size());
    }
  }
  EXPECT_LT(searched * 3, pages * 2);
}

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

/// Every chapter begins a page.
std::vector<FillBlock> chapters(int count) {
  std::vector<FillBlock> flow;
  for (int chapter = 0; chapter < count; ++chapter) {
    for (int i = 0; i < 12; ++i) flow.push_back(paragraph(7 + (chapter + i) % 5));
    FillBlock page_break;
    page_break.forced_break = FillBlock::Break::page;
    flow.push_back(page_break);
  }
  flow.pop_back();
  return flow;
}

TEST(SearchRecord, SearchesOnlyTheChapterOfAnEdit) {
  std::vector<FillBlock> flow = chapters(40);
  const PageRoom room{3, 20, 5, 1, 500, {}};
  SearchRecord record;
  const std::size_t pages = make_pages({flow, {}, {}}, room, costs, nullptr, nullptr, &record).size();
  EXPECT_EQ(record.searched(), static_cast<int>(pages));
  make_pages({flow, {}, {}}, room, costs, nullptr, nullptr, &record);
  EXPECT_EQ(record.searched(), 0);
  flow[200] = paragraph(6);
  make_pages({flow, {}, {}}, room, costs, nullptr, nullptr, &record);
  EXPECT_LE(record.searched(), 6);
  flow.insert(flow.begin() + 100, paragraph(3));
  EXPECT_EQ(make_pages({flow, {}, {}}, room, costs, nullptr, nullptr, &record), make_pages({flow, {}, {}}, room, costs));
  EXPECT_LE(record.searched(), 6);
}

}  // namespace
}  // namespace banxin
