// Hints that show the text to paste.
#include "yaml/fix.h"

#include "base/utf8.h"
#include "yaml/characters.h"

namespace banxin::yaml {

namespace {

constexpr std::size_t longest_fix = 400;     // bytes: some 130 Chinese characters
constexpr std::size_t longest_mention = 24;  // characters

}  // namespace

std::string quoted(std::string_view text) {
  if (text.find_first_of("\"\\") == std::string_view::npos) return '"' + std::string(text) + '"';
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + '\'';
}

std::string shortened(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && text[end] != '\n' && count < longest_mention; ++count) utf8::decode(text, end);
  return end == text.size() ? std::string(text) : std::string(text.substr(0, end)) + "…";
}

void hint_write(Diagnostic& diagnostic, std::string line) { diagnostic.hint("hint-yaml-write", {{"line", std::move(line)}}); }

void hint_quoted(Diagnostic& diagnostic, const SourceFile& file, std::size_t begin, std::string_view text) {
  const std::size_t line_begin = file.line_begin(file.line_of(begin));
  const bool fits = text.size() <= longest_fix && begin - line_begin <= longest_fix && text.find('\n') == std::string_view::npos;
  if (!fits) {
    diagnostic.hint("hint-yaml-quote-all", {{"text", shortened(text)}});
    return;
  }
  const std::string_view before = file.text().substr(line_begin, begin - line_begin);
  std::size_t indentation = 0;
  while (indentation < before.size() && is_blank(before[indentation])) ++indentation;
  hint_write(diagnostic, std::string(before.substr(indentation)) + quoted(text));
}

}  // namespace banxin::yaml
