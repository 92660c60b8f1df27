// Decimal numbers as people write them, read exactly: no floating point and no locale between the text and the integer.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace banxin {

/// A decimal number as written: `digits` / 10^`scale`.
struct Decimal {
  std::int64_t digits = 0;  ///< with its sign; at most 15 digits
  int scale = 0;            ///< 0-15

  /// The number times `numerator / denominator`, rounded to nearest, halves away from zero; nothing when it does not fit 62 bits.
  /// `numerator` >= 0, `denominator` > 0, both below 2^40.
  std::optional<std::int64_t> times(std::int64_t numerator, std::int64_t denominator = 1) const;
};

/// Reads an optional `-`, digits, and an optional point with digits after it from the beginning of `text`, and removes what it read;
/// nothing (and `text` as it was) when it does not begin with such a number or the number has more than 15 digits.
std::optional<Decimal> take_decimal(std::string_view& text);

/// The whole of `text` as a number; nothing when it is none.
std::optional<Decimal> parse_decimal(std::string_view text);

}  // namespace banxin
