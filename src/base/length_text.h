// Lengths as styles write them: a number with a unit, or one of the trade's sizes (五号, 小四).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/decimal.h"
#include "base/length.h"

namespace banxin {

enum class LengthUnit { none, mm, cm, in, pt, pc, Q, em, lh, percent };

/// A length as written, before what it is relative to is known. `none`: a bare `0`, the only number that needs no unit.
struct WrittenLength {
  Decimal number;
  LengthUnit unit = LengthUnit::none;
};

/// What relative units stand for at a place of the style; what is absent may not be used there.
struct LengthContext {
  std::optional<Length> em;       ///< the element's own size
  std::optional<Length> line;     ///< `lh`: the line pitch of the body
  std::optional<Length> hundred;  ///< 100%
};

/// A type size by its Chinese name, in tenths of a point (小五: 90).
struct TradeSize {
  std::string_view name;
  int tenths_of_point;
};
std::span<const TradeSize> trade_sizes();

enum class LengthFault {
  not_a_length,  ///< neither a number with a unit nor a trade size
  unit_missing,  ///< a bare number other than 0
  unit_unknown,
};

struct LengthParse {
  std::optional<WrittenLength> length;
  LengthFault fault = LengthFault::not_a_length;  ///< when there is no length
};

/// Reads `9pt`, `12.5 mm`, `2em`, `50%`, `0`, `小五`, ... Units are written as in the enumeration; `q` serves for `Q`.
LengthParse parse_length(std::string_view text);

/// The length, rounded to the nearest 1/1024 pt; nothing when the context lacks what its unit refers to or it is larger than 1000 m.
std::optional<Length> resolve(const WrittenLength& written, const LengthContext& context);

}  // namespace banxin
