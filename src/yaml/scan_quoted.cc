// The scan of quoted scalars: their end, their escapes, their folded lines, and quotes that nobody closed.
#include <fmt/format.h>

#include "base/utf8.h"
#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/fold.h"
#include "yaml/scanner.h"

namespace banxin::yaml {

namespace {

/// What joining of lines looks at of the next one, in bytes.
constexpr std::size_t longest_line_head = 64;

}  // namespace

std::size_t find_quote(std::string_view text, std::size_t begin, std::size_t end, char quote) {
  for (std::size_t i = begin; i < end; ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= end || text[i + 1] != quote) return i;
      ++i;
    }
  }
  return std::string_view::npos;
}

/// Reads the quoted scalar that begins here and moves behind it; false when it has no end.
bool Scanner::scan_quoted(int parent_column, Context context) {
  const std::size_t begin = at_;
  const auto closing = closing_quote(at_, parent_column);
  if (!closing || (*closing > line_end_ && quoted_text_goes_on(*closing + 1, context))) {
    recover_unclosed_quote(parent_column, context);
    return false;
  }
  const std::size_t end = *closing + 1;
  add_scalar(Value::ScalarStyle::quoted, begin, end, quoted_text(begin, end));
  if (*closing > line_end_) enter_line(file_.line_begin(file_.line_of(*closing)));
  at_ = end;
  return true;
}

/// The quote that closes the scalar whose opening quote stands at `opening`. Lines of the scalar are indented deeper than what holds it
/// (YAML 1.2.2, 7.3.1), so a line that is not shows that the quote was forgotten.
std::optional<std::size_t> Scanner::closing_quote(std::size_t opening, int parent_column) const {
  std::size_t content = opening + 1;
  while (true) {
    const std::size_t newline = text_.find('\n', content);
    const std::size_t end = std::min(newline, text_.size());
    if (const std::size_t found = find_quote(text_, content, end, text_[opening]); found != std::string_view::npos) return found;
    if (newline == std::string_view::npos) return std::nullopt;
    content = newline + 1;
    while (content < text_.size() && is_blank(text_[content])) ++content;
    const bool is_empty = content == text_.size() || text_[content] == '\n' || text_[content] == '\r';
    if (!is_empty && static_cast<int>(content - newline - 1) <= parent_column) return std::nullopt;
  }
}

/// Whether text stands behind a closing quote at `end`: after several lines this means that the quote belongs to another text.
bool Scanner::quoted_text_goes_on(std::size_t end, Context context) const {
  while (end < text_.size() && is_blank(text_[end])) ++end;
  if (end == text_.size() || text_[end] == '\n' || text_[end] == '\r') return false;
  if (text_[end] == '#' && is_blank(text_[end - 1])) return false;
  return context == Context::block || !(is_flow_indicator(text_[end]) || text_[end] == ':');
}

/// Told at the quote's place, for there it was forgotten; the scalar is taken to end with its line.
void Scanner::recover_unclosed_quote(int parent_column, Context context) {
  const std::size_t begin = at_;
  const std::size_t end = trimmed_line_end();
  const std::string text(text_.substr(begin + 1, end - begin - 1));
  Diagnostic& unclosed = fault("yaml-unclosed-quote", begin, begin + 1, {{"quote", std::string(1, peek())}});
  if (context == Context::block && !text.empty()) hint_quoted(unclosed, file_, begin, text);
  add_scalar(Value::ScalarStyle::plain, begin, end, SourceText(&file_, text, begin + 1));
  // What the lines below are depends on where the text was to end.
  const std::size_t last_line = line_begin_;
  std::size_t blank_lines = 0;
  if (enter_continuation(parent_column, blank_lines)) scan_.reliable = false;
  enter_line(last_line);
  at_ = line_end_;
}

