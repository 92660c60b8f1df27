// Dates as authors write them.
#pragma once

#include <optional>
#include <string_view>

#include "document/article.h"

namespace banxin {

struct DateReading {
  std::optional<CalendarDate> date;
  bool impossible = false;  ///< it is written as a date, but no calendar has it: 2025-02-30
};

/// The date that `text` begins with: `2025-05-13` and the other ISO forms, `2025/5/13`, `2025.5.13`, `2025年5月13日`, with a time or a
/// weekday behind it or not. Anything else is no date, and no fault.
DateReading read_calendar_date(std::string_view text);

}  // namespace banxin
