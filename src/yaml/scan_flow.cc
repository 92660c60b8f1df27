// The scan of flow collections, `[…]` and `{…}`, and of texts that only look like them.
#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/fold.h"
#include "yaml/scanner.h"

namespace banxin::yaml {

void Scanner::scan_flow_value(int parent_column) {
  const std::size_t begin = at_;
  const FlowExtent extent = flow_extent(parent_column);
  if (!extent.closed) return scan_unclosed_flow(extent, parent_column);
  // `[重要] 通知` and `{{name}} 同学` are texts.
  if (quoted_text_goes_on(extent.end, Context::block) || rest_of_line().starts_with("{{")) return scan_text_with_indicator(parent_column);
  const std::size_t scalars = scan_.scalars.size(), flows = scan_.flows.size();
  if (scan_flow_collection(parent_column, 1)) {
    at_ = line_end_;
    return;
  }
  // Told already; the whole stands as one value, so that the rest can be checked.
  scan_.scalars.resize(scalars);
  scan_.flows.resize(flows);
  for (std::size_t i = begin; i < extent.end; ++i) {
    if (text_[i] != '\n') mark(i, " ");
  }
  enter_line(file_.line_begin(file_.line_of(extent.end - 1)));
  add_scalar(Value::ScalarStyle::plain, begin, extent.end, {});
  scan_.reliable = false;
  at_ = line_end_;
}

/// Looks ahead for the bracket that closes the collection that begins here. Its lines are indented deeper than what holds it
/// (YAML 1.2.2, 7.4), but for closing brackets at the beginning of a line.
Scanner::FlowExtent Scanner::flow_extent(int parent_column) const {
  std::string brackets;
  const char* cause = "yaml-unclosed-bracket";
  std::size_t culprit = at_;
  bool token_begins = true;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '\n') {
      std::size_t content = i + 1;
      while (content < text_.size() && is_blank(text_[content])) ++content;
      const bool is_empty = content == text_.size() || text_[content] == '\n' || text_[content] == '\r';
      const bool closes = !is_empty && (text_[content] == ']' || text_[content] == '}');
      if (!is_empty && !closes && static_cast<int>(content - i - 1) <= parent_column) break;
      token_begins = true;
    } else if (c == '#' && i > at_ && (is_blank(text_[i - 1]) || text_[i - 1] == '\n')) {
      if (i < line_end_) {
        cause = looks_like_colour(text_.substr(i, line_end_ - i)) ? "yaml-unquoted-colour" : "yaml-comment-in-text";
        culprit = i;
      }
      i = std::min(text_.find('\n', i), text_.size()) - 1;
    } else if ((c == '"' || c == '\'') && token_begins) {
      const auto closing = closing_quote(i, parent_column);
      if (!closing) return {false, 0, "yaml-unclosed-quote", i};
      i = *closing;
      token_begins = false;
    } else if (c == '[' || c == '{') {
      brackets += c;
      token_begins = true;
    } else if (c == ']' || c == '}') {
      if (brackets.back() != (c == ']' ? '[' : '{')) break;
      brackets.pop_back();
      if (brackets.empty()) return {true, i + 1, nullptr, 0};
      token_begins = false;
    } else if (!is_blank(c)) {
      token_begins = c == ',' || c == ':';
    }
  }
  return {false, 0, cause, culprit};
}

void Scanner::scan_unclosed_flow(const FlowExtent& extent, int parent_column) {
  const std::size_t begin = at_;
  const std::string bracket(1, peek());
  const std::string comment(text_.substr(extent.culprit, line_end_ > extent.culprit ? line_end_ - extent.culprit : 0));
  const ScannedScalar& scalar = scan_mistaken_text(parent_column);
  Diagnostic& told = fault(extent.code, extent.culprit, extent.culprit + 1,
                           {{"bracket", bracket}, {"quote", std::string(1, text_[extent.culprit])}, {"text", shortened(comment)}});
  if (extent.culprit == begin) hint_quoted(told, file_, begin, scalar.text.view());
  scan_.reliable = false;
}

/// Reads the collection that begins here and moves behind it; false when something in it was wrong, which is told.
bool Scanner::scan_flow_collection(int parent_column, std::size_t depth) {
  const char closing = peek() == '[' ? ']' : '}';
  if (open_.size() + depth > limits_.nesting) {
    fault("yaml-too-deep", at_, at_ + 1, {{"limit", std::to_string(limits_.nesting)}});
    stopped_ = true;
    return false;
  }
  const std::size_t index = scan_.flows.size();
  scan_.flows.push_back({static_cast<std::uint32_t>(at_), 0});
  if (!count_value(at_)) return false;
  mark(at_, text_.substr(at_, 1));
  ++at_;
  skip_flow_space();
  while (peek() != closing) {
    if (stopped_) return false;
    if (peek() == ',') {
      fault("yaml-flow-empty-item", at_, at_ + 1);
      return false;
    }
    if (closing == ']' ? !scan_flow_item(parent_column, depth) : !scan_flow_entry(parent_column, depth)) return false;
    skip_flow_space();
    if (peek() == ',') {
      mark(at_, ",");
      ++at_;
      skip_flow_space();
    } else if (peek() != closing) {
      const bool colon = peek() == ':';
      fault(colon ? "yaml-colon-in-text" : "yaml-flow-missing-comma", at_, at_ + 1);
      return false;
    }
  }
  mark(at_, text_.substr(at_, 1));
  ++at_;
  scan_.flows[index].end = static_cast<std::uint32_t>(at_);
  return true;
}

