// Divides the flow into pages: tries arrangements of figures and column fillings page by page and keeps the cheapest way through the
// article.
#pragma once

#include <span>
#include <vector>

#include "layout/column_fill.h"
#include "layout/page_plan.h"

namespace banxin {

/// The columns that every page offers.
struct PageRoom {
  int columns = 1;
  int lines = 0;            ///< of a column
  int first_page_line = 0;  ///< line at which the columns of the first page begin (below the head block)
  int lead_span = 1;
  int most_pages = 10'000;  ///< beyond these nothing is made
};

/// What stands on a page. Lines count from the head of the page's columns (see `first_line`).
struct MadePage {
  int first_line = 0;  ///< grid line of the type area at which the columns begin
  int lines = 0;       ///< of the columns of this page: fewer on a balanced last page
  PagePlan plan;
  std::vector<std::vector<ColumnPiece>> columns;
  std::vector<int> used;  ///< lines of text in each column, from its first line of text
};

/// The whole flow and all figures on pages. The last page is balanced. Nothing when it would take more than `most_pages` pages.
std::vector<MadePage> make_pages(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures, const PageRoom& room,
                                 const PageCosts& costs);

}  // namespace banxin
