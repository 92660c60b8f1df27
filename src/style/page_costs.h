// What the page maker pays for each thing an editor would rather not see: `costs` of a style, told by `banxin why --page`.
#pragma once

#include <span>
#include <string_view>

namespace banxin {

/// One unit is roughly a barely visible unevenness; 0 to 1,000,000 each.
struct PageCosts {
  int page = 5000;          ///< another page
  int short_page = 8000;    ///< a last page of one line
  int hole_one_line = 900;  ///< a column that ends one line above the foot
  int hole_two_lines = 4000;
  int hole_more = 20000;          ///< each line, from three on: an error of layout
  int other_lines = 40;           ///< a paragraph in another number of lines than is best, and
  int other_lines_badness = 12;   ///< each unit by which its worst line is worse than the worst of the best setting
  int widow = 30000;              ///< too few last lines of a paragraph at a column's head
  int orphan = 8000;              ///< too few first lines of a paragraph at a column's foot
  int heading_at_foot = 150000;   ///< a heading without its lines of text below it
  int uneven_foot = 120;          ///< where columns are balanced: a column one line shorter than the first
  int room_beside_figure = 20;    ///< where columns are balanced: a line left free beside a figure that is longer than the text
  int empty_column = 3000;        ///< where columns are balanced: a column left empty beside filled ones
  int figure_deferred = 2500;     ///< a figure on a later page than its paragraph, each page
  int figure_distance = 30;       ///< each column from the end of its paragraph to a figure that stands after it
  int figure_ahead = 40;          ///< each column by which a figure stands ahead of its paragraph's end
  int figure_put_off = 100;       ///< a figure that belongs here and stands at the head of the next column
  int figure_shrunk = 1500;       ///< each line by which a picture is set lower than it would be
  int figure_single_at_top = 25;  ///< a one-column figure at a head: the foot is preferred
  int lead_not_at_right = 400;    ///< a spanning figure at the head that leaves the first column without text beside it
  int lead_at_foot = 600;
  int lead_narrowed = 2000;       ///< the first figure of a page on fewer columns than the style wants
  int figures_stacked = 800;      ///< two figures in one column
  int figures_side_by_side = 10;  ///< figures in neighbouring columns at the same end
  int note_carried_on = 600;      ///< a note that is carried on to the next column
  int note_torn = 100000;         ///< a note that begins in another column than its mark
  int few_lines_between = 600;    ///< fewer than four lines of text between figures of a column
  friend bool operator==(const PageCosts&, const PageCosts&) = default;
};

/// A cost by its name in a style, and what it is for.
struct PageCostName {
  std::string_view name;
  int PageCosts::*value;
  std::string_view english, chinese;
};

/// All costs, in the order of the manual.
std::span<const PageCostName> page_cost_names();

}  // namespace banxin
