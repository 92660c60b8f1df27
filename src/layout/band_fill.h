// Fills the columns of a band one after the other and keeps the cheapest ways, one for each place where the band can end.
#pragma once

#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

#include "layout/figure_costs.h"
#include "layout/made_page.h"

namespace banxin {

/// How widely the page maker searches: what it keeps of the ways it found.
struct SearchWidth {
  std::size_t column_ends = 6;  ///< of a column, and of a band
  std::size_t page_states = 8;  ///< ends of a page
  std::size_t plans = 24;       ///< arrangements of a number of figures
  int figures = 5;              ///< on one page
  int balance_heights = 3;      ///< of a balanced band, from the least that can hold the text
  int limited_heights = 5;      ///< the same where a cheaper end of the flow is known
  int plan_slack = 1000;        ///< beyond the best state so far, no further arrangement is tried

  /// As wide as time allows: everything in an article of a few lines.
  static SearchWidth for_article(int lines, int columns, int figures);
};

/// The room of a band's columns.
struct BandRoom {
  std::vector<int> capacities;
  std::vector<int> measures;    ///< empty: all columns have width 0
  std::vector<int> room_costs;  ///< empty: no cost for what the flow leaves free
  std::vector<int> empty_costs;
  const AnchorCosts* anchor_costs = nullptr;  ///< of the page's figures; null: there are none
  int stop = 0;                               ///< see FillRoom
  int must = 0;                               ///< lines of text that what stands above the band wants below it
  int limit = std::numeric_limits<int>::max();  ///< ways that cost as much are not wanted
};

/// A way to fill the band's columns.
struct BandAttempt {
  struct Column {
    FlowPosition begin;
    int must = 0;
    const ColumnEnd* end = nullptr;  ///< of the filler, until it forgets
  };
  FlowPosition position;
  int must = 0;  ///< lines that what stands above the band still wants, when it holds no text
  int cost = 0;
  std::vector<Column> columns;
};

class BandFiller {
 public:
  BandFiller(FillRules rules, const SearchWidth& width) : rules_(std::move(rules)), width_(width) {}

  /// The cheapest ways from `begin`, by cost, each with another end.
  std::vector<BandAttempt> fill(FlowPosition begin, const BandRoom& room) const;

  /// Forgets the ways of columns filled before.
  void forget() { ways_.clear(); }

 private:
  using Ways = std::vector<ColumnEnd>;
  /// A band filled up to a column, by the last of them.
  struct Partial {
    FlowPosition position;
    int must = 0;
    int cost = 0;
    int parent = -1;  ///< among all partial bands; -1: nothing is filled yet
    const ColumnEnd* last = nullptr;
  };
  struct Column {
    FlowPosition begin;
    FillRoom room;
    friend bool operator==(const Column&, const Column&) = default;
  };
  struct ColumnHash {
    std::size_t operator()(const Column& column) const;
  };

  std::vector<Partial> extend(const std::vector<Partial>& all, std::size_t first, FillRoom room, int column, const BandRoom& band) const;
  const Ways& ways_to_fill(FlowPosition begin, const FillRoom& room) const;
  /// Of the blocks that end in the column.
  int cost_of_anchors(const AnchorCosts& anchors, const std::vector<ColumnPiece>& pieces, int column) const;
  static BandAttempt attempt_of(const std::vector<Partial>& all, const Partial& last);

  FillRules rules_;
  SearchWidth width_;
  mutable std::unordered_map<Column, std::unique_ptr<Ways>, ColumnHash> ways_;
};

}  // namespace banxin
