// Places of pages on sheets.
#include "impose/sheet_layout.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace literals;

constexpr Size page{200_pt, 300_pt};

TEST(SheetLayout, IsAsLargeAsItsPagesAsk) {
  const SheetLayout booklet(page, {.way = Imposition::booklet});
  EXPECT_EQ(booklet.sheet(), (Size{400_pt, 300_pt}));
  EXPECT_EQ(booklet.place(0, 0), (Rectangle{0_pt, 0_pt, 200_pt, 300_pt}));
  EXPECT_EQ(booklet.place(1, 0), (Rectangle{200_pt, 0_pt, 200_pt, 300_pt}));
  const SheetLayout four(page, {.way = Imposition::four_up, .sheet = {}, .gutter = 10_pt});
  EXPECT_EQ(four.sheet(), (Size{410_pt, 610_pt}));
  EXPECT_EQ(four.place(3, 0), (Rectangle{210_pt, 310_pt, 200_pt, 300_pt}));
}

TEST(SheetLayout, TurnsTheSheetAndShrinksPagesToFitIt) {
  const SheetLayout on_same(page, {.way = Imposition::two_up, .sheet = Size{200_pt, 300_pt}});
  EXPECT_EQ(on_same.sheet(), (Size{300_pt, 200_pt}));
  EXPECT_NEAR(on_same.scale(), 2.0 / 3, 1e-6);
  EXPECT_EQ(on_same.block().height, 200_pt);
  EXPECT_EQ(on_same.place(0, 0).x, on_same.block().x);
  const SheetLayout on_larger(page, {.way = Imposition::booklet, .sheet = Size{500_pt, 700_pt}});
  EXPECT_EQ(on_larger.sheet(), (Size{700_pt, 500_pt})) << "lies as the pages do";
  EXPECT_EQ(on_larger.scale(), 1) << "pages never grow";
  EXPECT_EQ(on_larger.block(), (Rectangle{150_pt, 100_pt, 400_pt, 300_pt})) << "in the middle";
}

TEST(SheetLayout, PutsLyingPagesAboveEachOther) {
  const SheetLayout two({300_pt, 200_pt}, {.way = Imposition::two_up});
  EXPECT_EQ(two.columns(), 1);
  EXPECT_EQ(two.place(1, 0), (Rectangle{0_pt, 200_pt, 300_pt, 200_pt}));
  const SheetLayout booklet({300_pt, 200_pt}, {.way = Imposition::booklet});
  EXPECT_EQ(booklet.columns(), 2) << "folded sheets have their spine between the pages";
}

TEST(SheetLayout, MovesPagesOfInnerSheetsToTheFold) {
  const SheetLayout booklet(page, {.way = Imposition::booklet, .sheet = {}, .gutter = {}, .creep = 1_pt});
  EXPECT_EQ(booklet.place(0, 3).x, 3_pt);
  EXPECT_EQ(booklet.place(1, 3).x, 197_pt);
  EXPECT_EQ(booklet.room(0).right(), 200_pt) << "and cuts them there";
  const SheetLayout two(page, {.way = Imposition::two_up, .sheet = {}, .gutter = {}, .creep = 1_pt});
  EXPECT_EQ(two.place(0, 3).x, 0_pt) << "what is not folded does not creep";
}

TEST(SheetLayout, LeavesBleedHalfTheGutter) {
  const SheetLayout two(page, {.way = Imposition::two_up, .sheet = {}, .gutter = 12_pt, .creep = {}, .marks = true});
  const Rectangle first = two.place(0, 0), room = two.room(0);
  EXPECT_EQ(room.right(), first.right() + 6_pt);
  EXPECT_EQ(room.x, 0_pt);
  EXPECT_GT(first.x, 20_pt) << "marks have room";
  EXPECT_EQ(two.inner_columns(), std::vector<Length>{room.right()});
}

}  // namespace
}  // namespace banxin
