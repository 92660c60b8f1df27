// The scan of values: which kind begins here, and plain scalars over one line or several.
#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/fold.h"
#include "yaml/scanner.h"

namespace banxin::yaml {

void Scanner::scan_value(int parent_column) {
  if (!open_.empty()) open_.back().awaiting = false;
  scan_properties();
  if (at_line_end()) {
    // Only an anchor or a tag stood here: what it marks may stand below.
    if (!open_.empty()) open_.back().awaiting = true;
    return;
  }
  const std::size_t begin = at_;
  const char c = peek();
  if (c == '"' || c == '\'') {
    if (scan_quoted(parent_column, Context::block)) finish_quoted(begin);
  } else if (c == '[' || c == '{') {
    scan_flow_value(parent_column);
  } else if (const auto header = block_scalar_header()) {
    scan_block_scalar(*header, parent_column);
  } else if (is_indicator(c) || ((c == '-' || c == '?' || c == ':') && blank_or_end(at_ + 1))) {
    scan_text_with_indicator(parent_column);
  } else {
    scan_plain(parent_column);
  }
}

namespace {

bool is_name_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '!';
}

/// Length of `&name`, `*name` or `!name` at the beginning of `text` when that is all that stands up to a blank: names are ASCII here, for
/// `*着重*` and `!重要` are texts.
std::size_t property_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && is_name_character(text[length])) ++length;
  const bool named = length > 1 || text[0] == '!';
  return named && (length == text.size() || is_blank(text[length])) ? length : 0;
}

}  // namespace

/// Anchors and tags before a value are reported and passed over, so that the value itself is still read.
void Scanner::scan_properties() {
  while (peek() == '&' || peek() == '!') {
    const std::size_t length = property_length(rest_of_line());
    if (length == 0) return;
    const std::string name(rest_of_line().substr(0, length));
    fault(peek() == '&' ? "yaml-anchor" : "yaml-tag", at_, at_ + length, {{"name", name}});
    at_ += length;
    skip_blanks();
  }
}

/// Behind a quoted scalar only a comment may stand.
void Scanner::finish_quoted(std::size_t value_begin) {
  const std::size_t value_end = at_;
  skip_blanks();
  if (at_line_end()) return;
  if (peek() == '#' && at_ > value_end) {
    scan_.scalars.back().comment = place(at_, line_end_);
    return;
  }
  const std::size_t end = trimmed_line_end();
  const std::string behind(text_.substr(at_, end - at_));
  Diagnostic& extra = fault("yaml-text-after-quote", at_, end, {{"text", shortened(behind)}});
  if (value_begin >= line_begin_) {
    // Quotes around the whole are the outer ones, whatever stands between.
    const bool enclosed = text_[end - 1] == text_[value_begin];
    const std::string_view whole = text_.substr(value_begin, end - value_begin);
    hint_quoted(extra, file_, value_begin, enclosed ? whole.substr(1, whole.size() - 2) : whole);
  }
  at_ = line_end_;
}

/// A text that begins with a mark that YAML keeps for itself: told, and then read as the text it was meant to be.
void Scanner::scan_text_with_indicator(int parent_column) {
  const std::size_t begin = at_;
  const std::size_t alias = peek() == '*' ? property_length(rest_of_line()) : 0;
  const bool is_alias = alias > 0 && at_ + alias == trimmed_line_end();
  const ScannedScalar& scalar = scan_mistaken_text(parent_column);
  Diagnostic& told = is_alias ? fault("yaml-alias", begin, scalar.end, {{"name", scalar.text.text()}})
                              : fault("yaml-text-begins-with-mark", begin, begin + 1, {{"mark", std::string(1, text_[begin])}});
  hint_quoted(told, file_, begin, scalar.text.view());
}

/// Reads the text that begins here as a plain scalar for which the author takes it, whatever stands in it; its caller says what is wrong.
ScannedScalar& Scanner::scan_mistaken_text(int parent_column) {
  const std::size_t first_line = line_begin_;
  const std::size_t line_text_end = trimmed_line_end();
  ScannedScalar& scalar = scan_.scalars[scan_plain(parent_column)];
  if (scalar.comment && line_begin_ == first_line) {
    scalar.text = SourceText(&file_, std::string(text_.substr(scalar.begin, line_text_end - scalar.begin)), scalar.begin);
    scalar.end = static_cast<std::uint32_t>(line_text_end);
  }
  scalar.comment = scalar.colon = {};
  return scalar;
}

/// Reads the plain scalar that begins here, over as many lines as it has (YAML 1.2.2, 7.3.3); gives its place among the scalars. What YAML
/// would lose or misread in it is noted there.
std::size_t Scanner::scan_plain(int parent_column) {
  const std::size_t index = scan_.scalars.size();
  const std::size_t begin = at_;
  SourceText text;
  ScannedScalar found;
  std::size_t blank_lines = 0;
  std::size_t end = plain_end_on_line(found);
  std::string_view piece = text_.substr(begin, end - begin);
  text.append(&file_, piece, begin, piece.size());
  while (!found.comment && enter_continuation(parent_column, blank_lines)) {
    const std::size_t next_begin = at_;
    if (peek() == '-' && blank_or_end(at_ + 1)) fault("yaml-dash-in-text", at_, at_ + 1);
    const std::size_t next_end = plain_end_on_line(found);
    const std::string_view next = text_.substr(next_begin, next_end - next_begin);
    text.append(&file_, line_joint(piece, next, blank_lines), end, next_begin - end);
    text.append(&file_, next, next_begin, next.size());
    piece = next;
    end = next_end;
  }
  ScannedScalar& scalar = add_scalar(Value::ScalarStyle::plain, begin, end, std::move(text));
  scalar.comment = found.comment;
  scalar.colon = found.colon;
  return index;
}

/// Moves to the end of the plain scalar's part on this line and gives the end of its text there, noting a comment and the first `: `.
std::size_t Scanner::plain_end_on_line(ScannedScalar& scalar) {
  const std::size_t begin = at_;
  std::size_t end = trimmed_line_end();
  for (std::size_t i = begin; i < end; ++i) {
    if (text_[i] == ':' && blank_or_end(i + 1) && !scalar.colon) scalar.colon = place(i, i + 1);
    if (text_[i] == '#' && i > begin && is_blank(text_[i - 1])) {
      scalar.comment = place(i, end);
      end = i;
      while (end > begin && is_blank(text_[end - 1])) --end;
    }
  }
  at_ = line_end_;
  return end;
}

/// Moves to the next line that belongs to the plain scalar, counting the blank lines before it; stays when there is none.
bool Scanner::enter_continuation(int parent_column, std::size_t& blank_lines) {
  const std::size_t last_line = line_begin_;
  blank_lines = 0;
  while (enter_next_line()) {
    while (peek() == ' ') ++at_;
    const int indentation = column();
    skip_blanks();
    if (at_line_end()) {
      ++blank_lines;
      continue;
    }
    const bool marker =
        indentation == 0 && (rest_of_line().starts_with("---") || rest_of_line().starts_with("...")) && blank_or_end(at_ + 3);
    if (indentation > parent_column && peek() != '#' && !marker) return true;
    break;
  }
  enter_line(last_line);
  at_ = line_end_;
  return false;
}

}  // namespace banxin::yaml
