// Texts that YAML would cut at ` #` or split at `: `, told with the text in quotes.
#include "yaml/plain_traps.h"

#include <algorithm>

#include "yaml/characters.h"
#include "yaml/fix.h"

namespace banxin::yaml {

namespace {

std::string_view between(const SourceFile& file, std::size_t begin, std::size_t end) {
  return trim_blanks(file.text().substr(begin, end - begin));
}

std::size_t line_end(const SourceFile& file, std::size_t offset) {
  const std::size_t line = file.line_of(offset);
  return file.line_begin(line) + file.line_text(line).size();
}

}  // namespace

bool report_colon(const SourceFile& file, const ScannedScalar& scalar, DiagnosticSink& sink) {
  if (!scalar.colon) return false;
  Diagnostic& colon = sink.error("yaml-colon-in-text", scalar.colon);
  const bool on_first_line = file.line_of(scalar.begin) == file.line_of(scalar.colon.begin);
  if (on_first_line) {
    // All that stands on the line, a comment too: with one slip of this kind it is text rather than a comment.
    const std::size_t end = scalar.comment ? scalar.comment.end : scalar.end;
    hint_quoted(colon, file, scalar.begin, between(file, scalar.begin, end));
  } else {
    colon.hint("hint-yaml-key-indentation");
  }
  return true;
}

bool report_lost_comment(const SourceFile& file, const ScannedScalar& scalar, DiagnosticSink& sink) {
  if (!scalar.comment) return false;
  const std::string_view lost = between(file, scalar.comment.begin, scalar.comment.end);
  Diagnostic& comment = sink.error("yaml-comment-in-text", scalar.comment, {{"text", shortened(lost)}});
  const std::string_view parting = between(file, scalar.end, scalar.comment.begin);
  if (!scalar.is_key && !parting.empty()) {
    // Behind a comma of a flow list the comment is an item.
    hint_write(comment, quoted(shortened(lost.substr(0, lost.find_first_of(",]}")))));
  } else if (scalar.is_key) {
    hint_quoted(comment, file, scalar.comment.begin, lost);
  } else if (scalar.style == Value::ScalarStyle::plain) {
    hint_quoted(comment, file, scalar.begin, between(file, scalar.begin, scalar.comment.end));
  }
  comment.hint("hint-yaml-comment-own-line");
  return true;
}

void report_mark(const SourceFile& file, std::size_t begin, DiagnosticSink& sink) {
  const SourceSpan mark = {&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1)};
  Diagnostic& told = sink.error("yaml-text-begins-with-mark", mark, {{"mark", std::string(1, file.text()[begin])}});
  hint_quoted(told, file, begin, between(file, begin, line_end(file, begin)));
}

void report_text_read_as_key(const SourceFile& file, std::size_t begin, std::size_t end, std::size_t colon, DiagnosticSink& sink) {
  Diagnostic& told = sink.error("yaml-colon-in-text", {&file, static_cast<std::uint32_t>(colon), static_cast<std::uint32_t>(colon + 1)});
  hint_quoted(told, file, begin, between(file, begin, std::max(end, colon + 1)));
}

bool looks_like_token(std::string_view text, Value::ScalarStyle style) {
  if (style == Value::ScalarStyle::quoted) return true;
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

}  // namespace banxin::yaml
