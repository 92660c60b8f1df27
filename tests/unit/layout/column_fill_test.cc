// What to look for: columns end where a good editor would end them, and every line of the flow stands exactly once.
#include "layout/column_fill.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banxin {
namespace {

FillBlock paragraph(int lines, int orphans = 2) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.splittable = true;
  block.orphans = orphans;
  return block;
}

FillBlock heading(int lines) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.keep_with_next = 2;
  return block;
}

const PageCosts costs;

FillRoom room_of(const std::vector<FillBlock>& flow, int capacity) {
  FillRoom room;
  room.capacity = capacity;
  room.stop = static_cast<int>(flow.size());
  return room;
}

ColumnEnd best(const std::vector<FillBlock>& flow, FlowPosition begin, int capacity) {
  return fill_column({flow, costs, 100, {}}, begin, room_of(flow, capacity), 4).front();
}

TEST(ColumnFill, CutsAParagraphWhereTheColumnEnds) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {}, 14);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 4}));
  EXPECT_EQ(column.used, 14);
  EXPECT_EQ(column.cost, 0);
}

TEST(ColumnFill, GoesOnInTheMiddleOfAParagraph) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {0, 0, 6}, 9);
  ASSERT_EQ(column.pieces.size(), 2u);
  EXPECT_EQ(column.pieces[0].line_begin, 6);
  EXPECT_EQ(column.pieces[0].line_end, 10);
  EXPECT_EQ(column.pieces[1].at, 4);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 5}));
}

TEST(ColumnFill, LeavesALineFreeRatherThanAWidow) {
  const ColumnEnd column = best({paragraph(10), paragraph(10)}, {}, 19);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 8}));
  EXPECT_EQ(column.used, 18);
}

TEST(ColumnFill, TakesAnotherLengthOfAParagraphRatherThanAHole) {
  std::vector<FillBlock> flow = {paragraph(10), paragraph(10)};
  flow[0].variants.push_back({11, 100});
  const ColumnEnd column = best(flow, {}, 19);
  EXPECT_EQ(column.used, 19);
  EXPECT_EQ(column.pieces.front().variant, 1);
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 8}));
}

TEST(ColumnFill, LeavesNoFirstLineAloneAtTheFootOfAWideColumn) {
  EXPECT_EQ(best({paragraph(10), paragraph(10)}, {}, 11).end, (FlowPosition{1, 0, 0}));
  EXPECT_EQ(best({paragraph(10, 1), paragraph(10, 1)}, {}, 11).end, (FlowPosition{1, 0, 1}));
}

TEST(ColumnFill, LeavesNoHeadingAtTheFoot) {
  const ColumnEnd column = best({paragraph(10), heading(2), paragraph(10)}, {}, 13);
  EXPECT_LT(column.end.block, 2) << "heading, and one line of text only, stand in the column";
  EXPECT_EQ(best({paragraph(10), heading(2), paragraph(10)}, {}, 14).end, (FlowPosition{2, 0, 2}));
}

TEST(ColumnFill, DropsSpaceAboveABlockAtTheColumnHead) {
  std::vector<FillBlock> flow = {paragraph(3), paragraph(3)};
  flow[0].space_before = flow[1].space_before = 1;
  const ColumnEnd column = best(flow, {}, 20);
  EXPECT_EQ(column.pieces[0].at, 0);
  EXPECT_EQ(column.pieces[1].at, 4);
  EXPECT_EQ(column.used, 7);
}

TEST(ColumnFill, EndsAtAForcedBreak) {
  FillBlock column_break;
  column_break.forced_break = FillBlock::Break::column;
  const ColumnEnd column = best({paragraph(3), column_break, paragraph(3)}, {}, 20);
  EXPECT_EQ(column.end, (FlowPosition{2, 0, 0}));
  EXPECT_EQ(column.stop, ColumnStop::column_break);
  EXPECT_EQ(column.cost, 0);
}