namespace {

struct Escape {
  char letter;
  char32_t character;
};

/// YAML 1.2.2, 5.7, those that stand for something printable.
constexpr Escape escapes[] = {{'t', '\t'},  {'\t', '\t'}, {'n', '\n'}, {' ', ' '},    {'"', '"'},   {'/', '/'},
                              {'\\', '\\'}, {'N', 0x85},  {'_', 0xa0}, {'L', 0x2028}, {'P', 0x2029}};

std::size_t digits_of_escape(char letter) { return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0; }

/// The number that `digits` hexadecimal digits say at `begin`, if they all stand before `end`.
std::optional<char32_t> hexadecimal(std::string_view text, std::size_t begin, std::size_t digits, std::size_t end) {
  if (begin + digits > end) return std::nullopt;
  char32_t value = 0;
  for (std::size_t i = begin; i < begin + digits; ++i) {
    const char c = text[i];
    if (!is_hex_digit(c)) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_printable(char32_t c) {
  return c == '\t' || c == '\n' || c == 0x85 ||
         (c >= 0x20 && !between(c, 0x7f, 0x9f) && !between(c, 0xd800, 0xdfff) && c <= 0x10ffff && c != 0xfffe && c != 0xffff);
}

struct Decoded {
  char32_t character;
  std::size_t length;  // of the escape, its backslash included
};

/// The escape at `begin` (its backslash). JSON's pairs of surrogates count as one.
std::optional<Decoded> decode_escape(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin + 1 >= end) return std::nullopt;
  const char letter = text[begin + 1];
  for (const Escape& escape : escapes) {
    if (escape.letter == letter) return Decoded{escape.character, 2};
  }
  const std::size_t digits = digits_of_escape(letter);
  const auto value = digits > 0 ? hexadecimal(text, begin + 2, digits, end) : std::nullopt;
  if (!value) return std::nullopt;
  if (digits == 4 && between(*value, 0xd800, 0xdbff) && text.substr(begin + 6, 2) == "\\u") {
    const auto low = hexadecimal(text, begin + 8, 4, end);
    if (low && between(*low, 0xdc00, 0xdfff)) return Decoded{0x10000 + ((*value - 0xd800) << 10) + (*low - 0xdc00), 12};
  }
  return is_printable(*value) ? std::optional(Decoded{*value, 2 + digits}) : std::nullopt;
}

}  // namespace

/// The text of the quoted scalar `[begin, end)`, quotes included.
SourceText Scanner::quoted_text(std::size_t begin, std::size_t end) {
  const char quote = text_[begin];
  SourceText text;
  const std::size_t stop = end - 1;
  for (std::size_t i = begin + 1; i < stop;) {
    if (quote == '"' && text_[i] == '\\') {
      i = append_escape(text, i, stop);
      continue;
    }
    if (quote == '\'' && text_[i] == '\'') {
      text.append(&file_, "'", i, 2);
      i += 2;
      continue;
    }
    std::size_t run = i;
    while (run < stop && is_blank(text_[run])) ++run;
    if (run < stop && (text_[run] == '\n' || text_[run] == '\r')) {
      i = append_quoted_break(text, i, run, stop);
      continue;
    }
    while (run < stop && !is_blank(text_[run]) && text_[run] != '\n' && text_[run] != '\r' && text_[run] != quote &&
           !(quote == '"' && text_[run] == '\\'))
      ++run;
    text.append(&file_, text_.substr(i, run - i), i, run - i);
    i = run;
  }
  return text;
}

/// Appends what the escape at `begin` stands for and gives the place behind it. An escaped line break joins the lines as they are.
std::size_t Scanner::append_escape(SourceText& text, std::size_t begin, std::size_t end) {
  std::size_t after = begin + 1;
  if (text_.substr(after, 2) == "\r\n") ++after;
  if (after < end && text_[after] == '\n') {
    ++after;
    while (after < end && is_blank(text_[after])) ++after;
    return after;
  }
  if (const auto decoded = decode_escape(text_, begin, end)) {
    text.append(&file_, utf8::encode(decoded->character), begin, decoded->length);
    return begin + decoded->length;
  }
  std::size_t escape_end = begin + 1;
  if (escape_end < end) utf8::decode(text_, escape_end);
  const std::string escape(text_.substr(begin, escape_end - begin));
  fault("yaml-bad-escape", begin, escape_end, {{"escape", escape}});
  text.append(&file_, escape, begin, escape.size());
  return escape_end;
}

/// Folds the line break at `newline`, the blanks before it from `blanks` on, and all blank lines and indentation behind it.
std::size_t Scanner::append_quoted_break(SourceText& text, std::size_t blanks, std::size_t newline, std::size_t end) {
  std::size_t breaks = 0;
  std::size_t i = newline;
  for (; i < end && (is_blank(text_[i]) || text_[i] == '\n' || text_[i] == '\r'); ++i) breaks += text_[i] == '\n';
  const std::string joint = line_joint(text.view(), text_.substr(i, std::min(end - i, longest_line_head)), breaks - 1);
  text.append(&file_, joint, blanks, i - blanks);
  return i;
}

}  // namespace banxin::yaml
