// Fills the columns of a band one after the other and keeps the cheapest ways, one for each place where the band can end. Where a block
// over some of the columns comes, these become a group: text above the block, in columns that end together, the block, and text below it.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "layout/figure_costs.h"
#include "layout/flow_extent.h"
#include "layout/made_page.h"

namespace banxin {

/// How widely the page maker searches: what it keeps of the ways it found.
struct SearchWidth {
  std::size_t column_ends = 6;   ///< of a column, and of a band
  std::size_t group_begins = 2;  ///< ends of a column behind which a block over the next columns is tried
  std::size_t page_states = 8;   ///< ends of a page
  PlanWidth plans;               ///< arrangements of figures
  int figures = 5;               ///< on one page
  int balance_heights = 3;       ///< of a balanced band, from the least that can hold the text
  int limited_heights = 5;       ///< the same where a cheaper end of the flow is known
  int plan_slack = 1000;         ///< beyond the best state so far, no further arrangement is tried
  std::int64_t steps = 60'000;   ///< columns placed on one page; from then on only the likeliest ways are tried

  /// When the steps have been taken.
  SearchWidth in_haste() const;

  /// As wide as time allows: everything in an article of a few lines.
  static SearchWidth for_article(int lines, int columns, int figures);
  friend bool operator==(const SearchWidth&, const SearchWidth&) = default;
};

/// A column of a band. Lines count from the head of the page's columns.
struct ColumnRoom {
  int column = 0;      ///< of the page, from the left
  int measure = 0;     ///< its width, an index
  int first_line = 0;  ///< below what else stands at its head
  int foot = 0;        ///< lines of what else stands at its foot
  int capacity = 0;    ///< lines
  int room_cost = 0;   ///< of each line that the flow leaves free
  int empty_cost = 0;  ///< of the column when the flow has ended before it
  int skip_cost = 0;   ///< of the column, besides its hole, when it is left empty and the flow goes on behind it
  friend auto operator<=>(const ColumnRoom&, const ColumnRoom&) = default;
};

struct BandRoom {
  std::vector<ColumnRoom> columns;
  int first_line = 0, lines = 0;
  bool balanced = false, at_figures = false;    ///< see MadeBand
  const AnchorCosts* anchor_costs = nullptr;    ///< of the page's figures; null: there are none
  int stop = 0;                                 ///< see FillRoom
  bool after_group = false;                     ///< a block over several columns stands above it, or beside it in columns read before
  bool to_stop = false;                         ///< only ways that come to the stop are wanted
  int must = 0;                                 ///< lines of text that what stands above the band wants below it
  int one_line_cost = 0;                        ///< of coming to the stop with a single line of text
  int limit = std::numeric_limits<int>::max();  ///< ways that cost as much are not wanted

  /// Lines of the columns from one on, together.
  int capacity(std::size_t from_column = 0) const;
};

/// Columns side by side in a filled band, below blocks over all of them.
struct BandSection {
  struct Column {
    ColumnRoom room;
    FlowPosition begin;
    int must = 0;
    const ColumnEnd* end = nullptr;  ///< of the filler, until it forgets
  };
  int first_line = 0, lines = 0;
  bool balanced = false, at_figures = false;
  std::vector<SpanningPiece> above;
  std::vector<Column> columns;
};

/// A way to fill the band's columns.
struct BandAttempt {
  FlowPosition position;
  int must = 0;  ///< lines that what stands above the band still wants, when it holds no text
  int text = 0;  ///< lines in it, 2 for more
  int cost = 0;
  std::vector<BandSection> sections;  ///< in reading order
};

class BandFiller {
 public:
  /// `extent` outlives it.
  BandFiller(FillRules rules, const FlowExtent& extent, const SearchWidth& width)
      : rules_(std::move(rules)), extent_(extent), width_(width), hasty_(width.in_haste()) {}

  /// The cheapest ways from `begin`, by cost, each with another end.
  std::vector<BandAttempt> fill(FlowPosition begin, const BandRoom& room) const;

