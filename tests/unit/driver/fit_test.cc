// How full pages are against a goal, and what is set to reach it.
#include "driver/fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using State = FitOutcome::State;
using Unit = FitGoal::Unit;
using testing::ElementsAre;

constexpr FitGoal two_pages{Unit::pages, {2, 2}};

/// Pages of three columns of 50 lines, 40 on the first, all full but the last.
Fullness pages(int count, std::vector<int> last) {
  Fullness fullness{50, {}};
  for (int page = 0; page < count; ++page) {
    const int lines = page == 0 ? 40 : 50;
    fullness.pages.push_back({lines, std::vector<int>(3, lines)});
  }
  fullness.pages.back().filled = std::move(last);
  return fullness;
}

void expect(const Fullness& fullness, const FitGoal& goal, State state, int lines) {
  const FitOutcome outcome = measure_fit(fullness, goal);
  EXPECT_EQ(outcome.state, state);
  EXPECT_EQ(outcome.lines, lines);
}

TEST(MeasureFit, IsFilledWhenNoColumnEndsMoreThanTwoLinesAboveTheFoot) {
  expect(pages(2, {50, 50, 50}), two_pages, State::filled, 0);
  expect(pages(2, {50, 49, 48}), two_pages, State::filled, 0);
  expect(pages(2, {50, 50, 47}), two_pages, State::under, 3);
}

TEST(MeasureFit, CountsLinesBeyondTheLastPage) {
  expect(pages(3, {4, 4, 3}), two_pages, State::over, 11);
  expect(pages(4, {1, 0, 0}), two_pages, State::over, 151);
}

TEST(MeasureFit, CountsLinesOfPagesThatAreMissing) {
  expect(pages(1, {40, 40, 30}), two_pages, State::under, 10 + 150);
  expect(pages(1, {40, 40, 30}), {Unit::pages, {3, 3}}, State::under, 10 + 300);
}

TEST(MeasureFit, TakesAnyCountOfARangeHoweverFull) {
  expect(pages(2, {10, 10, 9}), {Unit::pages, {1, 3}}, State::filled, 0);
  expect(pages(4, {10, 10, 9}), {Unit::pages, {1, 3}}, State::over, 29);
  expect(pages(1, {40, 40, 40}), {Unit::pages, {2, 3}}, State::under, 150);
}

/// The page that ends within its columns leaves those after them empty.
TEST(MeasureFit, IsFilledWhenTheColumnsWantedOfAPageAre) {
  const FitGoal four{Unit::columns, {4, 4}}, five{Unit::columns, {5, 5}};
  expect(pages(2, {50, 0, 0}), four, State::filled, 0);
  expect(pages(2, {48, 0, 0}), four, State::filled, 0);
  expect(pages(2, {43, 0, 0}), four, State::under, 7);
  expect(pages(2, {50, 48, 0}), five, State::filled, 0);
  expect(pages(2, {40, 40, 0}), five, State::under, 20);
  expect(pages(1, {40, 40, 40}), four, State::under, 50);
  Fullness beyond = pages(3, {2, 2, 2});
  beyond.pages[1].filled = {50, 0, 0};
  expect(beyond, four, State::over, 6);
  expect(pages(2, {50, 50, 50}), {Unit::columns, {6, 6}}, State::filled, 0);
}

TEST(MeasureFit, CountsColumnsOfARangeByTheLinesThatTheyHold) {
  const FitGoal at_most_four{Unit::columns, {1, 4}};
  expect(pages(2, {17, 0, 0}), at_most_four, State::filled, 0);
  expect(pages(2, {17, 17, 17}), at_most_four, State::over, 1);
  expect(pages(2, {17, 17, 16}), {Unit::columns, {5, 6}}, State::under, 50);
}

Style newspaper_like() {
  Style style;
  style.grid.pitch = Length::from_points(13);
  style.of(Element::body).size = Length::from_points(9);
  style.of(Element::caption).size = Length::from_points(8);
  style.page.area_lines = 56;
  style.page.area_characters = 17;
  style.page.margin_top = Length::from_points(62);
  style.columns.gap = Length::from_points(18);
  return style;
}

std::vector<std::string> written(const yaml::Value& settings) {
  std::vector<std::string> lines;
  for (const yaml::Entry& entry : settings.entries) lines.push_back(entry.key.text() + "=" + entry.value.text.text());
  return lines;
}

