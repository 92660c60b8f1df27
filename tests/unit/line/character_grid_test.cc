// What to look for: East Asian characters on whole ems whatever stands between them, marks in cells of their own, lines never stretched.
#include "line/character_grid.h"

#include <gtest/gtest.h>

#include "line/compose.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10240);

Galley set_in_cells(std::string_view text, int cells) {
  CompositionOptions options;
  options.character_grid = true;
  const auto styled = test::styled_text(text, em);
  ParagraphShape shape;
  shape.measure = cells * em;
  DiagnosticSink sink;
  return compose(styled, test::shape_synthetically(*styled, options.locale), options, shape, sink);
}

/// Origins of a line's clusters in hundredths of an em.
std::vector<std::int64_t> origins(const Line& line) {
  std::vector<std::int64_t> result;
  for (const PlacedCluster& placed : line.clusters) result.push_back(placed.x.scaled(100, em.raw()).raw());
  return result;
}

/// Worked example 7c of the composition rules.
TEST(CharacterGrid, NumbersStandInTheMiddleOfWholeCells) {
  const Galley galley = set_in_cells("约4,000吨", 20);
  EXPECT_EQ(origins(galley.lines[0]), (std::vector<std::int64_t>{0, 125, 175, 225, 275, 325, 400}));
  EXPECT_EQ(galley.lines[0].ink_end, 5 * em);
}

TEST(CharacterGrid, EveryMarkHasACell) {
  EXPECT_EQ(origins(set_in_cells("他说：“好！”（是", 20).lines[0]), (std::vector<std::int64_t>{0, 100, 200, 300, 400, 500, 600, 700, 800}));
  EXPECT_EQ(origins(set_in_cells("甲·乙", 20).lines[0]).back(), 200);
}

TEST(CharacterGrid, WordsAndTheirSpacesFillCellsToo) {
  const auto places = origins(set_in_cells("用 open data 写", 20).lines[0]);
  EXPECT_EQ(places.back(), 600);  // open and its space in three cells, data in two
}

TEST(CharacterGrid, LinesAreFilledCellByCellAndAMarkHangs) {
  const Galley galley = set_in_cells("一二三四五六，七八九十“一", 6);
  ASSERT_EQ(galley.lines.size(), 2u);
  EXPECT_EQ(galley.lines[0].clusters.size(), 7u);
  EXPECT_EQ(galley.lines[0].hung, em.scaled(1, 2));
  EXPECT_EQ(galley.lines[0].ink_end, 6 * em);
  const Galley opening = set_in_cells("一二三四五“六七", 6);
  EXPECT_EQ(opening.lines[0].clusters.size(), 5u);
  EXPECT_EQ(origins(opening.lines[0]).back(), 400);
  EXPECT_EQ(origins(opening.lines[1]), (std::vector<std::int64_t>{0, 100, 200}));
}

}  // namespace
}  // namespace banxin
