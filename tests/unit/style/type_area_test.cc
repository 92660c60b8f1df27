// Type areas: the figures of the shipped styles and the worked cases of column arithmetic.
#include "style/type_area.h"

#include <gtest/gtest.h>

#include "style/paper.h"

namespace banxin {
namespace {

using namespace literals;

TypeArea area_of(const TypeAreaRequest& request) {
  auto result = compute_type_area(request);
  EXPECT_TRUE(std::holds_alternative<TypeArea>(result));
  return std::get<TypeArea>(result);
}

TypeAreaFault fault_of(const TypeAreaRequest& request) {
  auto result = compute_type_area(request);
  EXPECT_TRUE(std::holds_alternative<TypeAreaFault>(result));
  return std::get<TypeAreaFault>(result);
}

/// `columns` columns of 9 pt type at a pitch of 13 pt.
TypeAreaRequest newspaper(std::string_view paper, int characters, int lines, int columns, int gap_ems) {
  TypeAreaRequest request;
  request.paper = *paper_size(paper);
  request.top = 62_pt;
  request.characters = characters;
  request.lines = lines;
  request.columns = columns;
  request.gap = 9_pt * gap_ems;
  request.size = request.cell = 9_pt;
  request.pitch = 13_pt;
  return request;
}

TEST(TypeArea, NewspaperOfThreeColumns) {
  const TypeAreaRequest request = newspaper("A4", 17, 56, 3, 2);
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.area.width, 495_pt);
  EXPECT_EQ(area.area.height, 724_pt);
  EXPECT_EQ(area.area.y, 62_pt);
  EXPECT_NEAR(area.area.x.points(), 50.14, 0.005);
  EXPECT_NEAR(area.margin_outer(request.paper).points(), 50.14, 0.005);
  EXPECT_NEAR(area.margin_bottom(request.paper).points(), 55.89, 0.005);
  EXPECT_EQ(area.column_widths[0], 153_pt);
  ASSERT_EQ(area.column_x.size(), 3u);
  EXPECT_EQ(area.column_x[1] - area.column_x[0], 171_pt);
  EXPECT_EQ(area.column_x[2] + area.column_widths[2], area.area.right());
  EXPECT_EQ(area.width_over(0, 2), 324_pt);
  EXPECT_EQ(area.width_over(0, 3), 495_pt);
}

TEST(TypeArea, NewspaperOfFourColumns) {
  const TypeArea area = area_of(newspaper("A4", 13, 56, 4, 1));
  EXPECT_EQ(area.area.width, 495_pt);
  EXPECT_EQ(area.width_over(0, 2), 243_pt);
  EXPECT_EQ(area.width_over(0, 3), 369_pt);
}

TEST(TypeArea, NewspaperOfFiveColumnsOnA3) {
  const TypeAreaRequest request = newspaper("A3", 16, 84, 5, 1);
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.area.width, 756_pt);
  EXPECT_EQ(area.area.height, 1088_pt);
  EXPECT_NEAR(area.area.x.points(), 42.95, 0.006);
  EXPECT_NEAR(area.margin_bottom(request.paper).points(), 40.55, 0.006);
  EXPECT_EQ(area.width_over(0, 2), 297_pt);
  EXPECT_EQ(area.width_over(0, 3), 450_pt);
}

TEST(TypeArea, BetweenMarginsTakesWholeCharactersAndHalvesTheRest) {
  // 170 mm for three columns of 9 pt with a gap of 18 pt: 16 characters, 468 pt, 6.94 pt left over on each side.
  TypeAreaRequest request;
  request.paper = {Length::from_millimetres(210), Length::from_millimetres(297)};
  request.inner = request.outer = request.top = request.bottom = Length::from_millimetres(20);
  request.columns = 3;
  request.gap = 18_pt;
  request.size = request.cell = 9_pt;
  request.pitch = 13_pt;
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.characters, 16);
  EXPECT_EQ(area.area.width, 468_pt);
  EXPECT_NEAR((area.area.x - *request.inner).points(), 6.94, 0.005);
  EXPECT_NEAR((area.margin_outer(request.paper) - *request.outer).points(), 6.94, 0.005);
  EXPECT_EQ(area.lines, 56);  // (728.5 + 4) / 13
}

TEST(TypeArea, LinesStandAPitchApart) {
  // 10.5 pt at a pitch of 18: baselines (0.88 em below the em-top) at 9.24 and, five lines on, 99.24 below the area's top.
  TypeAreaRequest request;
  request.paper = {400_pt, 400_pt};
  request.lines = 6;
  request.size = request.cell = 10.5_pt;
  request.pitch = 18_pt;
  const TypeArea area = area_of(request);
  const Length last_baseline = area.area.height - request.size.scaled(12, 100);
  EXPECT_NEAR(request.size.scaled(88, 100).points(), 9.24, 0.001);
  EXPECT_NEAR(last_baseline.points(), 99.24, 0.001);
}

