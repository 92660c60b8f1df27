#include "document/texts.h"

#include <algorithm>
#include <charconv>

#include "document/inline.h"
#include "document/printable.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

/// Calls `use(begin, end)` for every line of `text`, without the white space at its ends; blank lines are passed over.
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!is_blank(line)) use(begin + leading_space(line), begin + without_trailing_space(line).size());
    begin = end + 1;
  }
}

}  // namespace

SourceText read_plain(const SourceText& written, DiagnosticSink& sink) {
  const SourceText text = printable(written, sink);
  SourceText result;
  std::size_t break_begin = 0;
  for_each_line(text.view(), [&](std::size_t begin, std::size_t end) {
    join_line(result, text, break_begin, begin, end);
    break_begin = end;
  });
  return result;
}

RichText read_text(const SourceText& written, MarkupContext& context) { return read_inline(read_plain(written, context.sink), context); }

std::vector<RichText> read_text_lines(const SourceText& written, MarkupContext& context) {
  const SourceText text = printable(written, context.sink);
  std::vector<RichText> lines;
  for_each_line(text.view(), [&](std::size_t begin, std::size_t end) { lines.push_back(read_inline(text.part(begin, end), context)); });
  return lines;
}

std::vector<SourceText> kept_lines(const SourceText& written, DiagnosticSink& sink) {
  const SourceText text = printable(written, sink);
  std::vector<SourceText> lines;
  std::size_t content_end = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.view().find('\n', begin), text.size());
    const std::string_view line = text.view().substr(begin, end - begin);
    const bool blank = is_blank(line);
    if (!blank || !lines.empty()) lines.push_back(text.part(begin, blank ? begin : begin + without_trailing_space(line).size()));
    if (!blank) content_end = lines.size();
    begin = end + 1;
  }
  lines.resize(content_end);
  return lines;
}

std::vector<SourceText> split_at_blanks(const SourceText& written) {
  const std::string_view text = written.view();
  std::vector<SourceText> parts;
  for (std::size_t at = leading_space(text); at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && leading_space(text.substr(end)) == 0) ++end;
    parts.push_back(written.part(at, end));
    at = end + leading_space(text.substr(end));
  }
  return parts;
}

std::optional<ColumnSpan> read_column_span(std::string_view written) {
  if (written == all_word[0]) return ColumnSpan{0, true};
  const std::optional<int> columns = read_number(written, column_span_form.least, column_span_form.most);
  return columns ? std::optional(ColumnSpan{*columns, false}) : std::nullopt;
}

std::optional<int> read_number(std::string_view written, int least, int most) {
  int number = 0;
  const auto [stop, fault] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (fault != std::errc() || stop != written.data() + written.size() || number < least || number > most) return std::nullopt;
  return number;
}

}  // namespace banxin
