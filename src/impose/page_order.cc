#include "impose/page_order.h"

#include <algorithm>
#include <cassert>

namespace banxin {
namespace {

constexpr std::size_t pages_of_folded_sheet = 4;

using Place = std::optional<std::size_t>;

/// Left and right page of a side; the other way round for books bound at the right.
SheetSide folded_side(Place left, Place right, int depth, Binding binding) {
  if (binding == Binding::right) std::swap(left, right);
  return {{left, right}, depth};
}

/// Sheets folded one in the other that hold the pages [first, end).
void add_folded(std::size_t first, std::size_t end, Binding binding, std::vector<SheetSide>& sides) {
  const std::size_t sheets = (end - first + pages_of_folded_sheet - 1) / pages_of_folded_sheet;
  const std::size_t last = first + sheets * pages_of_folded_sheet - 1;
  const auto page = [&](std::size_t number) { return number < end ? Place(number) : Place(); };
  for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
    const std::size_t low = first + 2 * sheet, high = last - 2 * sheet;
    const int depth = static_cast<int>(sheet);
    sides.push_back(folded_side(page(high), page(low), depth, binding));
    sides.push_back(folded_side(page(low + 1), page(high - 1), depth, binding));
  }
}

void add_in_reading_order(std::size_t pages, std::size_t on_side, Binding binding, std::vector<SheetSide>& sides) {
  constexpr std::size_t in_row = 2;
  for (std::size_t first = 0; first < pages; first += on_side) {
    SheetSide side;
    for (std::size_t i = 0; i < on_side; ++i) side.pages.push_back(first + i < pages ? Place(first + i) : Place());
    for (std::size_t row = 0; binding == Binding::right && row < on_side; row += in_row) std::swap(side.pages[row], side.pages[row + 1]);
    sides.push_back(std::move(side));
  }
}

}  // namespace

std::vector<SheetSide> page_order(Imposition way, std::size_t pages, std::size_t signature, Binding binding) {
  std::vector<SheetSide> sides;
  switch (way) {
    case Imposition::two_up:
      add_in_reading_order(pages, 2, binding, sides);
      break;
    case Imposition::four_up:
      add_in_reading_order(pages, 4, binding, sides);
      break;
    case Imposition::booklet:
      add_folded(0, pages, binding, sides);
      break;
    case Imposition::signatures:
      assert(signature > 0 && signature % pages_of_folded_sheet == 0);
      for (std::size_t first = 0; first < pages; first += signature) add_folded(first, std::min(first + signature, pages), binding, sides);
      break;
  }
  return sides;
}

}  // namespace banxin