bool Scanner::scan_flow_item(int parent_column, std::size_t depth) {
  scan_properties();
  if (peek() == '"' || peek() == '\'') return scan_quoted(parent_column, Context::flow);
  if (peek() == '[' || peek() == '{') return scan_flow_collection(parent_column, depth + 1);
  return scan_flow_plain();
}

bool Scanner::scan_flow_entry(int parent_column, std::size_t depth) {
  if (!scan_flow_key(parent_column)) return false;
  mark(at_, ":");
  ++at_;
  scan_.scalars.back().after_colon = static_cast<std::uint32_t>(at_);
  skip_flow_space();
  return peek() == ',' || peek() == '}' || scan_flow_item(parent_column, depth);
}

/// Reads a key and moves to its colon, which stands on the same line.
bool Scanner::scan_flow_key(int parent_column) {
  const std::size_t begin = at_;
  const std::size_t key_line = line_begin_;
  const bool is_quoted = peek() == '"' || peek() == '\'';
  if (is_quoted ? !scan_quoted(parent_column, Context::flow) : !scan_flow_plain()) return false;
  ScannedScalar& key = scan_.scalars.back();
  const std::string text = key.text.text();
  if (line_begin_ == key_line) skip_blanks();
  if (line_begin_ != key_line || peek() != ':' || at_ - begin > longest_key) {
    fault("yaml-flow-entry", begin, key.end, {{"text", shortened(text)}});
    return false;
  }
  key.is_key = true;
  if (text == "<<") fault("yaml-merge-key", begin, key.end);
  if (text.empty()) fault("yaml-empty-key", begin, key.end);
  return true;
}

bool Scanner::scan_flow_plain() {
  const std::size_t begin = at_;
  const bool before_blank = blank_or_end(at_ + 1) || is_flow_indicator(text_[at_ + 1]);
  if (at_line_end() || is_indicator(peek()) || ((peek() == '-' || peek() == '?' || peek() == ':') && before_blank)) {
    const bool colour = looks_like_colour(rest_of_line());
    fault(colour ? "yaml-unquoted-colour" : "yaml-text-begins-with-mark", at_, at_ + 1,
          {{"mark", std::string(1, peek())}, {"text", shortened(rest_of_line())}});
    return false;
  }
  SourceText text;
  std::size_t end = flow_plain_end_on_line();
  std::string_view piece = text_.substr(begin, end - begin);
  text.append(&file_, piece, begin, piece.size());
  std::size_t blank_lines = 0;
  while (at_line_end() && enter_flow_continuation(blank_lines)) {
    const std::size_t next_begin = at_;
    const std::size_t next_end = flow_plain_end_on_line();
    const std::string_view next = text_.substr(next_begin, next_end - next_begin);
    text.append(&file_, line_joint(piece, next, blank_lines), end, next_begin - end);
    text.append(&file_, next, next_begin, next.size());
    piece = next;
    end = next_end;
  }
  add_scalar(Value::ScalarStyle::plain, begin, end, std::move(text));
  return true;
}

/// Moves to what ends the plain scalar on this line, and gives the end of its text.
std::size_t Scanner::flow_plain_end_on_line() {
  const std::size_t begin = at_;
  for (; at_ < line_end_; ++at_) {
    const char c = text_[at_];
    if (is_flow_indicator(c)) break;
    if (c == ':' && (blank_or_end(at_ + 1) || is_flow_indicator(text_[at_ + 1]))) break;
    if (c == '#' && at_ > begin && is_blank(text_[at_ - 1])) break;
  }
  std::size_t end = at_;
  while (end > begin && is_blank(text_[end - 1])) --end;
  return end;
}

/// Moves to the next line that is not blank; whether the plain scalar goes on there.
bool Scanner::enter_flow_continuation(std::size_t& blank_lines) {
  blank_lines = 0;
  while (enter_next_line()) {
    skip_blanks();
    if (!at_line_end()) return !is_flow_indicator(peek()) && peek() != '#' && !(peek() == ':' && blank_or_end(at_ + 1));
    ++blank_lines;
  }
  return false;
}

void Scanner::skip_flow_space() {
  while (true) {
    skip_blanks();
    if (peek() == '#' && at_ > line_begin_ && is_blank(text_[at_ - 1])) note_flow_comment();
    if (peek() == '#' && at_ == line_begin_) at_ = line_end_;
    if (!at_line_end() || !enter_next_line()) return;
  }
}

/// A comment behind a scalar belongs to it, one on its own line to nothing; behind a bracket it may be text lost.
void Scanner::note_flow_comment() {
  const bool on_own_line = trim_blanks(text_.substr(line_begin_, at_ - line_begin_)).empty();
  if (!on_own_line) {
    const bool behind_scalar =
        !scan_.scalars.empty() && scan_.scalars.back().end > line_begin_ && scan_.scalars.back().begin > scan_.flows.back().begin;
    if (behind_scalar) {
      scan_.scalars.back().comment = place(at_, line_end_);
    } else {
      const std::string text(rest_of_line());
      fault("yaml-comment-in-text", at_, line_end_, {{"text", shortened(text)}});
    }
  }
  at_ = line_end_;
}

}  // namespace banxin::yaml