  /// The cheapest way to its stop in columns that end together `lines` below the band's head, the first columns a line longer where it does
  /// not come out even. Capacities and costs of the columns are set here.
  std::optional<BandAttempt> fill_level(FlowPosition begin, BandRoom room, int lines) const;

  /// No columns of fewer lines can hold the text up to the stop, and what stands at their heads and feet.
  int least_level(const FlowPosition& begin, const BandRoom& room) const;

  /// Forgets the ways of columns filled before, and the steps taken.
  void forget();

  /// Columns placed since it forgot.
  std::int64_t steps() const { return steps_; }
  /// As wide as it searches now.
  const SearchWidth& width() const { return steps_ < width_.steps ? width_ : hasty_; }

 private:
  using Ways = std::vector<ColumnEnd>;
  using Groups = std::vector<BandAttempt>;
  using AboveGroup = std::map<int, BandAttempt>;  ///< by the line at which the block begins
  /// A band filled up to a column, by the last step: a column or a group of columns.
  struct Partial {
    FlowPosition position;
    int must = 0, text = 0;
    bool after_group = false;
    int cost = 0;
    int parent = -1;  ///< among all partial bands; -1: nothing is filled yet
    std::size_t columns = 0;
    const ColumnEnd* column = nullptr;
    const BandAttempt* group = nullptr;
  };
  struct Column {
    FlowPosition begin;
    FillRoom room;
    friend bool operator==(const Column&, const Column&) = default;
  };
  struct ColumnHash {
    std::size_t operator()(const Column& column) const;
  };
  /// The ways to fill a column that cost less than `limit`, as many as are kept.
  struct KnownWays {
    const Ways* ways = nullptr;
    int limit = 0;
  };
  /// What the ways to fill a group depend on.
  struct GroupKey {
    FlowPosition begin;
    int block = 0;
    int must = 0, stop = 0, first_line = 0, lines = 0;
    bool balanced = false, at_figures = false, after_group = false;
    std::vector<ColumnRoom> columns;
    AnchorCosts anchors;
    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
  };

  std::vector<BandAttempt> fill_columns(FlowPosition begin, const BandRoom& room) const;
  void add_column(const Partial& partial, int parent, const BandRoom& band, std::vector<Partial>& next) const;
  void add_groups(const Partial& partial, int parent, const BandRoom& band, std::vector<std::vector<Partial>>& layers) const;
  bool may_reach_stop(const FlowPosition& position, std::size_t filled, const BandRoom& band) const;
  static void keep(const Partial& partial, std::vector<Partial>& layer);
  const Ways& ways_to_fill(FlowPosition begin, const FillRoom& room, int limit) const;
  const Groups& groups_around(int block, const Partial& partial, const BandRoom& band) const;
  Groups fill_group(int block, const FlowPosition& begin, const BandRoom& room) const;
  bool may_hold(int block, const FlowPosition& begin, const BandRoom& room) const;
  const AboveGroup& ways_above(int block, const FlowPosition& begin, const BandRoom& room) const;
  AboveGroup fill_above(int block, const FlowPosition& begin, const BandRoom& room) const;
  std::vector<BandAttempt> fill_below(int block, const BandAttempt& above, int line, const BandRoom& room) const;
  /// Of the blocks that end in the column.
  int cost_of_anchors(const AnchorCosts& anchors, const std::vector<ColumnPiece>& pieces, int column) const;
  static BandAttempt attempt_of(const std::vector<Partial>& all, const Partial& last, const BandRoom& room);

  FillRules rules_;
  const FlowExtent& extent_;
  SearchWidth width_, hasty_;
  mutable std::int64_t steps_ = 0;
  mutable std::unordered_map<Column, KnownWays, ColumnHash> ways_;
  mutable std::deque<Ways> found_;  ///< what was found under a lower limit stays: partial bands point to it
  mutable std::map<GroupKey, std::unique_ptr<Groups>> groups_;
  mutable std::map<GroupKey, std::unique_ptr<AboveGroup>> above_groups_;
};

}  // namespace banxin
