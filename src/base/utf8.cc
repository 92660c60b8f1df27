#include "base/utf8.h"

#include <cstdint>

namespace banxin::utf8 {

namespace {

struct Decoded {
  char32_t code_point;
  std::size_t length;  // 0: ill-formed
};

bool is_continuation(unsigned char byte) { return (byte & 0xc0) == 0x80; }

Decoded decode_strict(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || offset + length > text.size()) return {replacement_character, 0};
  char32_t value = lead & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(i))) return {replacement_character, 0};
    value = (value << 6) | (byte(i) & 0x3fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (overlong || surrogate || value > 0x10ffff) return {replacement_character, 0};
  return {value, length};
}

}  // namespace

char32_t decode_any(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode_strict(text, offset);
  offset += decoded.length ? decoded.length : 1;
  return decoded.code_point;
}

char32_t decode_before(std::string_view text, std::size_t& offset) {
  std::size_t begin = offset - 1;
  for (int back = 0; back < 3 && begin > 0 && is_continuation(static_cast<unsigned char>(text[begin])); ++back) --begin;
  std::size_t end = begin;
  const char32_t code_point = decode(text, end);
  if (end != offset) {
    --offset;
    return replacement_character;
  }
  offset = begin;
  return code_point;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

std::string encode(char32_t code_point) {
  std::string text;
  append(text, code_point);
  return text;
}

std::u32string decode_all(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) result += decode(text, i);
  return result;
}

std::optional<std::size_t> first_error(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_strict(text, i);
    if (decoded.length == 0) return i;
    i += decoded.length;
  }
  return std::nullopt;
}

}  // namespace banxin::utf8
