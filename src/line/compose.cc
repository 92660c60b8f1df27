#include "line/compose.h"

#include "line/broken_paragraph.h"
#include "line/place.h"

namespace banxin {
namespace {

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

}  // namespace

Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink) {
  Galley galley{.text = text, .shaped = shaped, .measure = shape.measure, .lines = {}, .rules = ParagraphRules{options, shape}};
  if (shaped->clusters.empty()) return galley;
  const BrokenParagraph paragraph = break_paragraph(*text, *shaped, options, shape);
  std::vector<Line> lines;
  lines.reserve(paragraph.lines.size());
  for (const ChosenLine& chosen : paragraph.lines) {
    const std::size_t number = lines.size();
    lines.push_back(place_line(paragraph.items, *shaped, chosen, paragraph.rooms.measure_of(number), paragraph.rooms.indent_of(number),
                               shape.alignment));
    report_line(chosen, lines.back(), *text, *shaped, sink);
  }
  galley.lines = std::move(lines);
  return galley;
}

}  // namespace banxin
