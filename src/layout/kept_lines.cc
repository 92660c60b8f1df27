#include "layout/kept_lines.h"

#include <algorithm>
#include <utility>

namespace banxin {

namespace {

/// How far the turned-over part of a line that is longer than its measure is indented, in its own ems.
constexpr int turn_over_ems = 2;

/// From the edge of `measure` to lines that stand in its middle as a block, by the longest; 0 when one of them turns.
Length inset_of_centred_lines(const std::vector<RichText>& lines, const TextStyle& type, Length measure, const TextSetter& setter) {
  Length widest;
  for (const RichText& line : lines) {
    if (line.empty()) continue;
    const Galley set = setter.label(line, type, type.size, measure);
    if (set.lines.size() > 1) return Length();
    widest = std::max(widest, set.lines.front().ink_end);
  }
  const Length room = (measure - widest).scaled(1, 2);
  return type.size * (room.raw() / type.size.raw());  // whole characters
}

/// A line of program text without the blanks before it, and how wide these are.
struct IndentedLine {
  RichText text;
  Length indent;
};

IndentedLine indented_line(const RichText& line, const TextStyle& type, const TextSetter& setter) {
  IndentedLine result;
  const std::size_t begin = line.plain().find_first_not_of(' ');
  if (begin == 0 || begin == std::string::npos) return {line, Length()};
  const Galley digit = setter.label(plain_text("0"), type, type.size, type.size * 2);
  result.indent = digit.lines.front().ink_end * static_cast<std::int64_t>(begin);
  result.text = part_of(line, begin, line.text.size());
  return result;
}

/// A line that stays as it is; what does not fit is turned over, indented.
void add_kept_line(const RichText& line, const TextStyle& type, Length x, int parent, bool first, FlowWriter& writer) {
  TextStyle turned = type;
  turned.indent = -turn_over_ems * 1000;
  turned.before = turned.after = Length();
  if (first) writer.leave_space(std::max(writer.space_left(), writer.grid_lines_of(type.before)));
  const int node = writer.node(StructureNode::Type::paragraph, parent, line.text.span());
  writer.add_text(line, turned, x + type.size * turn_over_ems, node, line.text.span());
}

}  // namespace

void add_verse(const Verse& verse, int parent, Length x, FlowWriter& writer) {
  const TextStyle& type = writer.style().of(Element::verse);
  const Length inset = inset_of_centred_lines(verse.lines, type, writer.measures().widths.front() - x, writer.setter());
  std::size_t stanza_begin = writer.flow().fill.size();
  for (const RichText& line : verse.lines) {
    if (line.empty()) {
      writer.keep_ends_together(stanza_begin);
      writer.leave_space(writer.space_left() + 1);  // a stanza may begin a column: no empty line then
      stanza_begin = writer.flow().fill.size();
      continue;
    }
    add_kept_line(line, type, x + inset, parent, &line == &verse.lines.front(), writer);
  }
  writer.keep_ends_together(stanza_begin);
  writer.leave_space(writer.grid_lines_of(type.after));
}

void add_code(const CodeBlock& code, int parent, Length x, FlowWriter& writer) {
  const TextStyle& type = writer.style().of(Element::code);
  const std::size_t begin = writer.flow().fill.size();
  bool first = true;
  for (const RichText& line : code.lines) {
    const IndentedLine indented = indented_line(line, type, writer.setter());
    if (indented.text.plain().find_first_not_of(' ') == std::string::npos)
      writer.leave_space(writer.space_left() + 1);
    else
      add_kept_line(indented.text, type, x + indented.indent, parent, std::exchange(first, false), writer);
  }
  writer.keep_ends_together(begin);
  writer.leave_space(writer.grid_lines_of(type.after));
}

}  // namespace banxin
