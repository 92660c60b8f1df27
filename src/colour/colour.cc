#include "colour/colour.h"

#include <array>

#include "base/decimal.h"

namespace banxin {
namespace {

constexpr int full_coverage = 1000;

std::string_view without_spaces_around(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

int hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The digits after `#`: one or two for each of red, green and blue.
std::optional<RgbColour> parse_hexadecimal(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  const std::size_t width = digits.size() / 3;
  std::array<int, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const int high = hexadecimal_digit(digits[i * width]), low = hexadecimal_digit(digits[i * width + width - 1]);
    if (high < 0 || low < 0) return std::nullopt;
    channels[i] = high * 16 + low;
  }
  return RgbColour{channels[0], channels[1], channels[2]};
}

/// What stands in `name(...)`, or nothing when `text` is not of that form.
std::optional<std::string_view> arguments_of(std::string_view text, std::string_view name) {
  if (!text.starts_with(name) || !text.ends_with(')')) return std::nullopt;
  text.remove_prefix(name.size());
  text = without_spaces_around(text);
  if (!text.starts_with('(')) return std::nullopt;
  return without_spaces_around(text.substr(1, text.size() - 2));
}

/// Takes one percentage, its `%` sign optional, from the front of `text`, in thousandths; nothing when it is none or not within 0-100.
std::optional<int> take_coverage(std::string_view& text) {
  const std::optional<Decimal> number = take_decimal(text);
  const std::optional<std::int64_t> thousandths = number ? number->times(full_coverage, 100) : std::nullopt;
  if (!thousandths || *thousandths < 0 || *thousandths > full_coverage) return std::nullopt;
  if (text.starts_with('%')) text.remove_prefix(1);
  return static_cast<int>(*thousandths);
}

std::optional<GrayColour> parse_gray(std::string_view arguments) {
  const std::optional<int> black = take_coverage(arguments);
  if (!black || !arguments.empty()) return std::nullopt;
  return GrayColour{*black};
}

std::optional<CmykColour> parse_cmyk(std::string_view arguments) {
  std::array<int, 4> inks{};
  for (std::size_t i = 0; i < inks.size(); ++i) {
    if (i > 0 && !arguments.starts_with(' ')) return std::nullopt;
    arguments = without_spaces_around(arguments);
    const std::optional<int> ink = take_coverage(arguments);
    if (!ink) return std::nullopt;
    inks[i] = *ink;
  }
  if (!arguments.empty()) return std::nullopt;
  return CmykColour{inks[0], inks[1], inks[2], inks[3]};
}

/// `NAME, cmyk(...)`; the name may hold commas.
Colour parse_spot(std::string_view arguments) {
  const std::size_t comma = arguments.rfind(',');
  if (comma == std::string_view::npos) return {};
  const std::string_view name = without_spaces_around(arguments.substr(0, comma));
  const auto likeness = arguments_of(without_spaces_around(arguments.substr(comma + 1)), "cmyk");
  const std::optional<CmykColour> inks = likeness ? parse_cmyk(*likeness) : std::nullopt;
  if (!inks || name.empty() || name == "All" || name == "None") return {};
  return Colour{{}, {}, inks, std::string(name)};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  text = without_spaces_around(text);
  if (text == "black") return Colour::black();
  if (text == "white") return Colour::white();
  Colour colour;
  if (text.starts_with('#')) {
    colour.rgb = parse_hexadecimal(text.substr(1));
  } else if (const auto gray = arguments_of(text, "gray")) {
    colour.gray = parse_gray(*gray);
  } else if (const auto cmyk = arguments_of(text, "cmyk")) {
    colour.cmyk = parse_cmyk(*cmyk);
  } else if (const auto spot = arguments_of(text, "spot")) {
    colour = parse_spot(*spot);
  }
  if (colour == Colour{}) return std::nullopt;
  return colour;
}

}  // namespace banxin
