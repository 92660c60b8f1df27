#include "document/inline_syntax.h"

#include <algorithm>

namespace banxin {

namespace {

// Bounds on what stands between two marks, so that marks without a partner cost little.
constexpr std::size_t longest_field = 200;
constexpr std::size_t longest_ruby = 400;
constexpr std::size_t longest_script = 8;
constexpr std::size_t longest_words = 100;
constexpr std::size_t longest_address = 2048;
constexpr int deepest_brackets = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::string without_escapes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && is_escapable(text[i + 1])) ++i;
    result += text[i];
  }
  return result;
}

/// The end of a quoted string or of a bracketed one whose last character is `close`; `at` is behind the opening one.
std::optional<std::size_t> closing_at(std::string_view text, std::size_t at, char close) {
  for (const std::size_t limit = std::min(text.size(), at + longest_address); at < limit; ++at) {
    if (text[at] == close) return at;
    if (text[at] == '\\' && at + 1 < limit) ++at;
  }
  return std::nullopt;
}

/// The end of an address without angle brackets: no blanks, brackets balanced.
std::optional<std::size_t> address_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (const std::size_t limit = std::min(text.size(), at + longest_address); at < limit; ++at) {
    const char c = text[at];
    if (c == '\\' && at + 1 < limit && is_escapable(text[at + 1])) {
      ++at;
    } else if (c == '(') {
      if (++depth > deepest_brackets) return std::nullopt;
    } else if (c == ')') {
      if (depth-- == 0) return at;
    } else if (is_control(c) || c == ' ') {
      break;
    }
  }
  if (depth != 0) return std::nullopt;
  return at;
}

}  // namespace

bool is_escapable(char c) { return c > 0x20 && c < 0x7f && !is_digit(c) && !is_letter(c); }

std::size_t run_length(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_not_of(text[begin], begin);
  return (end == std::string_view::npos ? text.size() : end) - begin;
}

CodeSpans::CodeSpans(std::string_view text) : text_(text) {
  for (std::size_t at = text.find('`'); at != std::string_view::npos; at = text.find('`', at)) {
    const std::size_t length = run_length(text, at);
    runs_[length].push_back(at);
    at += length;
  }
}

std::optional<MarkupExtent> CodeSpans::at(std::size_t begin) const {
  const std::size_t length = run_length(text_, begin);
  const auto same = runs_.find(length);
  // A backslash before the run may have taken its first backtick, and then no run of this length was counted.
  if (same == runs_.end()) return std::nullopt;
  const auto closing = std::upper_bound(same->second.begin(), same->second.end(), begin);
  if (closing == same->second.end()) return std::nullopt;
  MarkupExtent code{begin + length, *closing, *closing + length};
  const std::string_view content = text_.substr(code.begin, code.end - code.begin);
  if (content.size() > 1 && is_blank(content.front()) && is_blank(content.back()) &&
      content.find_first_not_of(" \t\n") != std::string_view::npos) {
    ++code.begin;
    --code.end;
  }
  return code;
}

std::optional<MarkupExtent> field_at(std::string_view text, std::size_t begin) {
  if (!text.substr(begin).starts_with("{{")) return std::nullopt;
  const std::string_view content = text.substr(begin + 2, longest_field);
  const std::size_t length = content.find_first_of("{}\n");
  if (length == 0 || length == std::string_view::npos || !content.substr(length).starts_with("}}")) return std::nullopt;
  return MarkupExtent{begin + 2, begin + 2 + length, begin + 4 + length};
}

std::optional<MarkupExtent> footnote_at(std::string_view text, std::size_t begin) {
  if (!text.substr(begin).starts_with("[^")) return std::nullopt;
  const std::string_view content = text.substr(begin + 2, longest_field);
  const std::size_t length = content.find_first_of("[]^ \t\n");
  if (length == 0 || length == std::string_view::npos || content[length] != ']') return std::nullopt;
  return MarkupExtent{begin + 2, begin + 2 + length, begin + 3 + length};
}

std::optional<MarkupExtent> ruby_at(std::string_view text, std::size_t begin) {
  const std::string_view content = text.substr(begin + 1, longest_ruby);
  const std::size_t length = content.find_first_of("{}\n");
  if (length == std::string_view::npos || content[length] != '}') return std::nullopt;
  const std::size_t bar = content.substr(0, length).find('|');
  if (bar == std::string_view::npos || bar == 0) return std::nullopt;
  return MarkupExtent{begin + 1, begin + 1 + length, begin + 2 + length};
}

std::optional<MarkupExtent> script_at(std::string_view text, std::size_t begin) {
  const char mark = text[begin];
  const auto is_content = [](char c) { return is_digit(c) || is_letter(c) || c == '+' || c == '-' || c == '(' || c == ')'; };
  const auto between_digits = [&](std::size_t at) {
    return mark == '~' && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
  };
  std::size_t end = begin + 1;
  while (end < text.size() && end - begin <= longest_script && is_content(text[end])) ++end;
  if (end == begin + 1 || end >= text.size() || text[end] != mark || run_length(text, end) != 1) return std::nullopt;
  if (between_digits(begin) || between_digits(end)) return std::nullopt;
  return MarkupExtent{begin + 1, end, end + 1};
}

bool attributes_at(std::string_view text, std::size_t begin) {
  std::size_t at = skip_blanks(text, begin + 1);
  const std::size_t limit = std::min(text.size(), at + longest_words);
  const std::size_t first = at;
  while (at < limit && (is_letter(text[at]) || text[at] == '-' || (is_blank(text[at]) && at > first))) ++at;
  return at > first && at < limit && (text[at] == '=' || text[at] == '}');
}

std::optional<LinkTail> link_tail_at(std::string_view text, std::size_t begin) {
  LinkTail tail;
  std::size_t at = skip_blanks(text, begin + 1);
  const bool angle = at < text.size() && text[at] == '<';
  if (angle) ++at;
  const std::optional<std::size_t> end = angle ? closing_at(text, at, '>') : address_end(text, at);
  if (!end) return std::nullopt;
  tail.address = without_escapes(text.substr(at, *end - at));
  at = skip_blanks(text, *end + (angle ? 1 : 0));
  const bool apart = at > *end + (angle ? 1 : 0);
  if (apart && at < text.size() && (text[at] == '"' || text[at] == '\'')) {
    const std::optional<std::size_t> quote = closing_at(text, at + 1, text[at]);
    if (!quote) return std::nullopt;
    tail.has_title = true;
    at = skip_blanks(text, *quote + 1);
  }
  if (at >= text.size() || text[at] != ')') return std::nullopt;
  tail.next = at + 1;
  return tail;
}

bool looks_like_address(std::string_view address) { return address.find_first_of(":/.#?@") != std::string_view::npos; }

bool is_harmless_address(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';  // browsers pass over blanks and control characters here
    if (c == ':' || c == '/' || c == '?' || c == '#') {
      return c != ':' || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
    }
    if (!blank) scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return true;
}

}  // namespace banxin
