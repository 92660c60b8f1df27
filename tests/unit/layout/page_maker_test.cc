// What to look for: full columns on full pages, a balanced last page, figures in order, near their paragraphs and never before them.
#include "layout/page_maker.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

FillBlock paragraph(int lines, int orphans = 1) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  block.orphans = orphans;
  return block;
}

const PageCosts costs;

std::vector<MadePage> pages_of(const std::vector<FillBlock>& flow, const std::vector<FloatingFigure>& figures, const PageRoom& room) {
  return make_pages({flow, figures, {}}, room, costs);
}

std::vector<int> column_heights(const MadePage& page, std::size_t band = 0) {
  std::vector<int> heights;
  for (const MadeColumn& column : page.bands[band].columns) heights.push_back(lines_used(page, page.bands[band], column));
  return heights;
}

/// Worked example 7f of the composition rules.
TEST(PageMaker, BalancesTheLastPageWithLongerColumnsFirst) {
  const std::vector<std::pair<int, std::vector<int>>> examples = {{47, {16, 16, 15}}, {46, {16, 15, 15}}, {45, {15, 15, 15}}};
  for (const auto& [lines, heights] : examples) {
    const std::vector<MadePage> pages = pages_of({paragraph(lines)}, {}, {3, 56, 0, 1, 100, {}});
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(column_heights(pages[0]), heights) << lines << " lines";
  }
}

/// Three lines in two paragraphs: no column is left empty before one with text.
TEST(PageMaker, LeavesNoColumnEmptyBeforeText) {
  const std::vector<MadePage> pages = pages_of({paragraph(2), paragraph(1)}, {}, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(column_heights(pages[0]), (std::vector<int>{2, 1, 0}));
}

TEST(PageMaker, BeginsBelowTheHeadOnTheFirstPageAlone) {
  const std::vector<MadePage> pages = pages_of({paragraph(250)}, {}, {3, 56, 16, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].first_line, 16);
  EXPECT_EQ(column_heights(pages[0]), (std::vector<int>{40, 40, 40}));
  EXPECT_EQ(pages[1].first_line, 0);
  EXPECT_EQ(column_heights(pages[1]), (std::vector<int>{44, 43, 43}));
}

/// The first page of 40 lines ends a line early, lest the second paragraph's last line stand alone; two lines early would be next.
TEST(PageMaker, TellsTheCheapestOtherPageEnd) {
  const std::vector<FillBlock> flow = {paragraph(20), paragraph(21)};
  std::vector<PageAlternatives> alternatives;
  const std::vector<MadePage> pages = make_pages({flow, {}, {}}, {1, 40, 0, 1, 100, {}}, costs, &alternatives);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].end, (FlowPosition{1, 0, 19, -1}));
  ASSERT_EQ(alternatives.size(), 2u);
  const std::optional<OtherPageEnd>& other = alternatives[0].end;
  ASSERT_TRUE(other);
  EXPECT_EQ(other->end, (FlowPosition{1, 0, 18, -1}));
  EXPECT_EQ(other->more, costs.hole_two_lines - costs.hole_one_line);
  EXPECT_FALSE(alternatives[1].end) << "a third page for nothing is none";
  EXPECT_TRUE(alternatives[0].arrangements.empty()) << "there are no figures";
}

FloatingFigure figure(int anchor, int one_column, int two_columns) {
  FloatingFigure result;
  result.anchor_block = anchor;
  result.lines_by_span = {{one_column}, {two_columns}, {0}};
  return result;
}

TEST(PageMaker, PutsTheLeadFigureAtTheHeadOfTheLastColumns) {
  const std::vector<FillBlock> flow(10, paragraph(8));
  const std::vector<FloatingFigure> figures = {figure(1, 11, 16)};
  const std::vector<MadePage> pages = pages_of(flow, figures, {3, 56, 16, 2, 100, {}});
  ASSERT_EQ(pages[0].plan.figures.size(), 1u);
  const FigurePlace& place = pages[0].plan.figures[0];
  EXPECT_EQ(place.column, 1);
  EXPECT_EQ(place.span, 2);
  EXPECT_FALSE(place.at_foot);
}

