#include "line/compose.h"

#include <utility>

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

/// The lines that were chosen, each cluster in its place.
GalleyLines placed(const BrokenParagraph& paragraph, const ShapedText& shaped, ParagraphShape::Alignment alignment) {
  std::vector<Line> lines;
  lines.reserve(paragraph.lines.size());
  for (const ChosenLine& chosen : paragraph.lines) {
    const std::size_t number = lines.size();
    lines.push_back(
        place_line(paragraph.items, shaped, chosen, paragraph.rooms.measure_of(number), paragraph.rooms.indent_of(number), alignment));
  }
  return lines;
}

}  // namespace

Galley compose(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped, const CompositionOptions& options,
               const ParagraphShape& shape, DiagnosticSink& sink) {
  return compose_in_lengths(std::move(text), std::move(shaped), options, shape, {}, sink).front();
}

std::vector<Galley> compose_in_lengths(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped,
                                       const CompositionOptions& options, const ParagraphShape& shape, const OtherLengths& others,
                                       DiagnosticSink& sink) {
  std::vector<Galley> galleys = {{.text = text, .shaped = shaped, .measure = shape.measure, .lines = {}, .rules = {{options, shape}}}};
  if (shaped->clusters.empty()) return galleys;
  BrokenParagraph paragraph = break_paragraph(*text, *shaped, options, shape);
  galleys.front().lines = placed(paragraph, *shaped, shape.alignment);
  for (std::size_t i = 0; i < paragraph.lines.size(); ++i) report_line(paragraph.lines[i], galleys.front().lines[i], *text, *shaped, sink);
  if (!others) return galleys;
  for (const int lines : others(galleys.front())) {
    break_again(paragraph, shape.alignment, lines);
    if (paragraph.lines.empty()) continue;
    Galley& other = galleys.emplace_back(galleys.front());
    other.rules->shape.lines = lines;
    other.lines = placed(paragraph, *shaped, shape.alignment);
  }
  return galleys;
}

}  // namespace banxin
