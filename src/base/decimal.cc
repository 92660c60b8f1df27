#include "base/decimal.h"

#include <cassert>

namespace banxin {
namespace {

__extension__ typedef __int128 Integer128;

constexpr int maximum_digits = 15;
constexpr Integer128 largest_result = static_cast<Integer128>(1) << 62;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

}  // namespace

std::optional<std::int64_t> Decimal::times(std::int64_t numerator, std::int64_t denominator) const {
  assert(numerator >= 0 && denominator > 0);
  const Integer128 product = static_cast<Integer128>(digits) * numerator;
  const Integer128 divisor = static_cast<Integer128>(power_of_ten(scale)) * denominator;
  const Integer128 magnitude = ((product < 0 ? -product : product) * 2 + divisor) / (divisor * 2);
  if (magnitude >= largest_result) return std::nullopt;
  return static_cast<std::int64_t>(product < 0 ? -magnitude : magnitude);
}

std::optional<Decimal> take_decimal(std::string_view& text) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  Decimal result;
  int count = 0, after_point = -1;
  for (; !rest.empty(); rest.remove_prefix(1)) {
    const bool point = rest.front() == '.' && after_point < 0 && rest.size() > 1 && is_digit(rest[1]);
    if (!point && !is_digit(rest.front())) break;
    if (point) {
      after_point = 0;
      continue;
    }
    if (++count > maximum_digits) return std::nullopt;
    result.digits = result.digits * 10 + (rest.front() - '0');
    if (after_point >= 0) ++after_point;
  }
  if (count == 0) return std::nullopt;
  if (negative) result.digits = -result.digits;
  result.scale = after_point < 0 ? 0 : after_point;
  text = rest;
  return result;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const std::optional<Decimal> number = take_decimal(text);
  return text.empty() ? number : std::nullopt;
}

}  // namespace banxin
