#include "base/length_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace banxin {
namespace {

struct Unit {
  std::string_view name;
  LengthUnit unit;
};

constexpr std::array<Unit, 10> units = {{{"mm", LengthUnit::mm},
                                         {"cm", LengthUnit::cm},
                                         {"in", LengthUnit::in},
                                         {"pt", LengthUnit::pt},
                                         {"pc", LengthUnit::pc},
                                         {"Q", LengthUnit::Q},
                                         {"q", LengthUnit::Q},
                                         {"em", LengthUnit::em},
                                         {"lh", LengthUnit::lh},
                                         {"%", LengthUnit::percent}}};

/// CLREQ's table of sizes as desktop publishing rounds them (初号 42 to 八号 5).
constexpr std::array<TradeSize, 16> sizes = {{{"初号", 420},
                                              {"小初", 360},
                                              {"一号", 260},
                                              {"小一", 240},
                                              {"二号", 220},
                                              {"小二", 180},
                                              {"三号", 160},
                                              {"小三", 150},
                                              {"四号", 140},
                                              {"小四", 120},
                                              {"五号", 105},
                                              {"小五", 90},
                                              {"六号", 75},
                                              {"小六", 65},
                                              {"七号", 55},
                                              {"八号", 50}}};

constexpr std::int64_t units_per_inch = 72 * Length::units_per_point;
constexpr std::int64_t largest = Length::units_per_point * 2'834'646;

/// One of the unit as a fraction of Length's raw units; nothing when the context does not know it.
struct Ratio {
  std::int64_t numerator, denominator;
};

std::optional<Ratio> ratio_of(LengthUnit unit, const LengthContext& context) {
  const auto relative = [](const std::optional<Length>& whole, std::int64_t denominator) -> std::optional<Ratio> {
    if (!whole) return std::nullopt;
    return Ratio{whole->raw(), denominator};
  };
  switch (unit) {
    case LengthUnit::none:
      return Ratio{0, 1};
    case LengthUnit::mm:
      return Ratio{units_per_inch * 10, 254};
    case LengthUnit::cm:
      return Ratio{units_per_inch * 100, 254};
    case LengthUnit::in:
      return Ratio{units_per_inch, 1};
    case LengthUnit::pt:
      return Ratio{Length::units_per_point, 1};
    case LengthUnit::pc:
      return Ratio{Length::units_per_point * 12, 1};
    case LengthUnit::Q:
      return Ratio{units_per_inch * 10, 254 * 4};
    case LengthUnit::em:
      return relative(context.em, 1);
    case LengthUnit::lh:
      return relative(context.line, 1);
    case LengthUnit::percent:
      return relative(context.hundred, 100);
  }
  return std::nullopt;
}

}  // namespace

std::span<const TradeSize> trade_sizes() { return sizes; }

LengthParse parse_length(std::string_view text) {
  const auto trade = std::find_if(sizes.begin(), sizes.end(), [&](const TradeSize& size) { return size.name == text; });
  if (trade != sizes.end()) return {WrittenLength{{trade->tenths_of_point, 1}, LengthUnit::pt}};
  const std::optional<Decimal> number = take_decimal(text);
  if (!number) return {std::nullopt, LengthFault::not_a_length};
  while (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty() && number->digits != 0) return {std::nullopt, LengthFault::unit_missing};
  if (text.empty()) return {WrittenLength{*number, LengthUnit::none}};
  const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& candidate) { return candidate.name == text; });
  if (unit == units.end()) return {std::nullopt, LengthFault::unit_unknown};
  return {WrittenLength{*number, unit->unit}};
}

std::optional<Length> resolve(const WrittenLength& written, const LengthContext& context) {
  const std::optional<Ratio> ratio = ratio_of(written.unit, context);
  const std::optional<std::int64_t> raw = ratio ? written.number.times(ratio->numerator, ratio->denominator) : std::nullopt;
  if (!raw || std::abs(*raw) > largest) return std::nullopt;
  return Length::from_raw(*raw);
}

}  // namespace banxin
