// Choosing the lines of a paragraph: all at once for the least cost, or one after another.
#pragma once

#include <cstdint>
#include <vector>

#include "line/line_fit.h"

namespace banxin {

/// The widths of a paragraph's lines.
struct Rooms {
  Length measure, indent;
  std::vector<Length> first_measures;
  std::size_t wanted_lines = 0;  ///< of the segment; 0: as many as are best

  Length measure_of(std::size_t line) const { return line < first_measures.size() ? first_measures[line] : measure; }
  Length indent_of(std::size_t line) const { return line == 0 ? indent : Length(); }
  Length room_of(std::size_t line) const { return measure_of(line) - indent_of(line); }
};

/// What to break: the boxes from `begin` to the forced break `breaks[last_break]`.
struct Segment {
  std::uint32_t begin = 0;
  std::size_t first_break = 0, last_break = 0;  ///< of ParagraphItems::breaks
  std::size_t first_line = 0;                   ///< of the paragraph
};

/// A line as chosen: boxes [begin, end) are set, those before `next` dropped.
struct ChosenLine {
  std::uint32_t begin = 0, end = 0, next = 0;
  LineFit fit;
  BreakPoint at;
  bool last = false;    ///< of the segment
  double demerits = 0;  ///< of the segment up to the line's end, by optimum fit; nothing line by line
};

/// Knuth and Plass's optimum fit: of all ways to break the segment the one with the least demerits; none when the wanted number of lines
/// cannot be had within the limited stages.
std::vector<ChosenLine> break_optimum(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                      const Segment& segment);

enum class LinePolicy { push_in_first, push_out_first, push_out_only };

/// Line by line; knows neither soft penalties nor the rule against short last lines.
std::vector<ChosenLine> break_line_by_line(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                           const Segment& segment, LinePolicy policy);

}  // namespace banxin
