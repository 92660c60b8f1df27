// Fills one column with lines of the flow, trying every length that a paragraph can take, and keeps the cheapest ways to end it.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "base/length.h"
#include "layout/column_notes.h"
#include "style/page_costs.h"

namespace banxin {

/// What stands together in a block that is not cut at every grid line: the rows of a table, the lines in a box.
struct BlockUnits {
  std::vector<Length> ends;  ///< from the block's first unit to the end of each
  Length repeated;           ///< taken by every piece besides its units: the header of a table, the padding of a box
  Length pitch;              ///< of the grid, > 0

  int count() const { return static_cast<int>(ends.size()); }
  /// Height of a piece that holds the units `[begin, end)`.
  Length height(int begin, int end) const { return repeated + end_of(end) - end_of(begin); }
  /// Whole grid lines that hold it.
  int lines(int begin, int end) const { return static_cast<int>((height(begin, end).raw() + pitch.raw() - 1) / pitch.raw()); }
  friend bool operator==(const BlockUnits&, const BlockUnits&) = default;

 private:
  Length end_of(int unit) const { return unit == 0 ? Length() : ends[static_cast<std::size_t>(unit) - 1]; }
};

/// One way of setting a block: its height in grid lines and what that costs against the best way.
struct BlockVariant {
  int lines = 0;
  int cost = 0;
  /// The width of column it may begin in, an index. Of a block over several columns: the first of them where columns have different widths,
  /// else 0.
  int measure = 0;
  bool begins = true;                            ///< false: made for a paragraph that goes on in a column of another width
  std::shared_ptr<const BlockUnits> units = {};  ///< null: each grid line is one, and nothing repeats
  std::vector<AnchoredNote> notes = {};          ///< by line or unit; the same notes in every variant

  int unit_count() const { return units ? units->count() : lines; }
  /// Grid lines of a piece that holds the units `[begin, end)`.
  int lines_of(int begin, int end) const { return units ? units->lines(begin, end) : end - begin; }
  /// Note lines that belong to the units `[begin, end)`, added to `before`, those of the text above.
  NoteLines notes_between(int begin, int end, NoteLines before) const;
  friend bool operator==(const BlockVariant& a, const BlockVariant& b) {
    const bool has_same_units = a.units == b.units || (a.units && b.units && *a.units == *b.units);
    return has_same_units && a.lines == b.lines && a.cost == b.cost && a.measure == b.measure && a.begins == b.begins && a.notes == b.notes;
  }
};

/// What column filling knows of a block of the flow: heights in grid lines and where it may be cut.
struct FillBlock {
  enum class Break { none, column, page };
  std::vector<BlockVariant> variants{{0, 0}};
  bool splittable = false;      ///< between any two of its lines or units; else it stands whole
  int orphans = 1, widows = 2;  ///< least lines before and after a cut
  int keep_with_next = 0;       ///< lines of the next block that must stand below it in the same column
  int space_before = 0;         ///< empty lines above it, none at a column's head
  int span = 1;                 ///< columns it stands over: text above it in these is balanced and goes on below it, others run through
  bool may_wait = false;        ///< a figure that belongs here: where it does not fit, it goes to the head of the next column
  int shrink = 0;               ///< lines by which a figure may be lower, each at `figure_shrunk`
  Break forced_break = Break::none;  ///< the block is a break and has no lines

  const BlockVariant& variant(int index) const { return variants[static_cast<std::size_t>(index)]; }
  /// Of its lowest variant, shrunk as far as may be.
  int least_lines() const;
  /// The variant in which it stands whole and begins in a column of this width, or at this column (see BlockVariant::measure).
  int variant_for(int measure) const;
  friend bool operator==(const FillBlock&, const FillBlock&) = default;
};

/// A place in the flow: before line `line` of a block set in `variant`, or before that unit of one that has units.
struct FlowPosition {
  int block = 0;
  int variant = 0;
  int line = 0;
  int waiting = -1;  ///< a block before `block` that waits for the head of the next column; -1: none
  int notes = 0;     ///< lines of a note that are carried on to the foot of the next column
  friend auto operator<=>(const FlowPosition&, const FlowPosition&) = default;
};

/// Lines, or units, `[line_begin, line_end)` of a block, from line `at` of the column.
struct ColumnPiece {
  int block = 0;
  int variant = 0;
  int line_begin = 0, line_end = 0;
  int at = 0;
  int shrunk = 0;  ///< lines by which a figure is lower than its variant
  friend bool operator==(const ColumnPiece&, const ColumnPiece&) = default;
};

/// Lines of notes that belong between two places: those carried on to the first and those whose marks stand between them.
NoteLines notes_between(std::span<const FillBlock> flow, const FlowPosition& begin, const FlowPosition& end);

/// How a column came to its end.
enum class ColumnStop { text_goes_on, flow_ended, column_break };

/// A way to fill the column.
struct ColumnEnd {
  FlowPosition end;  ///< where the next column goes on
  int used = 0;      ///< lines from the head of the column to its last line of text
  int cost = 0;
  ColumnStop stop = ColumnStop::text_goes_on;
  std::vector<ColumnPiece> pieces;
  int note_lines = 0;  ///< at its foot
  friend bool operator==(const ColumnEnd&, const ColumnEnd&) = default;
};

/// The variant in which a paragraph whose first `line` lines are set in `variant` goes on in columns of another width. Adds it to the
/// block when it is new. -1: there is none.
using GoOnInMeasure = std::function<int(int block, int variant, int line, int measure)>;

/// The flow and what a column is filled by.
struct FillRules {
  std::span<const FillBlock> flow;
  const PageCosts& costs;
  int tallest_column = 0;  ///< lines: a block that stands whole and is taller is set overfull
  GoOnInMeasure go_on;     ///< needed where columns have different widths
  NoteRoom notes{};        ///< needed where the flow has notes
};

/// The column to be filled.
struct FillRoom {
  int capacity = 0;    ///< lines
  int measure = 0;     ///< its width, an index
  int must = 0;        ///< lines of text that what stands above the column wants below it
  int stop = 0;        ///< the block at which the flow ends for now: its size, a block over all columns, a page break
  int room_cost = 0;   ///< of each line left free where the flow ends
  int empty_cost = 0;  ///< of the column when the flow has ended before it
  int skip_cost = 0;   ///< of the column, besides its hole, when it is left empty and the flow goes on behind it
  friend auto operator<=>(const FillRoom&, const FillRoom&) = default;
};

/// The cheapest ways to fill a column from `begin`, at most `keep` of them, each with another end, and those alone that cost no more than
/// `most_cost`. Without such a limit there is one, unless a paragraph cannot go on in this width.
std::vector<ColumnEnd> fill_column(const FillRules& rules, FlowPosition begin, const FillRoom& room, std::size_t keep,
                                   int most_cost = std::numeric_limits<int>::max());

/// What an empty foot of so many lines costs.
int hole_cost(int lines, const PageCosts& costs);

}  // namespace banxin
