#include "document/markdown.h"

#include <algorithm>

#include "base/limits.h"
#include "document/figure_line.h"
#include "document/inline.h"
#include "document/list_marks.h"
#include "document/markdown_lines.h"
#include "document/markdown_table.h"
#include "document/printable.h"

namespace banxin {

namespace {

using markdown::least_item_indent;
using markdown::Line;
using markdown::Lines;
using markdown::ListMarker;

constexpr int deepest_heading = 3;

/// A list item as lines of its own.
struct ItemLines {
  ListMarker marker;
  Line first;  ///< with its marker
  std::vector<Line> lines;
};

class MarkdownReader {
 public:
  MarkdownReader(const SourceText& source, MarkupContext& context) : source_(source), text_(source.view()), context_(context) {}

  /// The blocks of `lines`; `depth` lists stand around them.
  std::vector<Block> blocks(Lines lines, int depth);

 private:
  // Each takes the lines from the one it may begin at, adds what it reads, and gives the number of lines it took: none if it does not
  // begin there.
  using BlockReader = std::size_t (MarkdownReader::*)(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t fence(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t table(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t heading(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t rule(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t quote(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t figure(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t list(Lines lines, int depth, std::vector<Block>& blocks);
  std::size_t paragraph(Lines lines, int depth, std::vector<Block>& blocks);

  bool continues_paragraph(Lines lines) const;
  std::size_t collect_items(Lines lines, std::vector<ItemLines>& items) const;
  void check_numbers(const std::vector<ItemLines>& items);
  void check_quoted(const Line& line);

  std::string_view view(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }
  SourceSpan span(Lines lines) const { return source_.span(lines.front().begin, lines.back().end); }
  RichText inline_text(const Line& line) { return read_inline(source_.part(line.begin, line.end), context_); }
  void not_yet(const char* construct, Lines lines) { context_.sink.error("document-not-yet", span(lines), {{"key", construct}}); }

  const SourceText& source_;
  std::string_view text_;
  MarkupContext& context_;
};

std::vector<Block> MarkdownReader::blocks(Lines lines, int depth) {
  static constexpr BlockReader readers[] = {&MarkdownReader::fence, &MarkdownReader::table,    &MarkdownReader::heading,
                                            &MarkdownReader::rule,  &MarkdownReader::quote,    &MarkdownReader::figure,
                                            &MarkdownReader::list,  &MarkdownReader::paragraph};
  std::vector<Block> result;
  while (!lines.empty()) {
    std::size_t taken = lines.front().blank() ? 1 : 0;
    for (auto reader = std::begin(readers); taken == 0; ++reader) {
      const std::size_t before = result.size();
      taken = (this->**reader)(lines, depth, result);
      const bool fits = depth == 0 || reader >= std::end(readers) - 2;  // texts and lists
      if (taken > 0 && !fits && result.size() > before) {
        context_.sink.error("document-block-in-list", result.back().span);
      }
    }
    lines = lines.subspan(taken);
  }
  return result;
}

std::size_t MarkdownReader::fence(Lines lines, int depth, std::vector<Block>& blocks) {
  const std::string_view opening = view(lines[0]);
  const std::size_t length = markdown::fence_length(opening);
  if (length == 0) return 0;
  std::size_t end = 1;
  while (end < lines.size() && !markdown::closes_fence(view(lines[end]), opening.substr(0, length))) ++end;
  const bool closed = end < lines.size();
  if (!closed) context_.sink.warning("document-fence-unclosed", span(lines.first(1)));
  CodeBlock code;
  code.language = without_trailing_space(opening.substr(length)).substr(leading_space(opening.substr(length)));
  for (const Line& line : lines.subspan(1, end - 1)) {
    // What an outer list has not taken of the white space before the line is the code's, but for the fence's own indent.
    const std::size_t head = depth == 0 ? line.dropped_begin : line.begin - line.indent;
    code.lines.push_back(read_code(source_.part(line.blank() ? line.end : head + std::min(lines[0].indent, line.indent), line.end)));
  }
  const std::size_t taken = end + (closed ? 1 : 0);
  blocks.push_back({std::move(code), span(lines.first(taken))});
  return taken;
}

std::size_t MarkdownReader::table(Lines lines, int, std::vector<Block>& blocks) {
  const std::size_t taken = table_line_count(source_, lines);
  if (taken > 0) blocks.push_back({read_markdown_table(source_, lines.first(taken), context_), span(lines.first(taken))});
  return taken;
}

std::size_t MarkdownReader::heading(Lines lines, int, std::vector<Block>& blocks) {
  const Line& line = lines[0];
  const auto found = markdown::heading_line(view(line));
  if (!found) return 0;
  const SourceSpan place = span(lines.first(1));
  if (found->begin == found->end) {
    context_.sink.error("document-heading-empty", place);
    return 1;
  }
  int level = found->signs;
  if (level > deepest_heading) {
    context_.sink.warning("document-heading-too-deep", place);
    level = deepest_heading;
  }
  blocks.push_back({Heading{level, inline_text({line.begin + found->begin, line.begin + found->end})}, place});
  return 1;
}

std::size_t MarkdownReader::rule(Lines lines, int, std::vector<Block>& blocks) {
  if (!markdown::is_rule(view(lines[0]))) return 0;
  blocks.push_back({ThematicRule{}, span(lines.first(1))});
  return 1;
}

std::size_t MarkdownReader::quote(Lines lines, int, std::vector<Block>& blocks) {
  Quote result;
  std::size_t taken = 0;
  SourceText joined;
  const auto end_paragraph = [&] {
    if (!joined.empty()) result.paragraphs.push_back({read_inline(joined, context_)});
    joined = {};
  };
  for (std::size_t break_begin = 0; taken < lines.size() && view(lines[taken]).starts_with('>'); ++taken) {
    Line line = lines[taken];
    line.begin += 1 + leading_space(view(line).substr(1));
    check_quoted(line);
    if (line.blank() || !context_.join_lines) end_paragraph();
    join_line(joined, source_, break_begin, line.begin, line.end);
    break_begin = line.end;
  }
  if (taken == 0) return 0;
  end_paragraph();
  if (!result.paragraphs.empty()) blocks.push_back({std::move(result), span(lines.first(taken))});
  return taken;
}

/// Blocks within a quotation are not supported; what would look like one and print as its signs is a fault.
void MarkdownReader::check_quoted(const Line& line) {
  const std::string_view text = view(line);
  const auto marker = markdown::list_marker(text);
  if (text.starts_with('>')) {
    not_yet("> >", {&line, 1});
  } else if (marker && !marker->ordered()) {
    not_yet("> -", {&line, 1});
  } else if (markdown::heading_line(text)) {
    not_yet("> #", {&line, 1});
  } else if (markdown::fence_length(text) > 0) {
    not_yet("> ```", {&line, 1});
  }
}

std::size_t MarkdownReader::figure(Lines lines, int, std::vector<Block>& blocks) {
  const std::string_view line = view(lines[0]);
  if (line.starts_with("！[") && line.find("](") != std::string_view::npos && (line.ends_with(')') || line.ends_with('}'))) {
    context_.sink.error("document-picture-full-width", span(lines.first(1)));
    return 1;
  }
  if (!begins_figure(line)) return 0;
  blocks.push_back({read_figure_line(source_.part(lines[0].begin, lines[0].end), context_), span(lines.first(1))});
  return 1;
}

std::size_t MarkdownReader::list(Lines lines, int depth, std::vector<Block>& blocks) {
  if (!markdown::list_marker(view(lines[0]))) return 0;
  std::vector<ItemLines> items;
  const std::size_t taken = collect_items(lines, items);
  const ListMarker& marker = items.front().marker;
  if (marker.ordered() && items.size() < 2) return 0;  // `5. 五月` is the beginning of a sentence
  if (depth == limits::list_nesting) {
    context_.sink.error("document-list-too-deep", span(lines.first(taken)));
    return taken;
  }
  List result;
  result.ordered = marker.ordered();
  if (result.ordered) {
    result.first_number = marker.number;
    check_numbers(items);
  }
  for (const ItemLines& item : items) result.items.push_back({{}, this->blocks(item.lines, depth + 1)});
  NumberMark kind;
  kind.after = marker.kind == ')' ? ")" : ".";
  mark_items(result, kind);
  blocks.push_back({std::move(result), span(lines.first(taken))});
  return taken;
}

/// Gives the number of lines that the items take, blank ones at the end left out.
std::size_t MarkdownReader::collect_items(Lines lines, std::vector<ItemLines>& items) const {
  std::size_t taken = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank()) continue;
    if (!items.empty() && line.indent >= items.back().first.indent + least_item_indent) {
      // Blank lines before it part its paragraphs when lines are joined.
      if (taken < i) items.back().lines.push_back(lines[i - 1]);
      items.back().lines.push_back(line);
      items.back().lines.back().indent -= items.back().first.indent + least_item_indent;
    } else {
      const auto marker = markdown::list_marker(view(line));
      if (!marker || (!items.empty() && marker->kind != items.front().marker.kind)) break;
      Line content = line;
      content.begin += marker->content;
      content.indent = 0;
      items.push_back({*marker, line, {content}});
    }
    taken = i + 1;
  }
  return taken;
}

/// A list is numbered on from its first number, or 1. stands before every item; other numbers would be lost without a word.
void MarkdownReader::check_numbers(const std::vector<ItemLines>& items) {
  const int first = items.front().marker.number;
  const bool all_same = items[1].marker.number == first;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const int printed = first + static_cast<int>(i), written = items[i].marker.number;
    if (written == printed || (all_same && written == first)) continue;
    context_.sink.warning("document-list-number", span({&items[i].first, 1}),
                          {{"written", std::to_string(written)}, {"printed", std::to_string(printed)}});
    return;
  }
}

std::size_t MarkdownReader::paragraph(Lines lines, int depth, std::vector<Block>& blocks) {
  SourceText text;
  std::size_t taken = 0, break_begin = 0;
  do {
    Line line = lines[taken];
    if (depth == 0) {
      line.begin += leading_space(view(line));
      if (line.begin > line.dropped_begin) note_dropped_indent(context_, source_.span(line.dropped_begin, line.begin));
      if (markdown::lacks_heading_space(view(line))) context_.sink.warning("document-heading-space", span({&line, 1}));
    }
    join_line(text, source_, break_begin, line.begin, line.end);
    break_begin = line.end;
    ++taken;
  } while (context_.join_lines && taken < lines.size() && continues_paragraph(lines.subspan(taken)));
  blocks.push_back({Paragraph{read_inline(text, context_)}, span(lines.first(taken))});
  return taken;
}

/// Whether a line goes on with the paragraph before it, when lines are joined.
bool MarkdownReader::continues_paragraph(Lines lines) const {
  const std::string_view line = view(lines[0]);
  if (lines[0].blank() || line.starts_with('>') || markdown::is_rule(line) || markdown::heading_line(line) || begins_figure(line) ||
      markdown::fence_length(line) > 0) {
    return false;
  }
  if (lines.size() > 1 && line.find('|') != std::string_view::npos && markdown::is_table_delimiter(view(lines[1]))) return false;
  // As in CommonMark, only a list that begins with 1 interrupts a paragraph.
  const auto marker = markdown::list_marker(line);
  return !marker || (marker->ordered() && marker->number != 1);
}

}  // namespace

std::vector<Block> read_markdown(const SourceText& body, MarkupContext& context) {
  const SourceText text = printable(body, context.sink);
  const std::vector<Line> lines = markdown::split_lines(text.view());
  return MarkdownReader(text, context).blocks(lines, 0);
}

}  // namespace banxin
