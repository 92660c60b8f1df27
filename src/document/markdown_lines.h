// The lines of a Markdown body, and what kind of block a line begins.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace banxin::markdown {

/// A line as bytes `[begin, end)` of the body, the spaces at its ends left out.
struct Line {
  std::size_t begin = 0, end = 0;
  std::size_t indent = 0;         ///< ASCII spaces before `begin` that still count (an outer list has taken its share)
  std::size_t dropped_begin = 0;  ///< where white space before `begin` that no list needs begins

  bool blank() const { return begin == end; }
};
using Lines = std::span<const Line>;

/// Spaces beyond its marker's that make a line part of a list item.
constexpr std::size_t least_item_indent = 2;

/// The lines of a whole body. Full-width spaces at the head of a line are left out, unless ASCII spaces before them may make the line part
/// of a list item.
std::vector<Line> split_lines(std::string_view body);

/// The marker of a list item: `-`, `*`, `+`, `1.` or `1)`, a space, and something behind it.
struct ListMarker {
  char kind = '-';  ///< the bullet, or what stands behind the number
  int number = 0;
  std::size_t content = 0;  ///< bytes from the marker to the item's text

  bool ordered() const { return kind == '.' || kind == ')'; }
};
std::optional<ListMarker> list_marker(std::string_view line);

/// An ATX heading: number signs, a space, text (number signs at the end left out) at bytes `[begin, end)` of the line.
struct HeadingLine {
  int signs = 0;
  std::size_t begin = 0, end = 0;
};
std::optional<HeadingLine> heading_line(std::string_view line);
/// Whether a line looks like a heading whose space was forgotten: `##小标题`.
bool lacks_heading_space(std::string_view line);

/// `---`, `***` or `___`, spaces between allowed.
bool is_rule(std::string_view line);

/// Length of the fence (three or more backticks or tildes) that a line begins a code block with, or 0.
std::size_t fence_length(std::string_view line);
/// Whether a line closes the code block that began with `fence`.
bool closes_fence(std::string_view line, std::string_view fence);

/// The row of a table that stands below its head: `|---|:-:|`.
bool is_table_delimiter(std::string_view line);

}  // namespace banxin::markdown
