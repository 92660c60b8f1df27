// What to look for: a table of what a page cost, the same in both languages, with places that a reader of the article finds.
#include "cli/why_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class WhyPage : public ::testing::Test {
 protected:
  WhyPage() {
    report_.cost = 5930;
    report_.charges = {{&PageCosts::page, 1, 5000, -1, {}}, {&PageCosts::hole_one_line, 1, 900, 2, {{&source_, 4, 10}, "乙丙"}}};
    report_.figures = {{{{&source_, 4, 10}, "看台"}, 1, 2, true, 11, 1, -2, true}};
    report_.arrangements.resize(2);
    report_.arrangements[0].more = 325;
    report_.arrangements[0].figures.push_back({{{&source_, 4, 10}, "看台"}, 0, 1, false, 12, 0});
    report_.arrangements[1].more = 2500;
    report_.other_end = {{{&source_, 4, 10}, "乙丙"}, 0, 120};
  }

  std::string table(MessageLanguage language) const { return why_page_table({report_}, 1, language); }

  const SourceFile source_{"a.yaml", "甲\n乙丙丁"};
  PageReport report_;
};

TEST_F(WhyPage, NamesEachItemItsAmountColumnLineAndText) {
  EXPECT_THAT(table(MessageLanguage::english), AllOf(HasSubstr("Page 1 of 1 cost 5930:"), HasSubstr("a column that ends one line above the foot  1      900     3       2     乙丙")));
  EXPECT_THAT(table(MessageLanguage::chinese), AllOf(HasSubstr("代价 5930"), HasSubstr("栏末空一行")));
}

TEST_F(WhyPage, TellsWhereAFigureStandsAndHowFarItsParagraphIs) {
  EXPECT_THAT(table(MessageLanguage::english), HasSubstr("2     看台    foot    2–3     11, 1 fewer than it would take  ends 2 columns later"));
}

TEST_F(WhyPage, TellsHowItsFiguresCouldStandOtherwise) {
  const std::string told = table(MessageLanguage::english);
  EXPECT_THAT(told, HasSubstr("325   2     看台               head    1       12\n"));
  EXPECT_THAT(told, HasSubstr("2500  –     none on this page\n"));
  EXPECT_THAT(table(MessageLanguage::chinese), HasSubstr("本页不放图"));
}

TEST_F(WhyPage, TellsTheOtherPageEndAndTheFiguresThatItMoves) {
  EXPECT_THAT(table(MessageLanguage::english), HasSubstr("before “乙丙” (line 2); all pages would cost 120 more.\n"));
  report_.other_end->figures = -1;
  EXPECT_THAT(table(MessageLanguage::english), HasSubstr("120 more. Figures up to there: -1."));
  report_.other_end.reset();
  EXPECT_THAT(table(MessageLanguage::english), HasSubstr("No other page end"));
}

TEST_F(WhyPage, HasNothingOfAPageThatIsNotThere) {
  EXPECT_EQ(why_page_table({report_}, 2, MessageLanguage::english), "");
  EXPECT_EQ(why_page_table({report_}, 0, MessageLanguage::english), "");
}

}  // namespace
}  // namespace banxin
