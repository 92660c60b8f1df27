// Divides the flow into pages: tries arrangements of figures, bands and column fillings page by page and keeps the cheapest way through
// the article.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/deadline.h"
#include "base/limits.h"
#include "layout/column_fill.h"
#include "layout/made_page.h"
#include "layout/page_plan.h"

namespace banxin {

/// The grid lines of a frame, from 0 at the head of the type area.
struct FrameLines {
  int first = 0, count = 0;
  friend bool operator==(const FrameLines&, const FrameLines&) = default;
};

/// The columns that every page offers.
struct PageRoom {
  int columns = 1;
  int lines = 0;            ///< of a column
  int first_page_line = 0;  ///< line at which the columns of the first page begin (below the head block)
  int lead_span = 1;
  int most_pages = limits::pages;    ///< beyond these nothing is made
  std::vector<int> measures;         ///< the width of each column, an index; empty: all alike
  std::vector<FrameLines> frames{};  ///< one for each column, when they are frames of a template; empty: columns over the whole height
  std::vector<int> first_head{};  ///< lines of each column of the first page, from `first_page_line`, that a head block takes; empty: none
  int most_columns = 0;  ///< that the article shall fill: on the page of the last of them those after it are left empty; 0: any number

  /// Columns that the page `page`, from 0, offers.
  int columns_of(int page) const {
    const bool ends_within = most_columns > 0 && page == (most_columns - 1) / columns;
    return ends_within ? most_columns - page * columns : columns;
  }
  friend bool operator==(const PageRoom&, const PageRoom&) = default;
};

/// What is to be laid out.
struct PageMatter {
  std::span<const FillBlock> flow;
  std::span<const FloatingFigure> figures;
  GoOnInMeasure go_on;  ///< needed where columns have different widths
  NoteRoom notes{};     ///< needed where the flow has notes
  Deadline deadline{};  ///< past it OutOfTime is thrown
  unsigned threads = 1;  ///< that may search for pages; these are the same
};

/// Another place at which a page could have ended.
struct OtherPageEnd {
  FlowPosition end;     ///< where the next page would go on
  int next_figure = 0;  ///< the first figure that would stand on a later page
  int more = 0;         ///< what all pages together would cost more
};

/// Other places for the figures of a page, or others of them on it.
struct OtherArrangement {
  std::vector<FigurePlace> figures;
  int more = 0;  ///< what all pages together would cost more
};

/// What else was tried for a page.
struct PageAlternatives {
  std::optional<OtherPageEnd> end;             ///< the cheapest of those that were searched to the end of the article
  std::vector<OtherArrangement> arrangements;  ///< the cheapest three, by cost
};

/// What the search took, so that its bounds can be tested.
struct SearchWork {
  std::int64_t columns = 0;        ///< placed in a band
  std::int64_t most_on_page = 0;   ///< of these on one page
  std::int64_t figure_places = 0;  ///< looked at for figures
};

class SearchRecord;

/// The whole flow and all figures on pages. The last page is balanced. Nothing when it would take more than `most_pages` pages.
/// `alternatives`, when given, gets what else was tried for each page. With a `record` pages are kept of its last search, unless
/// alternatives are wanted or columns have different widths; the pages are the same.
std::vector<MadePage> make_pages(const PageMatter& matter, const PageRoom& room, const PageCosts& costs,
                                 std::vector<PageAlternatives>* alternatives = nullptr, SearchWork* work = nullptr,
                                 SearchRecord* record = nullptr);

}  // namespace banxin
