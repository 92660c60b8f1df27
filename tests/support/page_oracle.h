// Finds the cheapest pages of a small article by trying everything: each cut of each paragraph at each line, each hole, each arrangement of
// figures, each height of balanced columns, each group of columns below and above a block over some of them. It shares no sum and no
// shortcut with the page maker.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "layout/page_maker.h"

namespace banxin {

class PageOracle {
 public:
  PageOracle(const PageMatter& matter, const PageRoom& room, const PageCosts& costs) : matter_(matter), room_(room), costs_(costs) {}

  /// The least cost of all pages together; `below` when nothing costs less.
  int least_cost(int below);

 private:
  /// What has been decided of a page.
  struct Draft {
    FlowPosition at;
    int cost = 0;               ///< of all pages so far
    int line = 0;               ///< lines of the page taken
    int must = 0;               ///< lines wanted below a heading over all columns
    int text = 0;               ///< lines of text on the page
    int last_column = -1;       ///< the last one that holds text in the band
    bool spans = false;         ///< a block over several columns stands on the page
    bool beside_group = false;  ///< a block over some of the columns stands above or beside
    bool first_band = true;
  };
  struct Page {
    FlowPosition begin;
    int index = 0, next_figure = 0;
    int lines = 0;
    PagePlan plan;
  };
  /// Columns to be filled one after the other: of the page, or those above or below a block over some of them.
  struct Band {
    int first_column = 0, end_column = 0;
    int stop = 0;
    int first_line = 0, lines = 0;
    std::vector<int> tops, capacities;  ///< by the page's columns; lines
    bool balanced = false, at_figures = false, feet = true;
    const Band* outer = nullptr;  ///< which goes on behind it
    int spanning = -1;            ///< the block that stands below it
  };
  /// A column being filled.
  struct Column {
    int number = 0, capacity = 0, used = 0, must = 0;
    bool holds_text = false;
  };

  const FillBlock& block(int index) const { return matter_.flow[static_cast<std::size_t>(index)]; }
  int size() const { return static_cast<int>(matter_.flow.size()); }
  bool too_dear(int cost) const { return cost >= least_; }
  bool is_at(const FlowPosition& at, int index) const { return at == FlowPosition{index, 0, 0, -1}; }

  void page(FlowPosition at, int index, int next_figure, int cost);
  void go_on(const Page& page, Draft draft);
  void balance(const Page& page, const Draft& draft, int stop);
  Band level(const Page& page, const Band& room, int lines, int shorter, Draft& draft) const;
  Band row(const Page& page, const Draft& draft, int stop) const;
  void put_off(const Page& page, Draft draft, int block);
  void group(const Page& page, const Band& band, const Draft& draft, int first, int block, int must);
  void place_in_group(const Page& page, const Band& above, const Band& band, Draft draft, int line);
  void next_column(const Page& page, const Band& band, Draft draft, Column before);
  void begin_column(const Page& page, const Band& band, const Draft& draft, const Column& column);
  void fill(const Page& page, const Band& band, Draft draft, Column column);
  void place(const Page& page, const Band& band, const Draft& draft, const Column& column, int variant);
  void end_column(const Page& page, const Band& band, Draft draft, Column column, bool flow_ended, bool authors);
  void end_band(const Page& page, const Band& band, Draft draft);
  void end_at(const Page& page, Draft draft, int stop);
  void finish(const Page& page, Draft draft, FlowPosition end);

  bool is_behind_page_break(const FlowPosition& end) const;
  int head(const Page& page, const Draft& draft, int column) const;
  int foot(const Page& page, int column) const { return page.plan.foot_lines[static_cast<std::size_t>(column)]; }
  int tallest_foot(const Page& page) const;
  bool spans_all(int index) const;
  int span_after(int block) const;
  int hole(int lines) const;
  int distance(const Page& page, int block, int column) const;
  int stop_after(int block) const;
  int least_pages(const FlowPosition& at) const;

  const PageMatter& matter_;
  const PageRoom& room_;
  const PageCosts& costs_;
  int least_ = 0;
  std::map<std::pair<FlowPosition, int>, int> reached_;
};

}  // namespace banxin
