// The scan of block scalars, `|` and `>`, with the least indentation of their lines.
#include <algorithm>

#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/fold.h"
#include "yaml/scanner.h"

namespace banxin::yaml {

/// The header that stands here, if it is one: `|` or `>`, an indentation and a chomping indicator in any order, nothing else but a comment
/// (YAML 1.2.2, 8.1.1).
std::optional<Scanner::BlockHeader> Scanner::block_scalar_header() const {
  if (peek() != '|' && peek() != '>') return std::nullopt;
  BlockHeader header{peek() == '>', ' ', 0, at_ + 1};
  while (header.end < line_end_ && header.end < at_ + 3) {
    const char c = text_[header.end];
    if ((c == '-' || c == '+') && header.chomping == ' ') {
      header.chomping = c;
    } else if (c >= '1' && c <= '9' && header.indentation == 0) {
      header.indentation = c - '0';
    } else {
      break;
    }
    ++header.end;
  }
  if (!blank_or_end(header.end)) return std::nullopt;
  const std::string_view behind = trim_blanks(text_.substr(header.end, line_end_ - header.end));
  return behind.empty() || behind.starts_with('#') ? std::optional(header) : std::nullopt;
}

void Scanner::scan_block_scalar(const BlockHeader& header, int parent_column) {
  const std::size_t begin = at_;
  at_ = header.end;
  skip_blanks();
  if (!at_line_end()) fault("yaml-comment-in-text", at_, trimmed_line_end(), {{"text", shortened(rest_of_line())}});
  const BlockLines lines = find_block_lines(parent_column);
  const bool has_content = lines.content_end > lines.begin;
  if (!has_content && header.end > begin + 1) {
    // `>9` and `|-` with no lines below are texts, not blocks.
    hint_quoted(fault("yaml-text-begins-with-mark", begin, begin + 1, {{"mark", std::string(1, text_[begin])}}), file_, begin,
                text_.substr(begin, header.end - begin));
  }
  const std::size_t said = static_cast<std::size_t>(std::max(parent_column, 0) + header.indentation);
  const std::size_t indentation = header.indentation > 0 ? said : lines.indentation;
  SourceText text = header.folded ? folded_text(lines, indentation) : literal_text(lines, indentation);
  chomp(text, lines, header.chomping);
  std::size_t end = has_content ? lines.content_end : header.end;
  if (has_content && text_[end - 1] == '\n') end -= end >= 2 && text_[end - 2] == '\r' ? 2 : 1;
  add_scalar(header.folded ? Value::ScalarStyle::folded : Value::ScalarStyle::literal, begin, end, std::move(text));
  at_ = line_end_;
  after_block_scalar_ = true;
}

Scanner::BlockLine Scanner::block_line(std::size_t begin) const {
  const std::size_t newline = text_.find('\n', begin);
  BlockLine line{begin, std::min(newline, text_.size()), newline == std::string_view::npos ? text_.size() : newline + 1, 0, false};
  if (line.end > begin && text_[line.end - 1] == '\r') --line.end;
  std::size_t content = begin;
  while (content < line.end && text_[content] == ' ') ++content;
  line.indentation = content - begin;
  while (content < line.end && is_blank(text_[content])) ++content;
  line.blank = content == line.end;
  return line;
}

/// Finds the lines below the header that are indented deeper than `parent_column`, and moves to the last of them.
Scanner::BlockLines Scanner::find_block_lines(int parent_column) {
  BlockLines lines;
  lines.begin = lines.content_end = lines.end = std::min(next_line_, text_.size());
  std::size_t least = std::string_view::npos;
  for (std::size_t begin = lines.begin; begin < text_.size();) {
    const BlockLine line = block_line(begin);
    const std::string_view content = text_.substr(line.begin + line.indentation, line.end - line.begin - line.indentation);
    const bool deeper = static_cast<int>(line.indentation) > parent_column;
    if (!line.blank) {
      if (!deeper && content.starts_with('\t')) {
        structure_fault("yaml-tab-indentation", begin, begin + line.indentation + 1);
      } else if (!deeper || (line.indentation == 0 && (content == "---" || content == "..."))) {
        break;
      } else {
        least = std::min(least, line.indentation);
      }
      lines.content_end = line.next;
    }
    lines.end = line.next;
    enter_line(begin);
    begin = line.next;
  }
  lines.indentation = least == std::string_view::npos ? 0 : least;
  return lines;
}

/// `|`: the lines as they are, without their common indentation (YAML 1.2.2, 8.1.2); the break of the last is left to chomp().
SourceText Scanner::literal_text(const BlockLines& lines, std::size_t indentation) const {
  SourceText text;
  for (std::size_t begin = lines.begin; begin < lines.content_end;) {
    const BlockLine line = block_line(begin);
    const std::size_t content = begin + std::min(indentation, line.indentation);
    text.append(&file_, text_.substr(content, line.end - content), content, line.end - content);
    if (line.next < lines.content_end) text.append(&file_, "\n", line.end, line.next - line.end);
    begin = line.next;
  }
  return text;
}

/// `>`: lines join, but blank lines and lines that are indented deeper keep their breaks (YAML 1.2.2, 8.1.3).
SourceText Scanner::folded_text(const BlockLines& lines, std::size_t indentation) const {
  SourceText text;
  std::string_view last;
  std::size_t last_end = lines.begin, blank_lines = 0;
  bool first = true, last_deeper = false;
  for (std::size_t begin = lines.begin; begin < lines.content_end;) {
    const BlockLine line = block_line(begin);
    begin = line.next;
    if (line.blank) {
      ++blank_lines;
      continue;
    }
    const std::size_t content_begin = line.begin + std::min(indentation, line.indentation);
    const std::string_view content = text_.substr(content_begin, line.end - content_begin);
    const bool deeper = is_blank(content.front());
    std::string between;
    if (first) {
      between.assign(blank_lines, '\n');
    } else if (deeper || last_deeper) {
      between.assign(blank_lines + 1, '\n');
    } else {
      between = line_joint(last, content, blank_lines);
    }
    text.append(&file_, between, last_end, content_begin - last_end);
    text.append(&file_, content, content_begin, content.size());
    last = content;
    last_end = line.end;
    last_deeper = deeper;
    first = false;
    blank_lines = 0;
  }
  return text;
}

/// The line breaks at the end: none for `-`, all for `+`, else the last line's (YAML 1.2.2, 8.1.1.2).
void Scanner::chomp(SourceText& text, const BlockLines& lines, char chomping) const {
  if (chomping == '-') return;
  const std::size_t stop = chomping == '+' ? lines.end : lines.content_end;
  std::size_t at = lines.content_end;
  if (at > lines.begin && text_[at - 1] == '\n') {
    const std::size_t length = at >= 2 && text_[at - 2] == '\r' ? 2 : 1;
    text.append(&file_, "\n", at - length, length);
  }
  while (at < stop) {
    const BlockLine line = block_line(at);
    if (line.next > line.end) text.append(&file_, "\n", line.end, line.next - line.end);
    at = line.next;
  }
}

}  // namespace banxin::yaml
