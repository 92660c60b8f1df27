#include "import/clean_text.h"

#include "base/utf8.h"
#include "document/printable.h"
#include "text/scripts.h"

namespace banxin {

namespace {

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool has_no_shape(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
  const bool noncharacter = (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
  return control || noncharacter || c == 0xfeff || c == 0xad || (c >= 0xfff9 && c <= 0xfffc);
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n') continue;
    if (is_line_break(c)) {
      result += '\n';
    } else if (c == '\t' || c == 0xa0) {
      result += ' ';
    } else if (!has_no_shape(c)) {
      utf8::append(result, c);
    }
  }
  return result;
}

std::vector<std::string> trimmed_lines(std::string_view text) {
  std::vector<std::string> lines;
  const auto is_blank_character = [](char32_t c) { return is_white_space(c) || c == 0x200b || c == 0x2060; };
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin, last = stop;
    for (std::size_t at = first; at < stop && is_blank_character(utf8::decode(text, at));) first = at;
    for (std::size_t at = last; at > first && is_blank_character(utf8::decode_before(text, at));) last = at;
    const std::string_view line = text.substr(first, last - first);
    lines.emplace_back(is_blank(line) ? std::string_view() : line);
    begin = stop + 1;
  }
  return lines;
}

}  // namespace banxin
