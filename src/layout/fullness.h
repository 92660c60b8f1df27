// How full pages came out, counted in grid lines.
#pragma once

#include <span>
#include <vector>

#include "layout/made_page.h"
#include "layout/page_maker.h"

namespace banxin {

struct PageFullness {
  int lines = 0;            ///< of a column, from the head of the page's columns to the foot of the type area
  std::vector<int> filled;  ///< of each column, from its head to its last text or figure
};

struct Fullness {
  int column_lines = 0;  ///< of a column on a page without a head
  std::vector<PageFullness> pages;
};

Fullness fullness_of(std::span<const MadePage> pages, const PageRoom& room);

}  // namespace banxin