/// One column: the figure stands at its foot. At the head it would cost what a figure there does, and what stands ahead of its paragraph.
TEST(PageMaker, TellsHowFiguresCouldStandOtherwise) {
  FloatingFigure low;
  low.anchor_block = 0;
  low.lines_by_span = {{8}};
  const std::vector<FillBlock> flow = {paragraph(20)};
  std::vector<PageAlternatives> alternatives;
  const std::vector<FloatingFigure> figures = {low};
  const std::vector<MadePage> pages = make_pages({flow, figures, {}}, {1, 40, 0, 1, 100, {}}, costs, &alternatives);
  ASSERT_EQ(pages.size(), 1u);
  ASSERT_TRUE(pages[0].plan.figures[0].at_foot);
  ASSERT_EQ(alternatives[0].arrangements.size(), 2u);
  EXPECT_TRUE(alternatives[0].arrangements[1].figures.empty()) << "on a page after this";
  EXPECT_GE(alternatives[0].arrangements[1].more, costs.page);
  const OtherArrangement& other = alternatives[0].arrangements[0];
  ASSERT_EQ(other.figures.size(), 1u);
  EXPECT_FALSE(other.figures[0].at_foot);
  EXPECT_EQ(other.more, costs.figure_single_at_top);
}

TEST(PageMaker, PutsNoFigureBeforeThePageOfItsParagraph) {
  const std::vector<FillBlock> flow(30, paragraph(10));  // two pages and more
  const std::vector<FloatingFigure> figures = {figure(25, 11, 16)};
  const std::vector<MadePage> pages = pages_of(flow, figures, {3, 56, 0, 2, 100, {}});
  ASSERT_GE(pages.size(), 2u);
  EXPECT_TRUE(pages[0].plan.figures.empty());
  EXPECT_EQ(pages[1].plan.figures.size(), 1u);
}

FillBlock page_break() {
  FillBlock block;
  block.forced_break = FillBlock::Break::page;
  return block;
}

/// Four figures of 50 lines beside a few lines of text: three columns of 56 lines hold no more than three, and the text behind the break
/// begins below none of them.
TEST(PageMaker, PutsNoFigureBehindAPageBreakThatItStoodBefore) {
  const std::vector<FillBlock> flow = {paragraph(6), page_break(), paragraph(30)};
  const std::vector<FloatingFigure> figures(4, figure(0, 50, 0));
  const std::vector<MadePage> pages = pages_of(flow, figures, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].plan.figures.size() + pages[1].plan.figures.size(), 4u);
  EXPECT_EQ(pages[1].end, (FlowPosition{2, 0, 0, -1}));
  EXPECT_TRUE(pages[2].plan.figures.empty());
}

/// So many figures put off for so long that their costs have more than nine digits.
TEST(PageMaker, HoldsWhatCostsMoreThanCanBeCounted) {
  PageCosts dear = costs;
  dear.figure_deferred = 20'000'000;
  const std::vector<FillBlock> flow = {paragraph(6)};
  const std::vector<FloatingFigure> figures(120, figure(0, 50, 0));
  std::size_t placed = 0;
  for (const MadePage& page : make_pages({flow, figures, {}}, {3, 56, 0, 1, 100, {}}, dear)) {
    EXPECT_GT(page.cost, 0);
    placed += page.plan.figures.size();
  }
  EXPECT_EQ(placed, figures.size());
}

TEST(PageMaker, PutsFiguresWithoutTextTogether) {
  const std::vector<FloatingFigure> figures(6, figure(-1, 11, 16));
  const std::vector<MadePage> pages = pages_of({}, figures, {3, 56, 0, 1, 100, {}});
  EXPECT_LE(pages.size(), 2u);
}

