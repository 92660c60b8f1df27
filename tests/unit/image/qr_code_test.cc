// QR codes: the patterns that readers look for, and the sizes of the standard.
#include "image/qr_code.h"

#include <gtest/gtest.h>

#include <string>

namespace banxin {
namespace {

/// Three of the corners hold a finder pattern: a ring of seven modules around a block of three (ISO/IEC 18004, 6.3.3).
bool has_finder(const QrSymbol& code, int top, int left) {
  for (int row = 0; row < 7; ++row) {
    for (int column = 0; column < 7; ++column) {
      const int from_edge = std::min({row, column, 6 - row, 6 - column});
      if (code.is_dark(top + row, left + column) != (from_edge != 1)) return false;
    }
  }
  return true;
}

TEST(QrSymbol, HasFinderPatternsInThreeCorners) {
  const auto code = make_qr_symbol("https://example.org/a", 177);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->dark.size(), static_cast<std::size_t>(code->size) * static_cast<std::size_t>(code->size));
  EXPECT_TRUE(has_finder(*code, 0, 0));
  EXPECT_TRUE(has_finder(*code, 0, code->size - 7));
  EXPECT_TRUE(has_finder(*code, code->size - 7, 0));
  EXPECT_FALSE(has_finder(*code, code->size - 7, code->size - 7));
}

TEST(QrSymbol, IsTheSmallestThatHoldsTheText) {
  EXPECT_EQ(make_qr_symbol(std::string(14, 'a'), 177)->size, 21);  // version 1 holds 14 bytes at level M
  EXPECT_EQ(make_qr_symbol(std::string(15, 'a'), 177)->size, 25);
}

TEST(QrSymbol, GivesUpRedundancyBeforeItGivesUp) {
  EXPECT_EQ(make_qr_symbol(std::string(17, 'a'), 21)->size, 21);  // 17 bytes at level L
  EXPECT_FALSE(make_qr_symbol(std::string(18, 'a'), 21));
  EXPECT_FALSE(make_qr_symbol(std::string(3000, 'a'), 177));
  EXPECT_FALSE(make_qr_symbol("", 177));
}

}  // namespace
}  // namespace banxin
