#include "preflight/font_reader.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace banxin::preflight {
namespace {

/// The tokens of a CMap that matter: `<…>` as bytes, `[`, `]` and words.
struct Token {
  bool is_bytes = false;
  std::string value;
};

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Token bytes_token(const std::string& program, std::size_t& at) {
  Token token{true, {}};
  int high = -1;
  for (++at; at < program.size() && program[at] != '>'; ++at) {
    const int digit = digit_of(program[at]);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      token.value += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (at < program.size()) ++at;
  return token;
}

std::vector<Token> tokens_of(const std::string& program) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < program.size();) {
    const char c = program[at];
    if (c == '<' && at + 1 < program.size() && program[at + 1] != '<') {
      tokens.push_back(bytes_token(program, at));
    } else if (c == '[' || c == ']') {
      tokens.push_back({false, std::string(1, c)});
      ++at;
    } else if (std::isalpha(static_cast<unsigned char>(c))) {
      const std::size_t begin = at;
      while (at < program.size() && std::isalnum(static_cast<unsigned char>(program[at]))) ++at;
      tokens.push_back({false, program.substr(begin, at - begin)});
    } else {
      ++at;
    }
  }
  return tokens;
}

std::uint32_t number_of(const std::string& bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string utf8_of(const std::string& utf16) {
  std::string out;
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    char32_t unit = number_of(utf16.substr(i, 2));
    if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < utf16.size()) {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (number_of(utf16.substr(i + 2, 2)) - 0xdc00);
      i += 2;
    }
    utf8::append(out, unit);
  }
  return out;
}

/// The text of a range's first code, its last code unit `steps` higher.
std::string stepped(std::string utf16, std::uint32_t steps) {
  if (utf16.size() < 2) return {};
  const std::uint32_t last = number_of(utf16.substr(utf16.size() - 2)) + steps;
  utf16[utf16.size() - 2] = static_cast<char>(last >> 8);
  utf16[utf16.size() - 1] = static_cast<char>(last & 0xff);
  return utf8_of(utf16);
}

constexpr std::uint32_t highest_code = 0xffff;

}  // namespace

std::map<std::uint32_t, std::string> read_to_unicode(const std::string& program) {
  std::map<std::uint32_t, std::string> map;
  const std::vector<Token> tokens = tokens_of(program);
  std::string block;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_bytes) {
      if (tokens[i].value.starts_with("begin") || tokens[i].value.starts_with("end")) block = tokens[i].value;
      continue;
    }
    if (block == "beginbfchar" && i + 1 < tokens.size()) {
      map[number_of(tokens[i].value)] = utf8_of(tokens[i + 1].value);
      ++i;
    } else if (block == "beginbfrange" && i + 2 < tokens.size()) {
      const std::uint32_t first = number_of(tokens[i].value), last = std::min(number_of(tokens[i + 1].value), highest_code);
      i += 2;
      const bool listed = !tokens[i].is_bytes && tokens[i].value == "[";
      for (std::uint32_t code = first; code <= last; ++code) {
        if (listed && (++i >= tokens.size() || !tokens[i].is_bytes)) break;
        map[code] = listed ? utf8_of(tokens[i].value) : stepped(tokens[i].value, code - first);
      }
    }
  }
  return map;
}

FontReader::FontReader(QPDFObjectHandle font) {
  two_bytes_ = font.isDictionary() && font.getKey("/Subtype").isNameAndEquals("/Type0");
  QPDFObjectHandle map = font.isDictionary() ? font.getKey("/ToUnicode") : QPDFObjectHandle::newNull();
  if (!map.isStream()) return;
  has_map_ = true;
  const auto buffer = map.getStreamData(qpdf_dl_generalized);
  map_ = read_to_unicode(std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()));
}

std::vector<std::uint32_t> FontReader::codes(const std::string& string) const {
  std::vector<std::uint32_t> codes;
  const std::size_t width = two_bytes_ ? 2 : 1;
  for (std::size_t i = 0; i + width <= string.size(); i += width) codes.push_back(number_of(string.substr(i, width)));
  return codes;
}

std::optional<std::string> FontReader::text(std::uint32_t code) const {
  const auto found = map_.find(code);
  if (found == map_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

}  // namespace banxin::preflight
