// The few classes of bytes that YAML's syntax is made of.
#pragma once

#include <string_view>

namespace banxin::yaml {

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
inline bool is_flow_indicator(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

/// Whether an unquoted scalar may not begin with `c` (YAML 1.2.2, 5.3; `-`, `?` and `:` only before a blank).
inline bool is_indicator(char c) { return std::string_view("*&!|>@%`,[]{}\"'#").find(c) != std::string_view::npos; }

inline std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether `text` begins with a colour as style sheets write it: `#fff`, `#b03a24`, with 3, 4, 6 or 8 digits.
inline bool looks_like_colour(std::string_view text) {
  if (!text.starts_with('#')) return false;
  std::size_t digits = 0;
  while (digits + 1 < text.size() && is_hex_digit(text[digits + 1])) ++digits;
  const bool ends = digits + 1 == text.size() || is_blank(text[digits + 1]) || is_flow_indicator(text[digits + 1]);
  return ends && (digits == 3 || digits == 4 || digits == 6 || digits == 8);
}

}  // namespace banxin::yaml
