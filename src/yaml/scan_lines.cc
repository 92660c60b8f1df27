// The scan of lines: indentation, list items and keys, and lines that are none of these though they should be.
#include <algorithm>

#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/scanner.h"

namespace banxin::yaml {

namespace {

constexpr std::string_view ideographic_space = "\u3000";
constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view full_width_colon = "：";

/// A word before a full-width colon that may be meant as a key, in bytes.
constexpr std::size_t longest_slipped_key = 48;

std::size_t wide_space_length(std::string_view text) {
  return text.starts_with(ideographic_space) ? ideographic_space.size() : text.starts_with(no_break_space) ? no_break_space.size() : 0;
}

}  // namespace

void Scanner::scan_line() {
  const std::string_view content = trim_blanks(rest_of_line());
  if (content.empty() || content.starts_with('#')) return;
  if (scan_document_marker()) return;
  if (document_ended_) {
    fault("yaml-several-documents", at_, trimmed_line_end());
    stopped_ = true;
    return;
  }
  if (scan_indentation()) scan_entries();
}

/// Moves past the line's indentation; false when the line was dealt with.
bool Scanner::scan_indentation() {
  while (peek() == ' ') ++at_;
  if (peek() == '\t') {
    const std::size_t begin = at_;
    skip_blanks();
    if (Diagnostic* tab = structure_fault("yaml-tab-indentation", begin, at_)) {
      hint_write(*tab, std::string(2 * (at_ - begin), ' ') + shortened(rest_of_line()));
    }
    return true;
  }
  std::size_t end = at_;
  while (const std::size_t length = wide_space_length(text_.substr(end, line_end_ - end))) end += length;
  if (end == at_ || after_block_scalar_) return true;
  const std::size_t begin = at_;
  at_ = end;
  if (const bool entry = (peek() == '-' && blank_or_end(at_ + 1)) || find_key() || find_slipped_key(); !entry) {
    at_ = begin;
    return true;
  }
  structure_fault("yaml-wide-space", begin, end);
  return true;
}

/// `---` may open the one document and `...` end it (YAML 1.2.2, 9.1).
bool Scanner::scan_document_marker() {
  const std::string_view line = rest_of_line();
  if (line.starts_with('%') && open_.empty() && !top_seen_) {
    fault("yaml-directive", at_, trimmed_line_end());
    return true;
  }
  if (!(line.starts_with("---") || line.starts_with("...")) || !blank_or_end(at_ + 3)) return false;
  const bool begins = line.starts_with("---");
  if (document_ended_ || (begins && (top_seen_ || marker_seen_))) {
    fault("yaml-several-documents", at_, at_ + 3);
    stopped_ = true;
    return true;
  }
  marker_seen_ = marker_seen_ || begins;
  document_ended_ = !begins;
  const std::string_view behind = trim_blanks(line.substr(3));
  if (!behind.empty() && !behind.starts_with('#')) fault("yaml-text-after-marker", at_ + 3, trimmed_line_end());
  return true;
}

void Scanner::scan_entries() {
  const std::size_t content = at_;
  while (peek() == '-') {
    const std::size_t wide = wide_space_length(text_.substr(at_ + 1, line_end_ - at_ - 1));
    if (!blank_or_end(at_ + 1) && wide == 0) break;
    if (has_lost_indentation(std::nullopt)) return scan_misplaced_text();
    const std::size_t dash = at_;
    if (wide > 0) fault("yaml-wide-space", dash + 1, dash + 1 + wide);
    open(Block::sequence, dash);
    if (stopped_) return;
    mark(dash, "-");
    at_ += 1 + wide;
    skip_blanks();
    if (at_line_end()) return;
    if (peek() == '#') return scan_hash("yaml-item-begins-with-hash");
  }
  if (peek() == '?' && blank_or_end(at_ + 1)) {
    structure_fault("yaml-complex-key", at_, at_ + 1);
    top_seen_ = true;
    return;
  }
  if (const auto key = find_key(); key && !has_lost_indentation(key)) {
    scan_key(*key);
  } else {
    scan_bare(at_ == content);
  }
}

/// Whether this line, an item or a `key`, is rather text of the block scalar above it: an item where none can stand, or a key that nobody
/// knows, and that is no slip of an English one.
bool Scanner::has_lost_indentation(const std::optional<KeyPlace>& key) {
  if (!after_block_scalar_ || top_ != Top::known_keys) return false;
  close_deeper(column());
  if (open_.size() != 1 || open_.back().column != column() || open_.back().awaiting) return false;
  if (!key) return true;
  const std::string_view word = text_.substr(at_, key->end - at_);
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return !ascii && !known_.contains(word);
}

/// The key that begins here, if the line holds one: plain or quoted, and a colon before a blank or the line's end.
std::optional<Scanner::KeyPlace> Scanner::find_key() const {
  if (peek() == '"' || peek() == '\'') {
    const std::size_t quote = find_quote(text_, at_ + 1, line_end_, peek());
    if (quote == std::string_view::npos) return std::nullopt;
    std::size_t colon = quote + 1;
    while (colon < line_end_ && is_blank(text_[colon])) ++colon;
    const bool is_key = colon < line_end_ && text_[colon] == ':' && blank_or_end(colon + 1);
    return is_key ? std::optional(KeyPlace{quote + 1, colon, colon + 1}) : std::nullopt;
  }
  if (is_indicator(peek()) || peek() == ':') return std::nullopt;
  const std::size_t limit = std::min(line_end_, at_ + longest_key);
  for (std::size_t i = at_; i < limit; ++i) {
    if (text_[i] == '#' && i > at_ && is_blank(text_[i - 1])) return std::nullopt;
    if (text_[i] != ':' || !blank_or_end(i + 1)) continue;
    std::size_t end = i;
    while (end > at_ && is_blank(text_[end - 1])) --end;
    return KeyPlace{end, i, i + 1};
  }
  return std::nullopt;
}

void Scanner::scan_key(const KeyPlace& key) {
  const std::size_t begin = at_;
  const int key_column = column();
  open(Block::mapping, begin);
  if (stopped_) return;
  const bool is_quoted = peek() == '"' || peek() == '\'';
  SourceText text = is_quoted ? quoted_text(begin, key.end) : SourceText(&file_, std::string(text_.substr(begin, key.end - begin)), begin);
  if (text.view() == "<<") fault("yaml-merge-key", begin, key.end);
  if (text.empty()) fault("yaml-empty-key", begin, key.after);
  ScannedScalar& scalar = add_scalar(is_quoted ? Value::ScalarStyle::quoted : Value::ScalarStyle::plain, begin, key.end, std::move(text));
  scalar.is_key = true;
  scalar.after_colon = static_cast<std::uint32_t>(key.after);
  mark(key.colon, ":");
  at_ = key.after;
  skip_blanks();
  if (at_line_end()) return;
  if (peek() == '#') {
    if (looks_like_colour(rest_of_line())) return scan_hash("yaml-unquoted-colour");
    scalar.comment = place(at_, line_end_);
    return;
  }
  scan_value(key_column);
}

/// The text that begins with `#` here is meant as one: YAML takes it for a comment.
void Scanner::scan_hash(const char* code) {
  const std::size_t end = trimmed_line_end();
  const std::string text(rest_of_line().substr(0, end - at_));
  Diagnostic& hash = fault(looks_like_colour(text) ? "yaml-unquoted-colour" : code, at_, end, {{"text", shortened(text)}});
  hint_quoted(hash, file_, at_, text);
  add_scalar(Value::ScalarStyle::plain, at_, end, SourceText(&file_, text, at_));
  open_.back().awaiting = false;
}

/// A value that stands on a line of its own or behind a dash.
void Scanner::scan_bare(bool on_own_line) {
  if (!on_own_line) return scan_value(open_.back().column);
  close_deeper(column());
  const bool is_flow = peek() == '{' || peek() == '[';
  if (open_.empty() && !top_seen_ && (top_ == Top::anything || is_flow)) {
    top_seen_ = true;
    scan_value(-1);
  } else if (!open_.empty() && open_.back().awaiting && open_.back().column < column()) {
    scan_value(open_.back().column);
  } else {
    scan_misplaced_text();
  }
}

/// Text where only a key or a list item can stand: said by its likeliest cause, once for all lines of the kind.
void Scanner::scan_misplaced_text() {
  if (const auto key = find_slipped_key()) {
    report_slipped_key(*key);
    return scan_key(*key);
  }
  const int text_column = column();
  const std::size_t end = trimmed_line_end();
  const std::string text = shortened(rest_of_line().substr(0, end - at_));
  if (open_.empty() && !top_seen_) {
    fault("yaml-no-keys", at_, end, {{"file", file_.name()}});
    stopped_ = true;
    return;
  }
  const bool deeper = open_.empty() || text_column > open_.back().column;
  if (scan_.reliable) {
    if (after_block_scalar_ && !deeper) {
      hint_write(fault("yaml-block-not-indented", at_, end), "  " + text);
    } else if (deeper) {
      fault("yaml-text-goes-on", at_, end, {{"text", text}});
    } else if (open_.back().kind == Block::sequence) {
      hint_write(fault("yaml-missing-dash", at_, end, {{"text", text}}), "- " + text);
    } else {
      fault("yaml-missing-colon", at_, end, {{"text", text}});
    }
  }
  skip_lines_without_key(text_column);
}

/// A known key whose colon is full-width, or that lacks the space behind its colon.
std::optional<Scanner::KeyPlace> Scanner::find_slipped_key() const {
  if (is_indicator(peek())) return std::nullopt;
  const std::string_view line = rest_of_line().substr(0, longest_slipped_key + full_width_colon.size());
  const std::size_t wide = line.find(full_width_colon);
  const std::size_t narrow = line.find(':');
  const std::size_t length = std::min(wide, narrow);
  if (length == std::string_view::npos || length < 2) return std::nullopt;
  const std::string_view word = line.substr(0, length);
  if (word.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  const std::size_t colon = at_ + length;
  if (narrow < wide) return known_.contains(word) ? std::optional(KeyPlace{colon, colon - 1, colon + 1}) : std::nullopt;
  const bool key_must_stand_here =
      !after_block_scalar_ && !open_.empty() && open_.back().kind == Block::mapping && open_.back().column == column();
  if (!key_must_stand_here && !known_.contains(word)) return std::nullopt;
  return KeyPlace{colon, colon, colon + full_width_colon.size()};
}

void Scanner::report_slipped_key(const KeyPlace& key) {
  const std::string word(text_.substr(at_, key.end - at_));
  const bool full_width = text_[key.end] != ':';
  Diagnostic& slip = full_width ? fault("yaml-full-width-colon", key.end, key.after, {{"key", word}})
                                : fault("yaml-no-space-after-colon", key.end, key.after, {{"key", word}});
  const std::string_view known = known_.key_for(word);
  const std::string_view value = trim_blanks(text_.substr(key.after, line_end_ - key.after));
  hint_write(slip, std::string(known.empty() ? std::string_view(word) : known) + ": " + shortened(value));
}

/// Passes over the lines that follow and are as little in place as the one just reported.
void Scanner::skip_lines_without_key(int at_column) {
  while (next_line_ != std::string_view::npos) {
    const std::size_t reported_line = line_begin_;
    enter_next_line();
    while (peek() == ' ') ++at_;
    const bool dash = peek() == '-' && blank_or_end(at_ + 1);
    const bool marker = column() == 0 && (rest_of_line() == "---" || rest_of_line() == "...");
    const auto key = find_key();
    const bool is_key = (key && !has_lost_indentation(key)) || find_slipped_key();
    const bool same = column() >= at_column && !marker && (!dash || after_block_scalar_) && !is_key;
    if (at_line_end() || (same && peek() != '\t')) continue;
    enter_line(reported_line);
    return;
  }
}

}  // namespace banxin::yaml
