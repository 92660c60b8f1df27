// Fills one page around an arrangement of figures: text to the foot, or balanced bands between blocks over all columns.
#pragma once

#include <limits>
#include <vector>

#include "layout/band_fill.h"
#include "layout/flow_extent.h"
#include "layout/made_page.h"
#include "layout/page_maker.h"

namespace banxin {

/// The columns of a page and where they begin.
struct PageHead {
  int first_line = 0;  ///< grid line of the type area
  int lines = 0;       ///< from there to the foot
  int columns = 1;
  std::vector<int> taken;  ///< lines of each column that a head block takes; empty: none
  friend bool operator==(const PageHead&, const PageHead&) = default;
};

/// Where a page goes on from the one before.
struct PageStart {
  FlowPosition position;
  PageHead head;
  int one_line_cost = 0;                        ///< of a page with a single line, if the flow ends with it
  int limit = std::numeric_limits<int>::max();  ///< attempts that cost as much are not wanted
};

/// A filled page and where the flow goes on. Its columns are those of the filler, until it forgets.
struct PageAttempt {
  FlowPosition position;
  int cost = 0;                             ///< of its figures' arrangement and its columns
  int lines = 0;                            ///< of the page
  std::vector<BandSection> sections;        ///< in reading order
  std::vector<SpanningPiece> spanning;      ///< in reading order
  int note_lines = 0, lines_for_notes = 0;  ///< see MadePage
};

class PageTrial {
 public:
  PageTrial(FillRules rules, std::span<const FloatingFigure> figures, const PageRoom& room, const SearchWidth& width);

  /// Every way to fill the page worth keeping. Ways to end the flow, or to come to a page break, that cost `limit` or more are not; it becomes
  /// what the cheapest one costs.
  std::vector<PageAttempt> attempts(const PageStart& start, const PagePlan& plan, int& limit) const;

  MadePage page_of(const PageAttempt& attempt, const PagePlan& plan, const PageHead& head) const;

  /// A page without text.
  MadePage empty_page(const PageHead& head) const;

  /// Forgets what was found for an earlier page.
  void forget() { filler_.forget(); }

  /// How widely the page at hand is searched, and columns placed on it so far.
  const SearchWidth& width() const { return filler_.width(); }
  std::int64_t steps() const { return filler_.steps(); }

 private:
  FillRules rules_;
  NoteRoom page_notes_;  ///< of notes over all columns; empty: there are none
  std::span<const FloatingFigure> figures_;
  const PageRoom& room_;
  FlowExtent extent_;
  BandFiller filler_;

  static FillRules rules_of_columns(FillRules rules);
  /// What is left of notes when the flow has ended.
  std::vector<PageAttempt> page_of_notes(const PageStart& start, const PagePlan& plan) const;

  friend class PageAttempts;
};

}  // namespace banxin
