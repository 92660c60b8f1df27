#include "document/markdown_lines.h"

#include <algorithm>

#include "document/inline_syntax.h"
#include "document/printable.h"

namespace banxin::markdown {

namespace {

constexpr int most_signs = 6;
constexpr std::size_t most_digits = 9;
constexpr std::string_view wide_space = "\u3000";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` is empty or begins with a space.
bool space_follows(std::string_view text) { return text.empty() || text.front() == ' ' || text.starts_with(wide_space); }

}  // namespace

std::vector<Line> split_lines(std::string_view body) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t stop = std::min(body.find('\n', at), body.size());
    const std::string_view raw = body.substr(at, stop - at);
    Line line{stop, stop, 0, at};
    if (!is_blank(raw)) {
      line.end = at + without_trailing_space(raw).size();
      line.indent = raw.find_first_not_of(' ');
      line.begin = at + (line.indent < least_item_indent ? leading_space(raw) : line.indent);
    }
    lines.push_back(line);
    at = stop + 1;
  }
  return lines;
}

std::optional<ListMarker> list_marker(std::string_view line) {
  if (line.empty() || is_rule(line)) return std::nullopt;
  ListMarker marker;
  std::size_t at = 0;
  while (at < line.size() && at < most_digits && is_digit(line[at])) marker.number = marker.number * 10 + (line[at++] - '0');
  if (at == line.size()) return std::nullopt;
  marker.kind = line[at++];
  const std::string_view kinds = at == 1 ? "-*+" : ".)";
  if (kinds.find(marker.kind) == std::string_view::npos) return std::nullopt;
  marker.content = line.find_first_not_of(' ', at);
  // A marker without text is text: a dash on a line of its own.
  if (marker.content == std::string_view::npos || marker.content == at) return std::nullopt;
  return marker;
}

std::optional<HeadingLine> heading_line(std::string_view line) {
  if (!line.starts_with('#')) return std::nullopt;
  const std::size_t signs = run_length(line, 0);
  if (signs > most_signs || !space_follows(line.substr(signs))) return std::nullopt;
  HeadingLine heading{static_cast<int>(signs), signs, line.size()};
  std::string_view text = line.substr(signs);
  const std::size_t last = text.find_last_not_of('#');
  if (last == std::string_view::npos || text[last] == ' ') text = without_trailing_space(text.substr(0, last + 1));
  heading.end = signs + text.size();
  heading.begin = std::min(heading.end, signs + leading_space(text));
  return heading;
}

bool lacks_heading_space(std::string_view line) {
  if (!line.starts_with("##")) return false;
  const std::size_t signs = run_length(line, 0);
  return signs <= most_signs && signs < line.size() && !space_follows(line.substr(signs));
}

bool is_rule(std::string_view line) {
  if (line.empty() || std::string_view("-*_").find(line.front()) == std::string_view::npos) return false;
  const auto is_mark = [&](char c) { return c == line.front(); };
  return std::count_if(line.begin(), line.end(), is_mark) >= 3 &&
         std::all_of(line.begin(), line.end(), [&](char c) { return is_mark(c) || c == ' '; });
}

std::size_t fence_length(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return 0;
  const std::size_t length = run_length(line, 0);
  // A backtick behind the fence makes it code within a line.
  return line.front() == '`' && line.find('`', length) != std::string_view::npos ? 0 : length;
}

bool closes_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(fence.front()) == std::string_view::npos;
}

bool is_table_delimiter(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-: ") == std::string_view::npos;
}

}  // namespace banxin::markdown
