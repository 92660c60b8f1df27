#include "line/compose.h"

#include <algorithm>

#include "line/character_grid.h"
#include "line/line_breaker.h"
#include "line/place.h"
#include "text/break_levels.h"

namespace banxin {
namespace {

using Alignment = ParagraphShape::Alignment;

constexpr int narrow_measure_ems = 12;

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

std::vector<ChosenLine> break_paragraph(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
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

void report_line(const ChosenLine& chosen, const Line& line, const StyledText& text, const ShapedText& shaped, DiagnosticSink& sink) {
  if (chosen.fit.overfull) {
    const std::string words(text.text.view().substr(line.text_begin, line.text_end - line.text_begin));
    sink.warning("line-overfull", text.text.span(line.text_begin, line.text_end), {{"text", words}});
  }
  if (chosen.at.penalty == crowded_marks_penalty && !chosen.last) {
    const Cluster& mark = shaped.clusters[chosen.next];
    const std::string character(text.text.view().substr(mark.text_begin, mark.text_end - mark.text_begin));
    sink.warning("line-crowded-marks", text.text.span(mark.text_begin, mark.text_end), {{"mark", character}});
  }
}

/// Whether a number of lines can be asked of the paragraph: one piece, justified as a whole.
bool can_choose_lines(const ParagraphItems& items, const CompositionOptions& options, Alignment alignment) {
  const auto forced =
      std::count_if(items.breaks.begin(), items.breaks.end(), [](const BreakPoint& at) { return at.kind == BreakKind::forced; });
  return forced == 1 && alignment == Alignment::justify && options.adjust == Adjustment::least;
}

}  // namespace

Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink) {
  Galley galley{.text = text, .shaped = shaped, .measure = shape.measure, .lines = {}};
  if (shaped->clusters.empty()) return galley;
  Length narrowest = shape.measure;
  for (const Length measure : shape.measures) narrowest = std::min(narrowest, measure);
  CompositionOptions resolved = options.character_grid ? options_on_character_grid(options) : options;
  resolved.level = resolve_level(options.level, options.locale, shape.measure <= narrow_measure_ems * shaped->clusters.front().size);

  const ParagraphItems items = make_items(*text, *shaped, resolved, narrowest);
  if (shape.lines > 0 && !can_choose_lines(items, resolved, shape.alignment)) return galley;
  const Rooms rooms{.measure = shape.measure,
                    .indent = shape.indent,
                    .first_measures = shape.measures,
                    .wanted_lines = static_cast<std::size_t>(shape.lines)};
  const std::vector<ChosenLine> lines = break_paragraph(items, resolved, rooms, shape.alignment);
  galley.lines.reserve(lines.size());
  for (const ChosenLine& chosen : lines) {
    const std::size_t number = galley.lines.size();
    galley.lines.push_back(place_line(items, *shaped, chosen, rooms.measure_of(number), rooms.indent_of(number), shape.alignment));
    report_line(chosen, galley.lines.back(), *text, *shaped, sink);
  }
  return galley;
}

}  // namespace banxin
