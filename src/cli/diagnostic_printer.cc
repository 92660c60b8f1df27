#include "cli/diagnostic_printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "cli/sarif.h"

namespace banxin {

namespace {

/// Columns of the source shown at most around the offending text.
constexpr std::size_t shown_columns = 160;

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) utf8::decode(text, i);
  return count;
}

std::string_view word_for(Severity severity, MessageLanguage language) {
  const bool chinese = language == MessageLanguage::chinese;
  switch (severity) {
    case Severity::error:
      return chinese ? "错误" : "error";
    case Severity::warning:
      return chinese ? "警告" : "warning";
    case Severity::note:
      return chinese ? "说明" : "note";
  }
  return "";
}

}  // namespace

SourcePosition position_of(const SourceFile& file, std::size_t offset) {
  const std::size_t line = file.line_of(offset);
  const std::string_view text = file.line_text(line);
  const std::size_t within = std::min(offset - std::min(offset, file.line_begin(line)), text.size());
  return {line, characters_in(text.substr(0, within)) + 1};
}

std::string_view code_name(Severity severity) { return word_for(severity, MessageLanguage::english); }

std::vector<std::string> hints_of(const Diagnostic& diagnostic, MessageLanguage language) {
  std::vector<std::string> hints;
  if (const CatalogueEntry* entry = find_message(diagnostic.message.code)) {
    const std::string_view hint = language == MessageLanguage::chinese ? entry->chinese_hint : entry->english_hint;
    if (!hint.empty()) hints.push_back(fill_template(hint, diagnostic.message.arguments));
  }
  for (const Message& hint : diagnostic.hints) hints.push_back(hint.text(language));
  return hints;
}

namespace {

/// Control characters must not reach the terminal: they show as `·`; a tab is one blank.
std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::decode(text, i);
    if (c == '\t')
      result += ' ';
    else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
      result += "·";
    else
      utf8::append(result, c);
  }
  return result;
}

std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t at = text.size();
  for (std::size_t width = 0; at > 0;) {
    std::size_t before = at;
    utf8::decode_before(text, before);
    width += display_width(text.substr(before, at - before));
    if (width > columns) break;
    at = before;
  }
  return text.substr(at);
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t width = 0; at < text.size();) {
    std::size_t after = at;
    utf8::decode(text, after);
    width += display_width(text.substr(at, after - at));
    if (width > columns) break;
    at = after;
  }
  return text.substr(0, at);
}

/// The line of a span and carets under its part of it.
std::string excerpt(const SourceSpan& span, std::string_view accent, std::string_view reset) {
  const std::size_t line = span.file->line_of(span.begin);
  const std::string_view text = span.file->line_text(line);
  const std::size_t line_begin = span.file->line_begin(line);
  const std::size_t begin = std::min<std::size_t>(span.begin - line_begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(std::max<std::size_t>(span.end, line_begin) - line_begin, begin, text.size());
  const std::string before = printable(last_columns(text.substr(0, begin), shown_columns / 3));
  const std::string marked = printable(first_columns(text.substr(begin, end - begin), shown_columns / 3));
  const std::string after = printable(first_columns(text.substr(end), shown_columns / 3));
  const std::string number = fmt::format("{}", line);
  const std::string carets(std::max<std::size_t>(display_width(marked), 1), '^');
  return fmt::format(" {} | {}{}{}\n {} | {}{}{}{}\n", number, before, marked, after, std::string(number.size(), ' '),
                     std::string(display_width(before), ' '), accent, carets, reset);
}

std::string place_text(const SourceSpan& span) {
  if (!span) return "";
  const SourcePosition place = position_of(*span.file, span.begin);
  return fmt::format("{}:{}:{}: ", span.file->name(), place.line, place.column);
}

std::string human(const Diagnostic& diagnostic, const DiagnosticFormat& format) {
  const std::string_view reset = format.colour ? "\033[0m" : "";
  std::string_view accent;
  if (format.colour)
    accent = diagnostic.severity == Severity::error ? "\033[1;31m" : diagnostic.severity == Severity::warning ? "\033[1;33m" : "\033[1;36m";
  const bool chinese = format.language == MessageLanguage::chinese;
  std::string text =
      fmt::format("{}{}{}{}{}{} [{}]\n", place_text(diagnostic.span), accent, word_for(diagnostic.severity, format.language), reset,
                  chinese ? "：" : ": ", printable(diagnostic.message.text(format.language)), diagnostic.message.code);
  if (diagnostic.span) text += excerpt(diagnostic.span, accent, reset);
  for (const RelatedPlace& related : diagnostic.related) {
    text += fmt::format("{}{}\n", place_text(related.span), printable(related.message.text(format.language)));
    if (related.span) text += excerpt(related.span, accent, reset);
  }
  for (const std::string& hint : hints_of(diagnostic, format.language))
    text += fmt::format("  {}{}\n", chinese ? "提示：" : "hint: ", printable(hint));
  return text;
}

void add_place(nlohmann::ordered_json& object, const SourceSpan& span) {
  if (!span) return;
  const SourcePosition begin = position_of(*span.file, span.begin), end = position_of(*span.file, span.end);
  object["file"] = span.file->name();
  object["line"] = begin.line;
  object["column"] = begin.column;
  object["end_line"] = end.line;
  object["end_column"] = end.column;
}

std::string json(const Diagnostic& diagnostic, const DiagnosticFormat& format) {
  nlohmann::ordered_json object;
  object["severity"] = code_name(diagnostic.severity);
  object["code"] = diagnostic.message.code;
  object["message"] = diagnostic.message.text(format.language);
  add_place(object, diagnostic.span);
  const std::vector<std::string> hints = hints_of(diagnostic, format.language);
  if (!hints.empty()) object["hints"] = hints;
  for (const RelatedPlace& related : diagnostic.related) {
    nlohmann::ordered_json place;
    place["message"] = related.message.text(format.language);
    add_place(place, related.span);
    object["related"].push_back(std::move(place));
  }
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic, const DiagnosticFormat& format) {
  switch (format.form) {
    case DiagnosticFormat::Form::json:
      return json(diagnostic, format);
    case DiagnosticFormat::Form::sarif:
      return sarif_result(diagnostic, format.language);
    case DiagnosticFormat::Form::human:
      break;
  }
  return human(diagnostic, format);
}

}  // namespace banxin