TEST(ColumnFill, SetsABlockTallerThanAnyColumnRatherThanNever) {
  const std::vector<FillBlock> flow = {heading(30), paragraph(5)};
  const std::vector<ColumnEnd> ends = fill_column({flow, costs, 20, {}}, {}, room_of(flow, 20), 4);
  EXPECT_EQ(ends.front().pieces.size(), 1u);
  EXPECT_EQ(ends.front().end.block, 1);
}

TEST(ColumnFill, EndsWhereTheFlowStopsForNow) {
  const std::vector<FillBlock> flow = {paragraph(3), paragraph(3)};
  FillRoom room = room_of(flow, 20);
  room.stop = 1;
  room.room_cost = 7;
  const ColumnEnd column = fill_column({flow, costs, 20, {}}, {}, room, 4).front();
  EXPECT_EQ(column.end, (FlowPosition{1, 0, 0}));
  EXPECT_EQ(column.stop, ColumnStop::flow_ended);
  EXPECT_EQ(column.cost, 17 * 7) << "each line left free has the cost that the caller sets";
  room.empty_cost = 5;
  EXPECT_EQ(fill_column({flow, costs, 20, {}}, {1, 0, 0}, room, 4).front().cost, 5) << "nothing is left for the column";
}

TEST(ColumnFill, WantsLinesBelowWhatStandsAboveTheColumn) {
  const std::vector<FillBlock> flow = {paragraph(1), paragraph(5)};
  FillRoom room = room_of(flow, 1);
  room.must = 2;
  EXPECT_EQ(fill_column({flow, costs, 20, {}}, {}, room, 4).front().cost, 0) << "a paragraph of one line has no more";
  room = room_of(flow, 1);
  room.must = 2;
  EXPECT_GE(fill_column({flow, costs, 20, {}}, {1, 0, 0}, room, 4).front().cost, costs.heading_at_foot);
}

FillBlock standing_figure(int lines, int shrink = 0) {
  FillBlock block;
  block.variants = {{lines, 0}};
  block.may_wait = true;
  block.shrink = shrink;
  return block;
}

TEST(ColumnFill, LetsTextFlowPastAFigureThatDoesNotFit) {
  const std::vector<FillBlock> flow = {paragraph(10), standing_figure(8), paragraph(10)};
  const ColumnEnd column = best(flow, {}, 15);
  EXPECT_EQ(column.end, (FlowPosition{2, 0, 5, 1})) << "the figure waits for the next column";
  EXPECT_EQ(column.used, 15);
  const ColumnEnd next = best(flow, column.end, 15);
  ASSERT_EQ(next.pieces.size(), 2u);
  EXPECT_EQ(next.pieces[0].block, 1);
  EXPECT_EQ(next.pieces[0].at, 0);
  EXPECT_EQ(next.pieces[1].line_begin, 5);
  EXPECT_EQ(next.pieces[1].at, 8);
  EXPECT_EQ(next.end, (FlowPosition{3, 0, 0}));
}

TEST(ColumnFill, LeavesTheRestOfAParagraphToTheNextColumnWhereAFigureTakesAll) {
  const std::vector<FillBlock> flow = {paragraph(10), standing_figure(15), paragraph(10)};
  const ColumnEnd column = best(flow, {2, 0, 5, 1}, 15);
  ASSERT_EQ(column.pieces.size(), 1u);
  EXPECT_EQ(column.end, (FlowPosition{2, 0, 5}));
}

TEST(ColumnFill, SetsAFigureLowerRatherThanPutItOff) {
  const std::vector<FillBlock> flow = {paragraph(8), standing_figure(8, 2), paragraph(10)};
  const ColumnEnd column = fill_column({flow, costs, 100, {}}, {}, room_of(flow, 15), 20).front();
  ASSERT_EQ(column.pieces.size(), 2u);
  EXPECT_EQ(column.pieces[1].shrunk, 1);
  EXPECT_EQ(column.used, 15);
  EXPECT_EQ(column.cost, costs.figure_shrunk);
}