TEST(PageMaker, GivesAFigureHigherThanTheColumnAPage) {
  const std::vector<MadePage> pages = pages_of({paragraph(5)}, {figure(0, 90, 90)}, {3, 56, 0, 1, 100, {}});
  int figures = 0;
  for (const MadePage& page : pages) figures += static_cast<int>(page.plan.figures.size());
  EXPECT_EQ(figures, 1);
}

TEST(PageMaker, MakesNothingBeyondTheLimitOfPages) {
  const std::vector<FillBlock> flow = {paragraph(90)};
  EXPECT_EQ(pages_of(flow, {}, {1, 30, 0, 1, 3, {}}).size(), 3u);
  EXPECT_EQ(pages_of(flow, {}, {1, 30, 0, 1, 2, {}}).size(), 0u);
}

TEST(PageMaker, MakesAPageOfAnEmptyFlow) { EXPECT_EQ(pages_of({}, {}, {3, 56, 10, 1, 100, {}}).size(), 1u); }

FillBlock heading_over_all(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.span = 3;
  block.keep_with_next = 2;
  return block;
}

FillBlock heading_over(int columns, int lines) {
  FillBlock block = heading_over_all(lines);
  block.span = columns;
  return block;
}

/// Two of three columns hold the heading, the third runs through beside it: 86 lines in all, 29 + 29 + 28.
TEST(PageMaker, BalancesTextAboveAHeadingOverSomeOfTheColumnsInTheseAlone) {
  const std::vector<MadePage> pages = pages_of({paragraph(19), heading_over(2, 3), paragraph(61)}, {}, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 1u);
  const MadePage& page = pages[0];
  ASSERT_EQ(page.bands.size(), 3u) << "above the heading, below it, beside it";
  EXPECT_EQ(column_heights(page, 0), (std::vector<int>{10, 9}));
  ASSERT_EQ(page.spanning.size(), 1u);
  EXPECT_EQ(page.spanning[0].line, 10);
  EXPECT_EQ(page.spanning[0].column, 0);
  EXPECT_EQ(page.spanning[0].span, 2);
  EXPECT_EQ(page.bands[1].first_line, 13);
  EXPECT_EQ(column_heights(page, 1), (std::vector<int>{16, 16}));
  EXPECT_EQ(page.bands[2].columns[0].column, 2);
  EXPECT_EQ(column_heights(page, 2), (std::vector<int>{29}));
}

