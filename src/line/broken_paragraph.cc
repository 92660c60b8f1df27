#include "line/broken_paragraph.h"

#include <algorithm>

#include "line/character_grid.h"
#include "text/break_levels.h"

namespace banxin {
namespace {

using Alignment = ParagraphShape::Alignment;

constexpr int narrow_measure_ems = 12, narrow_measure_of_hangul_ems = 20;

std::vector<ChosenLine> break_segment(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                      const Segment& segment, Alignment alignment) {
  if (alignment != Alignment::justify) return break_line_by_line(items, options, rooms, segment, LinePolicy::push_out_only);
  switch (options.adjust) {
    case Adjustment::push_in_first:
      return break_line_by_line(items, options, rooms, segment, LinePolicy::push_in_first);
    case Adjustment::push_out_first:
      return break_line_by_line(items, options, rooms, segment, LinePolicy::push_out_first);
    case Adjustment::push_out_only:
      return break_line_by_line(items, options, rooms, segment, LinePolicy::push_out_only);
    case Adjustment::least:
      break;
  }
  return break_optimum(items, options, rooms, segment);
}

/// Whether a number of lines can be asked of the paragraph: one piece, justified as a whole.
bool can_choose_lines(const ParagraphItems& items, const CompositionOptions& options, Alignment alignment) {
  const auto forced =
      std::count_if(items.breaks.begin(), items.breaks.end(), [](const BreakPoint& at) { return at.kind == BreakKind::forced; });
  return forced == 1 && alignment == Alignment::justify && options.adjust == Adjustment::least;
}

}  // namespace

std::vector<ChosenLine> break_lines(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                    Alignment alignment) {
  std::vector<ChosenLine> lines;
  Segment segment;
  for (std::size_t i = 0; i < items.breaks.size(); ++i) {
    if (items.breaks[i].kind != BreakKind::forced) continue;
    segment.last_break = i;
    segment.first_line = lines.size();
    const std::vector<ChosenLine> part = break_segment(items, options, rooms, segment, alignment);
    lines.insert(lines.end(), part.begin(), part.end());
    segment.begin = items.breaks[i].box;
    segment.first_break = i + 1;
  }
  return lines;
}

BrokenParagraph break_paragraph(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options,
                                const ParagraphShape& shape) {
  BrokenParagraph result;
  result.options = options.character_grid ? options_on_character_grid(options) : options;
  const Length em = shaped.clusters.front().size;
  result.options.level = resolve_level(options.level, options.locale, shape.measure <= narrow_measure_ems * em);
  if (options.hangul_break == HangulBreak::automatic && shape.measure <= narrow_measure_of_hangul_ems * em)
    result.options.hangul_break = HangulBreak::syllables;
  Length narrowest = shape.measure;
  for (const Length measure : shape.measures) narrowest = std::min(narrowest, measure);
  result.rooms = {.measure = shape.measure, .indent = shape.indent, .first_measures = shape.measures, .wanted_lines = 0};
  result.items = make_items(text, shaped, result.options, {.first = result.rooms.room_of(0), .narrowest = narrowest});
  break_again(result, shape.alignment, shape.lines);
  return result;
}

void break_again(BrokenParagraph& paragraph, Alignment alignment, int lines) {
  paragraph.rooms.wanted_lines = static_cast<std::size_t>(lines);
  paragraph.lines.clear();
  if (lines == 0 || can_choose_lines(paragraph.items, paragraph.options, alignment))
    paragraph.lines = break_lines(paragraph.items, paragraph.options, paragraph.rooms, alignment);
}

}  // namespace banxin
