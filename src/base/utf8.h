// UTF-8, one code point at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin::utf8 {

inline constexpr char32_t replacement_character = 0xfffd;

/// The code point at byte `offset`, which moves past it. Ill-formed bytes give U+FFFD and move by one. `offset` < size.
char32_t decode(std::string_view text, std::size_t& offset);

/// The code point that ends just before byte `offset`, which moves back to its beginning. `offset` > 0.
char32_t decode_before(std::string_view text, std::size_t& offset);

void append(std::string& text, char32_t code_point);

std::string encode(char32_t code_point);
std::u32string decode_all(std::string_view text);

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms and surrogates are not), if any.
std::optional<std::size_t> first_error(std::string_view text);

}  // namespace banxin::utf8
