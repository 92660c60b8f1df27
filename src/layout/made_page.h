// What the page maker decides: bands of columns between blocks that stand over several of them, figures at head and foot.
#pragma once

#include <vector>

#include "layout/column_fill.h"
#include "layout/page_plan.h"

namespace banxin {

/// A filled column of a band.
struct MadeColumn {
  int column = 0;      ///< of the page, from the left
  int first_line = 0;  ///< below the head of the page's columns, and below what stands at this column's head
  int capacity = 0;    ///< lines it could have taken
  int used = 0;        ///< from `first_line` to its last line of text
  int must = 0;        ///< lines of text that what stands above wants
  FlowPosition begin;
  ColumnEnd fill;
  friend bool operator==(const MadeColumn&, const MadeColumn&) = default;
};

/// Columns side by side, all of the page or some of them: from a block that stands over them, or the page's head, to the next, or to the
/// foot of the columns beside them.
struct MadeBand {
  int first_line = 0;  ///< below the head of the page's columns
  int lines = 0;
  bool balanced = false;    ///< its columns end together, not at the page's foot
  bool at_figures = false;  ///< balanced, and as short as the figures in its columns let it be
  bool last = false;        ///< of its page: it goes down to the figures at the foot
  std::vector<MadeColumn> columns;
  friend bool operator==(const MadeBand&, const MadeBand&) = default;
};

/// A block over several columns; of one over all of them perhaps only lines or units that stand on this page.
struct SpanningPiece {
  int block = 0;
  int variant = 0;
  int line = 0, lines = 0;
  int column = 0, span = 1;
  int band = 0;            ///< it is read before this band of the page
  int begin = 0, end = 0;  ///< `[begin, end)` of its lines, or units
  friend bool operator==(const SpanningPiece&, const SpanningPiece&) = default;
};

/// What stands on a page. Lines count from the head of the page's columns (see `first_line`).
struct MadePage {
  int first_line = 0;                       ///< grid line of the type area at which the columns begin
  int lines = 0;                            ///< of this page's columns: fewer on a balanced last page, and above notes over all columns
  int note_lines = 0, lines_for_notes = 0;  ///< notes over all columns: their own lines, and grid lines below the columns
  PagePlan plan;
  std::vector<MadeBand> bands;          ///< in reading order
  std::vector<SpanningPiece> spanning;  ///< in reading order
  FlowPosition end;                     ///< where the flow goes on after the page
  int cost = 0;                         ///< of the page alone: what page_charges.h tells of
  friend bool operator==(const MadePage&, const MadePage&) = default;
};

/// Lines from the band's head to the last line that text or a figure takes in its column `made`.
int lines_used(const MadePage& page, const MadeBand& band, const MadeColumn& made);

}  // namespace banxin
