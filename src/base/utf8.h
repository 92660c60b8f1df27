// UTF-8, one code point at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin::utf8 {

inline constexpr char32_t replacement_character = 0xfffd;

/// As `decode()`, for any code point.
char32_t decode_any(std::string_view text, std::size_t& offset);

/// The code point at byte `offset`, which moves past it. Ill-formed bytes give U+FFFD and move by one. `offset` < size.
inline char32_t decode(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return ++offset, lead;
  // Most of East Asian text: three bytes, none of which can be an overlong form or a surrogate.
  if (lead > 0xe0 && lead < 0xed && offset + 2 < text.size() && (byte(1) & 0xc0) == 0x80 && (byte(2) & 0xc0) == 0x80) {
    const char32_t code_point = (lead & 0xfu) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu);
    offset += 3;
    return code_point;
  }
  return decode_any(text, offset);
}

/// The code point that ends just before byte `offset`, which moves back to its beginning. `offset` > 0.
char32_t decode_before(std::string_view text, std::size_t& offset);

void append(std::string& text, char32_t code_point);

std::string encode(char32_t code_point);
std::u32string decode_all(std::string_view text);

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates are not), if any.
std::optional<std::size_t> first_error(std::string_view text);

}  // namespace banxin::utf8
