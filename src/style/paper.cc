#include "style/paper.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace banxin {
namespace {

constexpr std::array<Paper, 26> table = {{{"A3", 2970, 4200},     {"A4", 2100, 2970},     {"A5", 1480, 2100},     {"A6", 1050, 1480},
                                          {"B4", 2500, 3530},     {"B5", 1760, 2500},     {"B6", 1250, 1760},     {"JIS-B3", 3640, 5150},
                                          {"JIS-B4", 2570, 3640}, {"JIS-B5", 1820, 2570}, {"JIS-B6", 1280, 1820}, {"8开", 2600, 3680},
                                          {"16开", 1840, 2600},   {"32开", 1300, 1840},   {"64开", 920, 1260},    {"对开", 5200, 7360},
                                          {"4开", 3680, 5200},    {"大对开", 5700, 8400}, {"大4开", 4200, 5700},  {"大8开", 2850, 4200},
                                          {"大16开", 2100, 2850}, {"大32开", 1400, 2030}, {"对开报", 3900, 5500}, {"四开报", 2750, 3900},
                                          {"Letter", 2159, 2794}, {"Legal", 2159, 3556}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// 十六开 is the same as 16开.
std::string with_digits(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> numbers = {
      {{"六十四开", "64开"}, {"三十二开", "32开"}, {"十六开", "16开"}, {"四开", "4开"}, {"八开", "8开"}}};
  std::string result(name);
  for (const auto& [written, digits] : numbers) {
    if (const std::size_t at = result.find(written); at != std::string::npos) return result.replace(at, written.size(), digits);
  }
  return result;
}

/// 1 mm = 72 / 25.4 pt.
Length tenths_of_millimetre(int count) { return Length::from_raw(count * 72 * Length::units_per_point).scaled(1, 254); }

}  // namespace

std::span<const Paper> papers() { return table; }

std::optional<Size> paper_size(std::string_view written) {
  const bool is_listed = std::any_of(table.begin(), table.end(), [&](const Paper& paper) { return paper.name == written; });
  const std::string name = is_listed ? std::string(written) : with_digits(written);
  const auto found = std::find_if(table.begin(), table.end(), [&](const Paper& paper) { return same_name(paper.name, name); });
  if (found == table.end()) return std::nullopt;
  return Size{tenths_of_millimetre(found->width), tenths_of_millimetre(found->height)};
}

}  // namespace banxin
