#include "document/calendar_date.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

TEST(CalendarDate, ReadsWhatAuthorsWrite) {
  for (const char* text : {"2025-05-13", "2025-5-13", "2025-05-13 18:32", "2025-05-13T18:32:00+08:00", "20250513", "2025/5/13", "2025.5.13",
                           "2025年5月13日", "2025年05月13日 星期二", "2025 年 5 月 13 日", "２０２５年５月１３日"}) {
    const DateReading reading = read_calendar_date(text);
    EXPECT_EQ(reading.date, (CalendarDate{2025, 5, 13})) << text;
    EXPECT_FALSE(reading.impossible) << text;
  }
}

TEST(CalendarDate, OtherTextsAreNoDatesAndNoFaults) {
  for (const char* text :
       {"", "今天", "2025", "2025-05", "2025年5月", "13/5/2025", "2025-05-135", "202505131", "2025-05/13", "五月十三日", "2025年5-13"}) {
    const DateReading reading = read_calendar_date(text);
    EXPECT_FALSE(reading.date || reading.impossible) << text;
  }
}

TEST(CalendarDate, TellsDatesThatNoCalendarHas) {
  for (const char* text :
       {"2025-02-30", "2025-02-29", "1900-02-29", "2025年13月1日", "2025/4/31", "2025-00-10", "0000-01-01", "20250230"}) {
    const DateReading reading = read_calendar_date(text);
    EXPECT_TRUE(reading.impossible && !reading.date) << text;
  }
  EXPECT_TRUE(read_calendar_date("2024-02-29").date && read_calendar_date("2000-02-29").date);
}

}  // namespace
}  // namespace banxin