TEST(FitAdjuster, OffersWholeLinesAndCharactersWithinTheLimits) {
  Style style = newspaper_like();
  style.fit.adjust = {{FitLimit::What::pitch, -80, 120},
                      {FitLimit::What::images, -250, 150},
                      {FitLimit::What::size, -60, 70},
                      {FitLimit::What::tracking, -20, 30}};
  const std::vector<FitSteps> steps = FitAdjuster(style, true).steps();
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(steps[0].tighter, 4);  // 60 lines: 12.12 pt, 61: 11.92 pt, 8.3% less
  EXPECT_EQ(steps[0].looser, 5);   // 51 lines: 14.3 pt, 50: 14.59 pt, 12.2% more
  EXPECT_EQ(steps[1].tighter, 25);
  EXPECT_EQ(steps[1].looser, 15);
  EXPECT_EQ(steps[2].tighter, 1);  // 18 characters: 8.5 pt
  EXPECT_EQ(steps[2].looser, 1);   // 16 characters: 9.56 pt
  EXPECT_EQ(steps[3].tighter, 4);
  EXPECT_EQ(steps[3].looser, 6);
}

TEST(FitAdjuster, OffersNothingThatWouldChangeNothing) {
  Style style = newspaper_like();
  style.fit.adjust = {{FitLimit::What::images, -250, 150}, {FitLimit::What::size, -80, 80}, {FitLimit::What::tracking, -20, 30}};
  style.columns.widths = {20, 13, 13};
  style.composition.character_grid = true;
  for (const FitSteps& steps : FitAdjuster(style, false).steps()) EXPECT_EQ(steps.tighter + steps.looser, 0);
}

TEST(FitAdjuster, KeepsLinesApartAtTheLargestSize) {
  Style style = newspaper_like();
  style.fit.adjust = {{FitLimit::What::pitch, -500, 0}, {FitLimit::What::size, 0, 400}};
  // 12.6 pt is the least pitch that type of 9 pt × 1.4 can stand in: 57 lines are 12.77 pt, 58 lines 12.54 pt.
  EXPECT_EQ(FitAdjuster(style, false).steps()[0].tighter, 1);
}

TEST(FitAdjuster, SetsTheTypeAreaWithThePitchAndTheSize) {
  Style style = newspaper_like();
  style.fit.adjust = {{FitLimit::What::pitch, -80, 120}, {FitLimit::What::size, -80, 80}, {FitLimit::What::tracking, -20, 30}};
  const FitAdjuster adjuster(style, false);
  EXPECT_THAT(written(adjuster.settings({0, 0, 0})), testing::IsEmpty());
  EXPECT_THAT(written(adjuster.settings({-1, 0, 0})),
              ElementsAre("grid.pitch=12.7675781250pt", "page.margin.top=62.0000000000pt", "page.area.lines=57"));
  // 18 characters of 8.5 pt are as wide as 17 of 9 pt; the pitch lets 56 lines of them end at the same foot.
  EXPECT_THAT(written(adjuster.settings({0, -1, 1})),
              ElementsAre("grid.pitch=13.0087890625pt", "page.margin.top=62.0000000000pt", "page.area.lines=56",
                          "text.body.size=8.5000000000pt", "page.margin.inner=0.0000000000pt", "page.area.characters=18",
                          "columns.gap=18.0000000000pt", "text.body.tracking=0.005em"));
}

TEST(FitAdjuster, GivesDisplayItsTypeBack) {
  const Style natural = newspaper_like();
  Style adjusted = natural;
  for (TextStyle& text : adjusted.text) text.size = Length::from_points(5);
  FitAdjuster(natural, false).keep_display(adjusted);
  EXPECT_EQ(adjusted.of(Element::caption).size, Length::from_points(8));
  EXPECT_EQ(adjusted.of(Element::body).size, Length::from_points(5));
  EXPECT_EQ(adjusted.of(Element::list).size, Length::from_points(5));
}

TEST(FitAdjuster, TellsWhatItChangesInTheOrderOfTheStyle) {
  Style style = newspaper_like();
  style.fit.adjust = {{FitLimit::What::images, -250, 150}, {FitLimit::What::pitch, -80, 120}, {FitLimit::What::tracking, -20, 30}};
  const FitResult result{{-8, -1, 2}, {State::filled, 0}, 5};
  DiagnosticSink sink;
  report_fit(result, two_pages, FitAdjuster(style, true).changes(result.position), {}, sink);
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].severity, Severity::note);
  EXPECT_EQ(sink.all()[0].message.text(MessageLanguage::english),
            "set to fill 2 pages: pictures 8% lower, line pitch 13pt → 12.77pt, tracking +0.010 em");
  EXPECT_EQ(sink.all()[0].message.text(MessageLanguage::chinese), "已调整以排满 2 页：图高减 8%，行距 13pt → 12.77pt，字距 +0.010 em");
}

TEST(ReportFit, SaysNothingOfWhatFillsByItself) {
  DiagnosticSink sink;
  report_fit({{0, 0}, {State::filled, 0}, 0}, two_pages, {}, {}, sink);
  EXPECT_TRUE(sink.all().empty());
}

}  // namespace
}  // namespace banxin
