#include <array>
#include <utility>

#include "font/font.h"

namespace banxin {

namespace {

constexpr std::array<std::pair<FontRole, std::string_view>, 6> role_names = {{
    {FontRole::song, "song"},
    {FontRole::hei, "hei"},
    {FontRole::kai, "kai"},
    {FontRole::fangsong, "fangsong"},
    {FontRole::latin, "latin"},
    {FontRole::mono, "mono"},
}};

}  // namespace

std::string_view name_of(FontRole role) { return role_names[static_cast<std::size_t>(role)].second; }

std::optional<FontRole> parse_font_role(std::string_view name) {
  for (const auto& [role, role_name] : role_names) {
    if (role_name == name) return role;
  }
  return std::nullopt;
}

}  // namespace banxin
