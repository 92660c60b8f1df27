// Fills one page around an arrangement of figures: text to the foot, or balanced bands between blocks over all columns.
#pragma once

#include <vector>

#include "layout/band_fill.h"
#include "layout/made_page.h"
#include "layout/page_maker.h"

namespace banxin {

/// The head of a page: where its columns begin.
struct PageHead {
  int first_line = 0;      ///< grid line of the type area
  int lines = 0;           ///< from there to the foot
  std::vector<int> taken;  ///< lines of each column that a head block takes; empty: none
};

/// A filled page and where the flow goes on. The page's cost is that of its figures' arrangement and of its columns.
struct PageAttempt {
  FlowPosition position;
  MadePage page;
};

class PageTrial {
 public:
  PageTrial(FillRules rules, std::span<const FloatingFigure> figures, const PageRoom& room, const SearchWidth& width);

  /// Every way to fill the page worth keeping. Ways to end the flow on it that cost `limit` or more are not; it becomes what the cheapest
  /// one costs.
  std::vector<PageAttempt> attempts(FlowPosition begin, const PagePlan& plan, const PageHead& head, int& limit) const;

  /// A page without text.
  MadePage empty_page(const PageHead& head) const;

  /// Forgets what was found for an earlier page.
  void forget() { filler_.forget(); }

 private:
  FillRules rules_;
  std::span<const FloatingFigure> figures_;
  const PageRoom& room_;
  SearchWidth width_;
  std::vector<int> stops_;            ///< of each block, and of the flow's end: the next block at or after it at which columns end
  std::vector<int> lines_from_;       ///< least lines of the flow from a block on
  std::vector<int> note_lines_from_;  ///< lines of all notes from there on
  BandFiller filler_;

  friend class PageAttempts;
};

}  // namespace banxin
