// Finds the cheapest pages of a small article by trying everything: each cut of each paragraph at each line, each hole, each arrangement of
// figures, each height of balanced columns. It shares no sum and no shortcut with the page maker.
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
    int cost = 0;     ///< of all pages so far
    int line = 0;     ///< lines of the page taken
    int must = 0;     ///< lines wanted below a heading over all columns
    int text = 0;     ///< lines of text on the page
    int last_column = -1;  ///< the last one that holds text in the band
    bool spans = false;    ///< a block over all columns stands on the page
    bool first_band = true;
  };
  struct Page {
    FlowPosition begin;
    int index = 0, next_figure = 0;
    int lines = 0;
    PagePlan plan;
  };
  struct Band {
    int stop = 0;
    int height = 0, shorter = 0;
    bool balanced = false, feet = true;
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
  void next_column(const Page& page, const Band& band, Draft draft, Column before);
  void begin_column(const Page& page, const Band& band, const Draft& draft, const Column& column);
  void fill(const Page& page, const Band& band, Draft draft, Column column);
  void place(const Page& page, const Band& band, const Draft& draft, const Column& column, int variant);
  void end_column(const Page& page, const Band& band, Draft draft, Column column, bool flow_ended, bool authors);
  void end_band(const Page& page, const Band& band, Draft draft);
  void end_at(const Page& page, Draft draft, int stop);
  void finish(const Page& page, Draft draft, FlowPosition end);

  int head(const Page& page, const Draft& draft, int column) const;
  int foot(const Page& page, int column) const { return page.plan.foot_lines[static_cast<std::size_t>(column)]; }
  int tallest_foot(const Page& page) const;
  int figures_of(const Page& page, const Draft& draft, const Band& band) const;
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
