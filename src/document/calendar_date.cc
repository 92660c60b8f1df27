#include "document/calendar_date.h"

#include <string>

#include "base/utf8.h"

namespace banxin {

namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool exists(const CalendarDate& date) {
  return date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in(date.year, date.month);
}

/// The characters of a date one after another; full-width digits count as digits.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : characters_(utf8::decode_all(text)) {
    for (char32_t& c : characters_) {
      if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    }
  }

  /// `least` to `most` digits, with no further digit behind them unless `within` (a form without separators).
  std::optional<int> number(std::size_t least, std::size_t most, bool within = false) {
    int value = 0;
    std::size_t digits = 0;
    for (; digits < most && at_digit(); ++digits) value = value * 10 + static_cast<int>(characters_[at_++] - U'0');
    if (digits < least || (!within && at_digit())) return std::nullopt;
    return value;
  }
  /// The next character that is no space, or 0.
  char32_t separator() {
    skip_spaces();
    const char32_t c = at_ < characters_.size() ? characters_[at_++] : 0;
    skip_spaces();
    return c;
  }
  bool at_digit() const { return at_ < characters_.size() && characters_[at_] >= U'0' && characters_[at_] <= U'9'; }

 private:
  void skip_spaces() {
    while (at_ < characters_.size() && characters_[at_] == U' ') ++at_;
  }

  std::u32string characters_;
  std::size_t at_ = 0;
};

std::optional<CalendarDate> separated_date(std::string_view text) {
  DateScanner scanner(text);
  const auto year = scanner.number(4, 4);
  if (!year) return std::nullopt;
  const char32_t first = scanner.separator();
  if (first != U'-' && first != U'/' && first != U'.' && first != U'年') return std::nullopt;
  const auto month = scanner.number(1, 2);
  if (!month || scanner.separator() != (first == U'年' ? U'月' : first)) return std::nullopt;
  const auto day = scanner.number(1, 2);
  if (!day) return std::nullopt;
  return CalendarDate{*year, *month, *day};
}

/// ISO 8601's basic form, 20250513.
std::optional<CalendarDate> solid_date(std::string_view text) {
  DateScanner scanner(text);
  const auto year = scanner.number(4, 4, true);
  const auto month = year ? scanner.number(2, 2, true) : std::nullopt;
  const auto day = month ? scanner.number(2, 2) : std::nullopt;
  if (!day) return std::nullopt;
  return CalendarDate{*year, *month, *day};
}

}  // namespace

DateReading read_calendar_date(std::string_view text) {
  constexpr std::size_t longest_date = 64;
  text = text.substr(0, longest_date);
  std::optional<CalendarDate> date = separated_date(text);
  if (!date) date = solid_date(text);
  if (!date || exists(*date)) return {date, false};
  return {std::nullopt, true};
}

}  // namespace banxin