TEST(ColumnFill, KeepsFiguresThatWaitInOrder) {
  const std::vector<FillBlock> flow = {paragraph(10), standing_figure(8), standing_figure(2), paragraph(10)};
  for (const ColumnEnd& way : fill_column({flow, costs, 100, {}}, {}, room_of(flow, 15), 100)) {
    for (const ColumnPiece& piece : way.pieces) EXPECT_NE(piece.block, 2) << "it stands before the first figure";
  }
}

/// The search leaves out what is too dear at every step; what it finds must be what is cheap enough of all that there is.
TEST(ColumnFill, FindsUnderALimitTheSameCheapestWays) {
  std::vector<FillBlock> flow = {paragraph(7), heading(2), paragraph(5), standing_figure(8, 2), paragraph(3), paragraph(9)};
  flow[2].variants.push_back({6, 40});
  constexpr std::size_t all = 100;
  for (int capacity = 1; capacity < 30; ++capacity) {
    const FillRules rules{flow, costs, 100, {}};
    const std::vector<ColumnEnd> ways = fill_column(rules, {}, room_of(flow, capacity), all);
    ASSERT_GT(ways.size(), 1u);
    for (const int limit : {ways.front().cost - 1, ways.front().cost, ways[ways.size() / 2].cost, ways.back().cost}) {
      const std::vector<ColumnEnd> cheap = fill_column(rules, {}, room_of(flow, capacity), all, limit);
      const auto within = std::count_if(ways.begin(), ways.end(), [&](const ColumnEnd& way) { return way.cost <= limit; });
      ASSERT_EQ(static_cast<std::ptrdiff_t>(cheap.size()), within) << capacity << " lines, " << limit;
      for (std::size_t i = 0; i < cheap.size(); ++i) {
        EXPECT_EQ(cheap[i].end, ways[i].end);
        EXPECT_EQ(cheap[i].cost, ways[i].cost);
        EXPECT_EQ(cheap[i].pieces, ways[i].pieces);
      }
    }
  }
}

/// The paragraph has 10 lines in the first width and 14 from line 4 on in the second.
TEST(ColumnFill, GoesOnInAColumnOfAnotherWidth) {
  std::vector<FillBlock> flow = {paragraph(10)};
  const GoOnInMeasure go_on = [&](int block, int variant, int line, int measure) {
    EXPECT_EQ(block, 0);
    EXPECT_EQ(variant, 0);
    EXPECT_EQ(line, 4);
    flow[0].variants.push_back({14, 0, measure, false});
    return 1;
  };
  FillRoom room = room_of(flow, 20);
  room.measure = 1;
  const ColumnEnd column = fill_column({flow, costs, 100, go_on}, {0, 0, 4}, room, 4).front();
  ASSERT_EQ(column.pieces.size(), 1u);
  EXPECT_EQ(column.pieces[0].variant, 1);
  EXPECT_EQ(column.used, 10);
}

/// Two lines of notes and their rule take two lines of the grid, each two more take one.
const NoteRoom notes{Length::from_points(20), Length::from_points(10), Length::from_points(20)};

FillBlock with_note(FillBlock block, AnchoredNote note) {
  for (BlockVariant& variant : block.variants) variant.notes.push_back(note);
  return block;
}

ColumnEnd best_with_notes(const std::vector<FillBlock>& flow, FlowPosition begin, int capacity) {
  return fill_column({flow, costs, 100, {}, notes}, begin, room_of(flow, capacity), 4).front();
}

TEST(ColumnNotes, TakeWholeLinesOfTheGrid) {
  EXPECT_EQ(notes.taken(0), 0) << "no rule without notes";
  EXPECT_EQ(notes.taken(1), 2);
  EXPECT_EQ(notes.taken(2), 2);
  EXPECT_EQ(notes.taken(3), 3);
  EXPECT_EQ(notes.held(3), 4);
  EXPECT_EQ(notes.held(1), 0) << "the rule leaves no room";
}