TEST(TypeArea, ColumnsSetAnewTakeTheWidthOfTheOldOnes) {
  // Basic columns of 13 characters with a gap of one: two are 27 em wide; three reset as two give 20, four reset as three 17 with a gap of
  // two, and with a gap of one 17 and a remainder of 2 em.
  const auto reset = [](int old_columns, int columns, int gap) {
    TypeAreaRequest request;
    const Length em = 10_pt;
    request.paper = {em * (old_columns * 13 + old_columns - 1), 100_pt};
    request.inner = request.outer = Length();
    request.columns = columns;
    request.gap = em * gap;
    request.size = request.cell = em;
    request.pitch = 15_pt;
    return area_of(request);
  };
  EXPECT_EQ(reset(2, 1, 1).characters, 27);
  EXPECT_EQ(reset(3, 2, 1).characters, 20);
  EXPECT_EQ(reset(4, 3, 2).characters, 17);
  EXPECT_EQ(reset(4, 3, 2).area.width, 550_pt);
  EXPECT_EQ(reset(4, 3, 1).characters, 17);
  EXPECT_EQ(reset(4, 3, 1).area.width, 530_pt);
}

TEST(TypeArea, OneMarginGivenHoldsAndTheOtherFollows) {
  TypeAreaRequest request = newspaper("A4", 17, 56, 3, 2);
  request.outer = 40_pt;
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.margin_outer(request.paper), 40_pt);
  EXPECT_EQ(area.area.x, request.paper.width - 495_pt - 40_pt);
}

TEST(TypeArea, CellsWiderThanTheTypeSetTheWidth) {
  TypeAreaRequest request = newspaper("A4", 28, 22, 1, 0);
  request.cell = Length::from_millimetres(156).scaled(1, 28);
  EXPECT_NEAR(area_of(request).area.width.points(), Length::from_millimetres(156).points(), 0.02);
}

TEST(TypeArea, SaysHowMuchFits) {
  const TypeAreaFault wide = fault_of(newspaper("A4", 22, 56, 3, 2));
  EXPECT_EQ(wide.axis, TypeAreaFault::Axis::characters);
  EXPECT_EQ(wide.most, 20);  // (595.28 - 36) / 27
  const TypeAreaFault high = fault_of(newspaper("A4", 17, 61, 3, 2));
  EXPECT_EQ(high.axis, TypeAreaFault::Axis::lines);
  EXPECT_EQ(high.most, 60);  // (779.89 + 4) / 13
}

TEST(TypeArea, MarginsLargerThanThePaperLeaveNoArea) {
  TypeAreaRequest request = newspaper("A4", 1, 10, 1, 0);
  request.characters.reset();
  request.inner = request.outer = 400_pt;
  EXPECT_EQ(fault_of(request).most, 0);
}

TEST(Paper, KnowsItsNames) {
  const auto millimetres = [](std::string_view name) {
    const Size size = *paper_size(name);
    return std::pair(size.width.points() * 25.4 / 72, size.height.points() * 25.4 / 72);
  };
  EXPECT_NEAR(millimetres("A4").first, 210, 0.001);
  EXPECT_NEAR(millimetres("a4").second, 297, 0.001);
  EXPECT_NEAR(millimetres("JIS-B5").first, 182, 0.001);
  EXPECT_NEAR(millimetres("B5").first, 176, 0.001);
  EXPECT_NEAR(millimetres("16开").second, 260, 0.001);
  EXPECT_NEAR(millimetres("Letter").first, 215.9, 0.001);
  EXPECT_NEAR(millimetres("十六开").second, 260, 0.001);
  EXPECT_NEAR(millimetres("大三十二开").first, 140, 0.001);
  EXPECT_NEAR(millimetres("四开").second, 520, 0.001);
  EXPECT_NEAR(millimetres("四开报").first, 275, 0.001);
  EXPECT_FALSE(paper_size("A44"));
}

/// 20 + 13 + 13 characters of 9 pt and two gaps of 2 em.
TEST(TypeArea, ColumnsOfUnequalWidths) {
  TypeAreaRequest request = newspaper("A4", 17, 56, 3, 2);
  request.widths = {20, 13, 13};
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.characters, 20);
  EXPECT_EQ(area.area.width, 9_pt * (46 + 4));
  EXPECT_EQ(area.column_widths, (std::vector<Length>{180_pt, 117_pt, 117_pt}));
  EXPECT_EQ(area.column_x[1], area.area.x + 198_pt);
  EXPECT_EQ(area.width_over(1, 2), 252_pt);
  EXPECT_EQ(area.column_x[2] + area.column_widths[2], area.area.right());
}

/// The margins that are given cannot squeeze given widths: what is left over is halved.
TEST(TypeArea, UnequalColumnsBetweenTwoMargins) {
  TypeAreaRequest request = newspaper("A4", 17, 56, 2, 2);
  request.characters.reset();
  request.widths = {20, 13};
  request.inner = request.outer = 50_pt;
  const TypeArea area = area_of(request);
  EXPECT_EQ(area.area.width, 9_pt * 35);
  EXPECT_EQ(area.area.x - 50_pt, request.paper.width - 50_pt - area.area.right());
  request.widths = {40, 40};
  EXPECT_EQ(fault_of(request).axis, TypeAreaFault::Axis::characters);
}

}  // namespace
}  // namespace banxin
