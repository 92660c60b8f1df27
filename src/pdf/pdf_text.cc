// PDF objects as text.
#include "pdf/pdf_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/number_text.h"

namespace banxin::pdf {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_regular(char c) { return c > ' ' && c < 0x7f && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos; }

void append_hex_byte(std::string& out, unsigned byte) {
  out += hex_digits[byte >> 4 & 0xf];
  out += hex_digits[byte & 0xf];
}

void append_hex_unit(std::string& out, unsigned unit) {
  append_hex_byte(out, unit >> 8);
  append_hex_byte(out, unit);
}

}  // namespace

std::string text_of(Reference reference) { return text_of(reference.number) + " 0 R"; }

std::string text_of(int number) {
  std::string out;
  append_decimal(out, number, 0);
  return out;
}

std::string text_of(Length length) {
  std::string out;
  append_decimal(out, ten_thousandths(length), 4);
  return out;
}

std::string name(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    if (is_regular(c)) {
      out += c;
    } else {
      out += '#';
      append_hex_byte(out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    switch (c) {
      case '(':
      case ')':
      case '\\':
        out += '\\';
        out += c;
        break;
      // An end-of-line marker inside a string is read as a line feed, whatever it was.
      case '\r':
        out += "\\r";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  }
  return out + ')';
}

std::string text_string(std::string_view utf8) {
  const bool ascii =
      std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t'; });
  return ascii ? byte_string(utf8) : "<FEFF" + utf16_hex(utf8) + '>';
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = utf8::decode(utf8, offset);
    if (c < 0x10000) {
      append_hex_unit(out, c);
    } else {
      append_hex_unit(out, 0xd800 + ((c - 0x10000) >> 10));
      append_hex_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  }
  return out;
}

std::string code_hex(std::uint32_t code) {
  std::string out;
  append_hex_unit(out, code);
  return out;
}

std::string array(const std::vector<std::string>& values) {
  std::string out = "[";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ' ';
    out += values[i];
  }
  return out + ']';
}

std::string Dictionary::text() const {
  std::string out = "<<";
  for (const auto& [key, value] : entries_) {
    out += name(key);
    // Values that begin with a delimiter need no space before them.
    if (value.empty() || std::string_view("/([<").find(value.front()) == std::string_view::npos) out += ' ';
    out += value;
  }
  return out + ">>";
}

}  // namespace banxin::pdf
