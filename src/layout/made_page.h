// What the page maker decides: bands of columns between blocks that stand over all of them, figures at head and foot.
#pragma once

#include <vector>

#include "layout/column_fill.h"
#include "layout/page_plan.h"

namespace banxin {

/// A filled column of a band.
struct MadeColumn {
  int first_line = 0;  ///< below the head of the page's columns, and below what stands at this column's head
  int capacity = 0;    ///< lines it could have taken
  int used = 0;        ///< from `first_line` to its last line of text
  int must = 0;        ///< lines of text that what stands above wants
  FlowPosition begin;
  ColumnEnd fill;
};

/// Columns side by side: from one block over all columns, or the page's head, to the next, or its foot.
struct MadeBand {
  int first_line = 0;  ///< below the head of the page's columns
  int lines = 0;
  bool balanced = false;  ///< its columns end together, not at the page's foot
  bool last = false;      ///< of its page
  std::vector<MadeColumn> columns;
};

/// A block over all columns, or those of its lines or units that stand on this page.
struct SpanningPiece {
  int block = 0;
  int line = 0, lines = 0;
  int begin = 0, end = 0;  ///< `[begin, end)` of its lines, or units
};

/// What stands on a page. Lines count from the head of the page's columns (see `first_line`).
struct MadePage {
  int first_line = 0;  ///< grid line of the type area at which the columns begin
  int lines = 0;       ///< of this page: fewer on a balanced last page
  PagePlan plan;
  std::vector<MadeBand> bands;
  std::vector<SpanningPiece> spanning;
  FlowPosition end;  ///< where the flow goes on after the page
  int cost = 0;      ///< of the page alone: what page_charges.h tells of
};

/// Lines from the band's head to the last line that text or a figure takes in a column.
int lines_used(const MadePage& page, const MadeBand& band, int column);

}  // namespace banxin