TEST(ColumnNotes, ShortenTheColumnOfTheirMark) {
  const std::vector<FillBlock> flow = {with_note(paragraph(30), {3, 2})};
  const ColumnEnd column = best_with_notes(flow, {}, 14);
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 12}));
  EXPECT_EQ(column.note_lines, 2);
  EXPECT_EQ(column.cost, 0) << "nothing is left free between text and notes";
  const ColumnEnd next = best_with_notes(flow, column.end, 14);
  EXPECT_EQ(next.used, 14) << "the note stands in the column before";
  EXPECT_EQ(next.note_lines, 0);
}

TEST(ColumnNotes, AddUpWithThoseOfOtherBlocks) {
  const std::vector<FillBlock> flow = {with_note(paragraph(5), {0, 1}), with_note(paragraph(30), {2, 3})};
  const ColumnEnd column = best_with_notes(flow, {}, 14);
  EXPECT_EQ(column.note_lines, 4);
  EXPECT_EQ(column.used, 11);
}

TEST(ColumnNotes, GoWithTheirMarkToTheNextColumn) {
  const std::vector<FillBlock> flow = {with_note(paragraph(30), {12, 2})};
  const ColumnEnd column = best_with_notes(flow, {}, 14);
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 12})) << "with the line of the mark the note would not fit";
  EXPECT_EQ(column.note_lines, 0);
  EXPECT_EQ(column.cost, costs.hole_two_lines);
  EXPECT_EQ(best_with_notes(flow, column.end, 14).note_lines, 2);
}

TEST(ColumnNotes, AreCarriedOnWhenTheyAreLong) {
  const std::vector<FillBlock> flow = {with_note(paragraph(30), {10, 8})};
  const ColumnEnd column = best_with_notes(flow, {}, 14);
  EXPECT_EQ(column.cost, costs.note_carried_on) << "no hole";
  EXPECT_GE(column.note_lines, 2);
  EXPECT_GE(column.end.notes, 2);
  EXPECT_EQ(column.note_lines + column.end.notes, 8);
  const ColumnEnd next = best_with_notes(flow, {0, 0, 12, -1, 6}, 14);
  EXPECT_EQ(next.note_lines, 6) << "at the foot of the next column";
  EXPECT_EQ(next.used, 10);
}

TEST(ColumnNotes, KeepTwoLinesOnEitherSideOfTheirCut) {
  const std::vector<FillBlock> flow = {with_note(paragraph(30), {12, 3})};
  const ColumnEnd column = best_with_notes(flow, {}, 14);
  EXPECT_EQ(column.end, (FlowPosition{0, 0, 12})) << "a note of three lines is not cut";
}

TEST(ColumnNotes, StandWhollyWhereTheFlowEnds) {
  const std::vector<FillBlock> flow = {with_note(paragraph(4), {0, 8})};
  const FlowPosition end{1, 0, 0};
  for (const ColumnEnd& column : fill_column({flow, costs, 100, {}, notes}, {}, room_of(flow, 6), 10)) {
    EXPECT_NE(column.end, end) << "some of the note is still to come";
  }
  EXPECT_EQ(best_with_notes(flow, {}, 9).end, end);
  EXPECT_EQ(best_with_notes(flow, {1, 0, 0, -1, 4}, 9).note_lines, 4) << "what is carried on stands in a column without text";
}

TEST(ColumnNotes, TooManyForAnyColumnAreTornFromTheirMark) {
  FillBlock block = paragraph(9, 1);
  for (int note = 0; note < 4; ++note) block = with_note(block, {0, 5});
  const ColumnEnd column = best_with_notes({block}, {}, 8);
  EXPECT_GT(column.end.line, 0) << "the text goes on all the same";
  EXPECT_GE(column.cost, costs.note_torn);
  EXPECT_EQ(column.note_lines + column.end.notes, 20);
}

}  // namespace
}  // namespace banxin
