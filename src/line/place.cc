#include "line/place.h"

#include "line/distribute.h"

namespace banxin {
namespace {

using Alignment = ParagraphShape::Alignment;

/// What a line that is not justified leaves before it; blanks that its end keeps count for nothing.
Length offset_of(Alignment alignment, Length spare) {
  if (alignment == Alignment::centre) return spare.scaled(1, 2);
  return alignment == Alignment::end ? spare : Length();
}

std::vector<Length> gap_widths(const ParagraphItems& items, const ChosenLine& chosen, Length room, Alignment alignment) {
  std::vector<Length> widths;
  widths.reserve(chosen.end - chosen.begin);
  for (std::uint32_t i = chosen.begin; i < chosen.end; ++i) widths.push_back(i == chosen.begin ? Length() : items.gaps[i].natural);
  const bool justified = alignment == Alignment::justify;
  if (justified || chosen.fit.adjustment < Length()) distribute(items, chosen.begin, chosen.end, chosen.fit.adjustment, widths);
  if (alignment == Alignment::even) {
    const Length spare = room - (chosen.fit.natural - chosen.fit.end_blank);
    if (spare > Length()) distribute_evenly(items, chosen.begin, chosen.end, spare, widths);
  }
  return widths;
}

}  // namespace

Line place_line(const ParagraphItems& items, const ShapedText& shaped, const ChosenLine& chosen, Length measure, Length indent,
                Alignment alignment) {
  Line line;
  line.last = chosen.last;
  line.text_begin = shaped.clusters[chosen.begin].text_begin;
  line.text_end = chosen.next == 0 ? line.text_begin : shaped.clusters[chosen.next - 1].text_end;
  line.ink_start = line.ink_end = indent;
  line.report.natural = indent;
  if (chosen.end == chosen.begin) return line;

  const Length room = measure - indent;
  const std::vector<Length> widths = gap_widths(items, chosen, room, alignment);
  const Length ink = chosen.fit.natural - chosen.fit.start_blank - chosen.fit.end_blank;
  Length x = indent + chosen.fit.start_blank;
  if (alignment != Alignment::justify) x += offset_of(alignment, room - chosen.fit.start_blank - ink);
  line.ink_start = x;
  line.clusters.reserve(widths.size());
  for (std::uint32_t i = chosen.begin; i < chosen.end; ++i) {
    x += widths[i - chosen.begin];
    line.clusters.push_back({i, x - items.boxes[i].cut});
    if (i + 1 == chosen.end && chosen.fit.hangs) {
      line.ink_end = x - widths[i - chosen.begin];
      line.hung = x + items.boxes[i].body - line.ink_end;
    }
    x += items.boxes[i].body;
  }
  if (chosen.at.added_hyphen != nullptr) {
    line.hyphen.push_back(*chosen.at.added_hyphen);
    line.hyphen_x = x;
    x += chosen.at.hyphen_width();
  }
  if (!chosen.fit.hangs) line.ink_end = x;
  line.end_blank = chosen.fit.end_blank;
  line.report = {.natural = indent + chosen.fit.natural,
                 .adjustment = line.ink_end + line.end_blank - line.ink_start + chosen.fit.start_blank - chosen.fit.natural,
                 .badness = chosen.fit.badness,
                 .deepest_stage = chosen.fit.deepest_stage,
                 .overfull = chosen.fit.overfull};
  return line;
}

}  // namespace banxin
