// Notes over all columns: the page keeps as much room for them as its text brings.
#include "layout/page_notes.h"

#include <gtest/gtest.h>

#include "layout/page_charges.h"
#include "layout/page_maker.h"

namespace banxin {
namespace {

const PageCosts costs;
/// Two lines of notes and their rule take two lines of the grid, each two more take one.
const NoteRoom over_page{Length::from_points(20), Length::from_points(10), Length::from_points(20), true};

FillBlock paragraph(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  return block;
}

FillBlock paragraph_with_note(int lines, AnchoredNote note) {
  FillBlock block = paragraph(lines);
  block.variants.front().notes.push_back(note);
  return block;
}

struct Made {
  std::vector<FillBlock> flow;
  PageRoom room;
  std::vector<MadePage> pages;
};

Made pages_of(std::vector<FillBlock> flow, PageRoom room) {
  Made made{std::move(flow), std::move(room), {}};
  made.pages = make_pages({made.flow, {}, {}, over_page}, made.room, costs);
  return made;
}

int lines_of_notes(const std::vector<MadePage>& pages) {
  int lines = 0;
  for (const MadePage& page : pages) lines += page.note_lines;
  return lines;
}

TEST(PageNotes, ShortenAllColumnsOfTheirPageAlike) {
  const Made made = pages_of({paragraph_with_note(100, {3, 2})}, {3, 20, 0, 1, 100, {}});
  ASSERT_EQ(made.pages.size(), 2u);
  EXPECT_EQ(made.pages[0].lines, 18);
  EXPECT_EQ(made.pages[0].lines_for_notes, 2);
  EXPECT_EQ(made.pages[0].note_lines, 2);
  for (const MadeColumn& column : made.pages[0].bands.front().columns) EXPECT_EQ(column.used, 18);
  EXPECT_EQ(made.pages[1].note_lines, 0);
}

TEST(PageNotes, StandOnThePageOfTheirMarkWhereverItIs) {
  for (int line = 0; line < 100; ++line) {
    const Made made = pages_of({paragraph_with_note(100, {line, 6})}, {3, 20, 0, 1, 100, {}});
    ASSERT_GE(made.pages.size(), 2u) << line;
    EXPECT_EQ(lines_of_notes(made.pages), 6) << line;
    const bool on_first_page = line < made.pages[0].end.line || made.pages[0].end.block > 0;
    EXPECT_EQ(made.pages[0].note_lines > 0, on_first_page) << line;
    for (const MadePage& page : made.pages) {
      EXPECT_LE(over_page.taken(page.note_lines), page.lines_for_notes) << line;
      EXPECT_LE(page.lines + page.lines_for_notes, 20) << line;
    }
  }
}

TEST(PageNotes, GoOnAtTheFootOfTheNextPage) {
  const Made made = pages_of({paragraph_with_note(110, {20, 60})}, {3, 20, 0, 1, 100, {}});
  ASSERT_GE(made.pages.size(), 2u);
  EXPECT_EQ(lines_of_notes(made.pages), 60);
  EXPECT_GE(made.pages[0].note_lines, least_note_lines) << "it begins on the page of its mark";
  EXPECT_EQ(made.pages[0].end.notes, 60 - made.pages[0].note_lines);
  EXPECT_GT(made.pages[0].end.line, 20) << "text stands above a note, however long";
}

TEST(PageNotes, FollowTheLastTextDirectly) {
  const Made made = pages_of({paragraph_with_note(9, {0, 2})}, {3, 20, 0, 1, 100, {}});
  ASSERT_EQ(made.pages.size(), 1u);
  EXPECT_EQ(made.pages[0].lines, 3) << "balanced";
  EXPECT_EQ(made.pages[0].lines_for_notes, 2);
}

TEST(PageNotes, GoOnWhenTheTextHasEnded) {
  const Made made = pages_of({paragraph_with_note(6, {0, 80})}, {3, 20, 0, 1, 100, {}});
  EXPECT_EQ(lines_of_notes(made.pages), 80);
  EXPECT_TRUE(made.pages.back().bands.empty()) << "a page of notes alone";
  EXPECT_EQ(made.pages.back().lines, 0) << "from its head on";
}

TEST(PageNotes, AreChargedAsTheyCost) {
  for (const AnchoredNote note : {AnchoredNote{3, 2}, AnchoredNote{57, 4}, AnchoredNote{20, 60}}) {
    const Made made = pages_of({paragraph_with_note(110, note), paragraph(3)}, {3, 20, 0, 1, 100, {}});
    const PageMatter matter{made.flow, {}, {}, over_page};
    for (std::size_t page = 0; page < made.pages.size(); ++page) {
      const std::vector<PageCharge> charges = page_charges({matter, made.room, costs, made.pages}, page);
      EXPECT_EQ(sum_of(charges), made.pages[page].cost) << "note at line " << note.line << ", page " << page;
    }
  }
}

}  // namespace
}  // namespace banxin
