// What a finished page cost, item by item: told from what stands on it and from the definitions of the costs, not from the sums of the search.
#pragma once

#include <span>
#include <vector>

#include "layout/made_page.h"
#include "layout/page_maker.h"

namespace banxin {

/// One reason for which a page cost something, and where it is seen.
struct PageCharge {
  int PageCosts::*cost = nullptr;
  int times = 1;    ///< lines, columns or pages, as the cost says
  int amount = 0;   ///< in all
  int block = -1;   ///< of the flow; -1: none
  int figure = -1;  ///< of the floating figures; -1: none
  int column = -1;  ///< from the left, 0 first; -1: no single one
};

/// Finished pages of an article, and what they were made from.
struct ChargedPages {
  const PageMatter& matter;
  const PageRoom& room;
  const PageCosts& costs;
  std::span<const MadePage> pages;
};

/// Everything that page `index` cost: in all `MadePage::cost`. What costs nothing in this style is left out.
std::vector<PageCharge> page_charges(const ChargedPages& article, std::size_t index);

/// The amounts of all charges.
int sum_of(std::span<const PageCharge> charges);

}  // namespace banxin
