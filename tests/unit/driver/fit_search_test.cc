// The search on made-up articles: each gives its lines at a position, and what it shall fill is a number of them.
#include "driver/fit_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace banxin {
namespace {

using State = FitOutcome::State;
using testing::ElementsAre;

/// An article of so many lines at a position; `least` to `most` of them are what is wanted.
struct MadeUp {
  int least, most;
  std::function<int(const FitPosition&)> lines;
  std::multiset<FitPosition> tried = {};

  FitOutcome outcome(const FitPosition& position) const {
    const int length = lines(position);
    if (length > most) return {State::over, length - most};
    if (length < least) return {State::under, most - length};
    return {State::filled, 0};
  }

  FitResult search(const std::vector<FitSteps>& settings) {
    const FitOutcome natural = outcome(FitPosition(settings.size(), 0));
    return search_fit(settings, natural, [this](const FitPosition& position) {
      tried.insert(position);
      return outcome(position);
    });
  }
};

TEST(FitSearch, ChangesNothingThatFills) {
  MadeUp article{90, 100, [](const FitPosition&) { return 95; }};
  const FitResult result = article.search({{5, 5}, {5, 5}});
  EXPECT_THAT(result.position, ElementsAre(0, 0));
  EXPECT_EQ(result.outcome.state, State::filled);
  EXPECT_EQ(result.trials, 0);
}

TEST(FitSearch, TakesTheLeastChangeOfTheFirstSetting) {
  const auto lines = [](const FitPosition& p) { return 110 + 4 * p[0] + p[1]; };
  MadeUp tighter{90, 100, lines}, looser{125, 135, lines};
  EXPECT_THAT(tighter.search({{8, 8}, {8, 8}}).position, ElementsAre(-3, 0));
  EXPECT_THAT(looser.search({{8, 8}, {8, 8}}).position, ElementsAre(4, 0));
}

TEST(FitSearch, LeavesASettingAtItsLimitAndGoesOnWithTheNext) {
  MadeUp article{90, 100, [](const FitPosition& p) { return 130 + 4 * p[0] + 3 * p[1] + p[2]; }};
  EXPECT_THAT(article.search({{5, 0}, {9, 9}, {9, 9}}).position, ElementsAre(-5, -4, 0));
}

TEST(FitSearch, MakesUpForAStepThatGoesTooFarWithTheNextSetting) {
  // A step of the first setting is 20 lines: 105 is too long, 85 too short. The second may be lengthened from there ...
  const auto lines = [](const FitPosition& p) { return 105 + 20 * p[0] + 2 * p[1]; };
  MadeUp lengthened{95, 100, lines}, shortened{95, 100, lines};
  EXPECT_THAT(lengthened.search({{3, 3}, {5, 5}}).position, ElementsAre(-1, 5));
  // ... or where it may not, shortened from before that step.
  EXPECT_THAT(shortened.search({{3, 3}, {5, 0}}).position, ElementsAre(0, -3));
}

TEST(FitSearch, TakesAnEarlierSettingBackWhereALaterOneWentTooFar) {
  // Both limits of the first are reached before the second, whose one step is 30 lines, has its turn.
  MadeUp shortened{97, 100, [](const FitPosition& p) { return 125 + 4 * p[0] + 30 * p[1]; }};
  EXPECT_THAT(shortened.search({{5, 5}, {1, 1}}).position, ElementsAre(1, -1));
}

TEST(FitSearch, StretchesUpToTheStepThatWouldBeTooLong) {
  MadeUp article{95, 100, [](const FitPosition& p) { return 70 + 20 * p[0] + 2 * p[1]; }};
  EXPECT_THAT(article.search({{3, 3}, {5, 5}}).position, ElementsAre(1, 3));
}

TEST(FitSearch, FitsWhatCannotFill) {
  MadeUp article{98, 100, [](const FitPosition& p) { return 105 + 10 * p[0]; }};
  const FitResult result = article.search({{3, 3}});
  EXPECT_THAT(result.position, ElementsAre(-1));
  EXPECT_EQ(result.outcome.state, State::under);
  EXPECT_EQ(result.outcome.lines, 5);
}

TEST(FitSearch, LeavesWhatIsTooLongAtEveryLimit) {
  MadeUp article{90, 100, [](const FitPosition& p) { return 130 + 4 * p[0] + 3 * p[1]; }};
  const FitResult result = article.search({{3, 9}, {2, 9}});
  EXPECT_THAT(result.position, ElementsAre(-3, -2));
  EXPECT_EQ(result.outcome.state, State::over);
  EXPECT_EQ(result.outcome.lines, 12);
}

TEST(FitSearch, StretchesNothingInVain) {
  MadeUp article{90, 100, [](const FitPosition& p) { return 60 + 4 * p[0] + 3 * p[1]; }};
  const FitResult result = article.search({{9, 3}, {9, 2}});
  EXPECT_THAT(result.position, ElementsAre(0, 0));
  EXPECT_EQ(result.outcome.state, State::under);
  EXPECT_EQ(result.outcome.lines, 40);
}

TEST(FitSearch, FindsItsWayWhereLinesDoNotFallSteadily) {
  // Hyphens and orphans make a setting now and then longer that should be shorter.
  MadeUp article{90, 100, [](const FitPosition& p) { return 130 + 4 * p[0] + (p[0] % 3 == 0 ? 3 : 0) + p[1]; }};
  const FitResult result = article.search({{12, 12}, {12, 12}});
  EXPECT_EQ(result.outcome.state, State::filled);
  EXPECT_LE(article.lines(result.position), 100);
}

TEST(FitSearch, DoesNotEndWhereNothingCanBePrinted) {
  const auto trial = [](const FitPosition& p) { return p[0] < -4 ? FitOutcome::impossible() : FitOutcome{State::over, 20}; };
  EXPECT_THAT(search_fit(std::vector<FitSteps>{{6, 0}}, {State::over, 20}, trial).position, ElementsAre(0));
}

TEST(FitSearch, TriesNoPositionTwiceAndNotMany) {
  MadeUp article{99, 100, [](const FitPosition& p) { return 200 + 7 * p[0] + 5 * p[1] + 11 * p[2] + 9 * p[3]; }};
  const FitResult result = article.search({{4, 6}, {25, 15}, {1, 1}, {4, 6}});
  EXPECT_LE(result.trials, most_fit_trials + 8);
  EXPECT_EQ(result.trials, static_cast<int>(article.tried.size()));
  for (const FitPosition& position : article.tried) EXPECT_EQ(article.tried.count(position), 1u);
}

}  // namespace
}  // namespace banxin