/// A page and the text before the heading: its first column runs through, the heading stands over the other two.
TEST(PageMaker, LetsAHeadingStandOverTheLastColumnsWhereItsTextComesToThem) {
  const std::vector<MadePage> pages = pages_of({paragraph(60), heading_over(2, 3), paragraph(80)}, {}, {3, 40, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  ASSERT_EQ(pages[0].spanning.size(), 1u);
  EXPECT_EQ(pages[0].spanning[0].column, 1);
  EXPECT_EQ(pages[0].spanning[0].line, 10);
  EXPECT_EQ(pages[0].spanning[0].band, 2) << "read after the first column and the text above it";
}

/// Six lines are left of the last column: the heading finds no room on the page, and text above it ends level.
TEST(PageMaker, PutsOffAHeadingOverSomeOfTheColumns) {
  const std::vector<MadePage> pages = pages_of({paragraph(114), heading_over(2, 3), paragraph(20)}, {}, {3, 40, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(pages[0].spanning.empty());
  EXPECT_EQ(column_heights(pages[0]), (std::vector<int>{38, 38, 38}));
  ASSERT_EQ(pages[1].spanning.size(), 1u);
  EXPECT_EQ(pages[1].spanning[0].line, 0);
}

TEST(PageMaker, BalancesTextAboveAHeadingOverAllColumns) {
  const std::vector<MadePage> pages = pages_of({paragraph(20), heading_over_all(4), paragraph(31)}, {}, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 1u);
  ASSERT_EQ(pages[0].bands.size(), 2u);
  EXPECT_EQ(column_heights(pages[0], 0), (std::vector<int>{7, 7, 6}));
  ASSERT_EQ(pages[0].spanning.size(), 1u);
  EXPECT_EQ(pages[0].spanning[0].line, 7);
  EXPECT_EQ(pages[0].bands[1].first_line, 11);
  EXPECT_EQ(column_heights(pages[0], 1), (std::vector<int>{11, 10, 10}));
}

TEST(PageMaker, PutsAHeadingOverAllColumnsOnTheNextPageRatherThanAtTheFoot) {
  const std::vector<MadePage> pages = pages_of({paragraph(85), heading_over_all(4), paragraph(31)}, {}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(pages[0].spanning.empty());
  ASSERT_EQ(pages[1].spanning.size(), 1u);
  EXPECT_EQ(pages[1].spanning[0].line, 0);
}

TEST(PageMaker, FillsThePageBelowAHeadingOverAllColumns) {
  const std::vector<MadePage> pages = pages_of({paragraph(20), heading_over_all(4), paragraph(200)}, {}, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(column_heights(pages[0], 1), (std::vector<int>{45, 45, 45}));
}

/// Rows of a line each below a header of two, over all columns.
FillBlock table_over_all(int rows) {
  auto units = std::make_shared<BlockUnits>();
  units->pitch = Length::from_points(10);
  units->repeated = units->pitch * 2;
  for (int row = 1; row <= rows; ++row) units->ends.push_back(units->pitch * row);
  FillBlock block;
  block.span = 3;
  block.splittable = true;
  block.orphans = block.widows = 2;
  block.variants = {{rows + 2, 0, 0, true, units}};
  return block;
}

/// Two pages of 30 lines, six taken by text above the table: 22 rows and, below the header again, the others.
TEST(PageMaker, CutsATableOverAllColumnsAtTheFootOfThePage) {
  const std::vector<MadePage> pages = pages_of({paragraph(18), table_over_all(40), paragraph(9)}, {}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  ASSERT_EQ(pages[0].spanning.size(), 1u);
  EXPECT_EQ(pages[0].spanning[0].line, 6);
  EXPECT_EQ(pages[0].spanning[0].lines, 24);
  EXPECT_EQ(pages[0].spanning[0].end, 22);
  ASSERT_EQ(pages[1].spanning.size(), 1u);
  EXPECT_EQ(pages[1].spanning[0].begin, 22);
  EXPECT_EQ(pages[1].spanning[0].end, 40);
  EXPECT_EQ(pages[1].spanning[0].lines, 20);
  EXPECT_EQ(pages[1].bands[0].first_line, 20);
}

/// 29 rows would leave one for the next page.
TEST(PageMaker, LeavesTwoRowsOfATableForTheNextPage) {
  const std::vector<MadePage> pages = pages_of({table_over_all(29)}, {}, {3, 30, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].spanning[0].end, 27);
}

FloatingFigure placed(FloatingFigure::Place place, int anchor, int lines) {
  FloatingFigure result = figure(anchor, lines, lines);
  result.lines_by_span[2] = {lines};
  result.place = place;
  return result;
}

TEST(PageMaker, HeedsTheAuthorsTopAndBottom) {
  const std::vector<FillBlock> flow(6, paragraph(10));
  const auto places = [&](FloatingFigure::Place place) {
    return pages_of(flow, {placed(place, 1, 9)}, {3, 56, 0, 1, 100, {}})[0].plan.figures.at(0).at_foot;
  };
  EXPECT_FALSE(places(FloatingFigure::Place::top));
  EXPECT_TRUE(places(FloatingFigure::Place::bottom));
}

TEST(PageMaker, GivesAFigureAPageOfItsOwnAfterItsParagraphHasBegun) {
  const std::vector<FillBlock> flow(30, paragraph(10));
  const std::vector<MadePage> pages = pages_of(flow, {placed(FloatingFigure::Place::page, 3, 40)}, {3, 56, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_TRUE(pages[0].plan.figures.empty());
  EXPECT_EQ(pages[1].plan.figures.size(), 1u);
  EXPECT_TRUE(pages[1].bands.empty());
  EXPECT_TRUE(pages[2].plan.figures.empty());
}

TEST(PageMaker, GivesAFigureThatIsTooHighBelowTheHeadThePageBehindIt) {
  PageRoom room{3, 56, 20, 1, 100, {}};
  const auto pages_with = [&](int lines) { return pages_of({paragraph(30)}, {placed(FloatingFigure::Place::page, -1, lines)}, room); };
  EXPECT_EQ(pages_with(36).front().plan.figures.size(), 1u);
  const std::vector<MadePage> pages = pages_with(37);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(pages[0].plan.figures.empty());
  EXPECT_EQ(pages[1].plan.figures.size(), 1u);
  // One that stands over all columns has no room beside a head over some of them.
  room.first_head = {10, 10, 0};
  EXPECT_TRUE(pages_with(20).front().plan.figures.empty());
}

/// A page of two columns of 20 lines: text of 12 lines and a figure of 14 leave holes unless the figure is lower.
TEST(PageMaker, SetsAPictureLowerWhenColumnsThenEndTogether) {
  FloatingFigure low = figure(0, 14, 0);
  low.lines_by_span = {{14}, {0}};
  const std::vector<FillBlock> flow = {paragraph(12)};
  const auto made = [&] { return pages_of(flow, {low}, {2, 40, 0, 1, 100, {}}); };
  const MadePage tall = made()[0];
  low.shrink = 2;
  const MadePage lower = made()[0];
  EXPECT_EQ(tall.plan.figures[0].shrunk, 0);
  EXPECT_LE(lower.cost, tall.cost);
}

/// The first frame stands over two columns' upper part, the second beside it over the whole height, the third below the first.
TEST(PageMaker, FillsTheFramesOfATemplateInTheirOrder) {
  PageRoom room;
  room.columns = 3;
  room.lines = 40;
  room.first_page_line = 5;
  room.frames = {{0, 20}, {0, 40}, {21, 19}};
  const std::vector<MadePage> pages = pages_of({paragraph(60), paragraph(40)}, {}, room);
  ASSERT_EQ(pages.size(), 2u);
  const std::vector<MadeColumn>& frames = pages[0].bands.at(0).columns;
  EXPECT_EQ(frames[0].used, 15) << "the head takes five lines";
  EXPECT_EQ(frames[1].used, 35);
  EXPECT_EQ(frames[2].first_line, 16);
  EXPECT_EQ(frames[2].used, 19);
  EXPECT_EQ(pages[1].bands.at(0).columns[0].used, 20);
  EXPECT_EQ(pages[1].bands.at(0).columns[1].used, 11) << "what is left";
}

TEST(PageMaker, MakesAPageOfFramesWithoutText) {
  PageRoom room;
  room.columns = 2;
  room.lines = 40;
  room.frames = {{0, 20}, {0, 40}};
  EXPECT_EQ(pages_of({}, {}, room).size(), 1u);
}

TEST(PageMaker, MakesNoPageOfOneLine) {
  std::vector<FillBlock> flow = {paragraph(20, 1), paragraph(21, 1)};
  for (FillBlock& block : flow) {
    block.widows = 1;
    block.variants.push_back({block.variants[0].lines + 1, 50});
  }
  const std::vector<MadePage> pages = pages_of(flow, {}, {1, 40, 0, 1, 100, {}});
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_GT(column_heights(pages[1])[0], 1) << "a paragraph takes a line more";
}

}  // namespace
}  // namespace banxin
