// Pages by side of the sheet, as text: numbers from 1, `-` for a blank, `|` between places, `/` between front and back.
#include "impose/page_order.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace banxin {
namespace {

std::string order(Imposition way, std::size_t pages, std::size_t signature = 16, Binding binding = Binding::left) {
  std::string text;
  bool front = true;
  for (const SheetSide& side : page_order(way, pages, signature, binding)) {
    if (!text.empty()) text += front ? "  " : " / ";
    front = !front;
    for (std::size_t i = 0; i < side.pages.size(); ++i)
      text += (i == 0 ? "" : "|") + (side.pages[i] ? std::to_string(*side.pages[i] + 1) : std::string("-"));
  }
  return text;
}

TEST(PageOrder, OfBookletsNestsSheets) {
  EXPECT_EQ(order(Imposition::booklet, 4), "4|1 / 2|3");
  EXPECT_EQ(order(Imposition::booklet, 8), "8|1 / 2|7  6|3 / 4|5");
}

TEST(PageOrder, OfBookletsFillsUpWithBlanksAtTheEnd) {
  EXPECT_EQ(order(Imposition::booklet, 1), "-|1 / -|-");
  EXPECT_EQ(order(Imposition::booklet, 6), "-|1 / 2|-  6|3 / 4|5");
  EXPECT_EQ(order(Imposition::booklet, 0), "");
}

TEST(PageOrder, OfBooksBoundAtTheRightIsMirrored) {
  EXPECT_EQ(order(Imposition::booklet, 8, 16, Binding::right), "1|8 / 7|2  3|6 / 5|4");
  EXPECT_EQ(order(Imposition::two_up, 3, 16, Binding::right), "2|1 / -|3");
  EXPECT_EQ(order(Imposition::four_up, 4, 16, Binding::right), "2|1|4|3");
}

TEST(PageOrder, OfSignaturesBeginsAnewInEach) {
  EXPECT_EQ(order(Imposition::signatures, 12, 8), "8|1 / 2|7  6|3 / 4|5  12|9 / 10|11");
  EXPECT_EQ(order(Imposition::signatures, 10, 8), "8|1 / 2|7  6|3 / 4|5  -|9 / 10|-") << "the last holds what is left";
}

TEST(PageOrder, OfSeveralOnASideIsThatOfReading) {
  EXPECT_EQ(order(Imposition::two_up, 3), "1|2 / 3|-");
  EXPECT_EQ(order(Imposition::four_up, 6), "1|2|3|4 / 5|6|-|-");
}

TEST(PageOrder, CountsTheSheetsFoldedAround) {
  const auto sides = page_order(Imposition::signatures, 16, 8, Binding::left);
  std::vector<int> depths;
  for (const SheetSide& side : sides) depths.push_back(side.depth);
  EXPECT_EQ(depths, (std::vector<int>{0, 0, 1, 1, 0, 0, 1, 1}));
}

/// Folding the sheets and leafing through them shows every page in turn: what is behind a page is on the same sheet, at the same edge.
TEST(PageOrder, FoldsIntoABookOfAnyLength) {
  for (const Binding binding : {Binding::left, Binding::right}) {
    for (std::size_t pages = 1; pages <= 70; ++pages) {
      const auto sides = page_order(Imposition::signatures, pages, 16, binding);
      std::vector<std::optional<std::size_t>> book;
      for (std::size_t first = 0; first < sides.size();) {
        std::size_t end = first + 2;
        while (end < sides.size() && sides[end].depth > 0) end += 2;
        const std::size_t leading = binding == Binding::left ? 1 : 0;  // the half of a front that comes first
        for (std::size_t i = first; i < end; i += 2) {
          book.push_back(sides[i].pages[leading]);
          book.push_back(sides[i + 1].pages[1 - leading]);
        }
        for (std::size_t i = end; i > first; i -= 2) {
          book.push_back(sides[i - 1].pages[leading]);
          book.push_back(sides[i - 2].pages[1 - leading]);
        }
        first = end;
      }
      ASSERT_GE(book.size(), pages);
      for (std::size_t i = 0; i < book.size(); ++i) {
        if (i < pages)
          ASSERT_EQ(book[i], i) << pages << " pages";
        else
          ASSERT_FALSE(book[i]) << pages << " pages";
      }
    }
  }
}

}  // namespace
}  // namespace banxin
