// Decimal numbers written from integers: the same text on every machine and in every locale.
#pragma once

#include <cstdint>
#include <string>

#include "base/length.h"

namespace banxin {

/// Appends `value` divided by ten to the power of `decimals` (0-9), without trailing zeros: 12500 with four decimals is `1.25`.
void append_decimal(std::string& out, std::int64_t value, int decimals);

/// A length in points with exactly three decimals, rounded to nearest.
std::string points_text(Length length);

/// A length as a count of ten-thousandths of a point, the finest step that a PDF of ours writes.
constexpr std::int64_t ten_thousandths(Length length) { return length.scaled(10'000, Length::units_per_point).raw(); }

}  // namespace banxin
