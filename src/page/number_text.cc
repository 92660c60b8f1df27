// Decimal numbers written from integers.
#include "page/number_text.h"

#include <cassert>
#include <charconv>

namespace banxin {
namespace {

/// `value` over ten to the power of `decimals`, all decimals kept.
std::string fixed_decimal(std::int64_t value, int decimals) {
  assert(decimals >= 0 && decimals <= 9);
  const bool negative = value < 0;
  char digits[24];
  const auto magnitude = negative ? -static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  const auto end = std::to_chars(digits, digits + sizeof digits, magnitude).ptr;
  std::string text(digits, end);
  const auto whole_and_fraction = static_cast<std::size_t>(decimals) + 1;
  if (text.size() < whole_and_fraction) text.insert(0, whole_and_fraction - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
  if (negative) text.insert(0, "-");
  return text;
}

}  // namespace

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  std::string text = fixed_decimal(value, decimals);
  if (decimals > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  out += text;
}

std::string points_text(Length length) { return fixed_decimal(length.scaled(1000, Length::units_per_point).raw(), 3); }

}  // namespace banxin
