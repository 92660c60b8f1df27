#include "layout/text_decoration.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "layout/shapes.h"
#include "layout/text_setter.h"
#include "page/item_area.h"
#include "text/composition_options.h"
#include "text/emphasis_mark.h"

namespace banxin {

namespace {

constexpr ItemTag decoration_tag{-1, ItemTag::Artifact::layout};
constexpr int tint_ink_thousandths = 100, tint_margin_percent = 6;
// Of the character's size: the white between its em box and the dot, and the dot's diameter (a bullet of half the size).
constexpr int dot_distance_percent = 12, dot_diameter_percent = 18;
// ... and between the line of a name and the dot under it.
constexpr int dot_white_percent = 5;
// The line under a name, of the character's size: the white above it and its thickness; where two names touch, what each line is short of
// its end. A wave is so high from crest to trough, and half of one so long.
constexpr int name_line_distance_percent = 12, name_line_weight_percent = 5, name_break_percent = 6;
constexpr int wave_height_percent = 11, half_wave_percent = 20;
// Half a sine wave as one curve: how far its control points lie from its ends, of its length.
constexpr int sine_control_thousandths = 364;

const CharacterStyle& style_of(const Galley& galley, const Cluster& cluster) { return galley.text->runs[cluster.run].style; }

/// What the line of a name takes of the white below the text.
constexpr int name_line_room_percent(NameLine::Form form) {
  switch (form) {
    case NameLine::Form::none:
      return 0;
    case NameLine::Form::straight:
      return name_line_distance_percent + name_line_weight_percent - dot_distance_percent + dot_white_percent;
    case NameLine::Form::wavy:
      return name_line_distance_percent + name_line_weight_percent + wave_height_percent - dot_distance_percent + dot_white_percent;
  }
  return 0;
}

/// Where a cluster's em box begins and ends along the line: not beyond its neighbour's origin, nor the ink of the line.
struct Extent {
  Length begin, end;
};

Extent extent_of(const Galley& galley, const Line& line, std::size_t index) {
  const PlacedCluster& placed = line.clusters[index];
  const Length line_end = line.ink_end + line.hung;
  const Length next = index + 1 < line.clusters.size() ? line.clusters[index + 1].x : line_end;
  const Length end = placed.x + galley.shaped->clusters[placed.cluster].advance;
  return {std::max(placed.x, line.ink_start), std::min({end, std::max(next, placed.x), line_end})};
}

/// Clusters of a line, `[begin, end)`, that one thing is drawn for.
struct Stretch {
  std::size_t begin, end;
};

/// The stretches of neighbouring clusters that agree on `decoration`; those for which it has its initial value are left out.
template <typename Decoration>
std::vector<Stretch> stretches(const Galley& galley, const Line& line, Decoration CharacterStyle::*decoration) {
  std::vector<Stretch> result;
  const auto of = [&](std::size_t index) -> const Decoration& {
    return style_of(galley, galley.shaped->clusters[line.clusters[index].cluster]).*decoration;
  };
  for (std::size_t i = 0; i < line.clusters.size(); ++i) {
    if (of(i) == Decoration()) continue;
    if (!result.empty() && result.back().end == i && of(i - 1) == of(i)) {
      ++result.back().end;
    } else {
      result.push_back({i, i + 1});
    }
  }
  return result;
}

/// The text of a stretch: its em boxes with the gaps between them, the largest of its sizes, and where it stands in the source.
struct StretchText {
  Rectangle boxes;
  Length size;
  Colour colour;
  SourceSpan span;
};

StretchText text_of(const Galley& galley, const Line& line, Stretch stretch, Point origin) {
  StretchText text;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    const Cluster& cluster = galley.shaped->clusters[line.clusters[i].cluster];
    const Extent extent = extent_of(galley, line, i);
    const Length top = origin.y - style_of(galley, cluster).baseline_shift - ascent_of(cluster.size);
    const Rectangle box{origin.x + extent.begin, top, extent.end - extent.begin, cluster.size};
    text.boxes = i == stretch.begin ? box : joined(text.boxes, box);
    text.size = std::max(text.size, cluster.size);
  }
  const Cluster& first = galley.shaped->clusters[line.clusters[stretch.begin].cluster];
  const Cluster& last = galley.shaped->clusters[line.clusters[stretch.end - 1].cluster];
  text.colour = style_of(galley, first).colour;
  text.span = galley.text->text.span(first.text_begin, last.text_end);
  return text;
}

using Segment = PathItem::Segment;

/// A wave from `begin` to `end`, `begin` being on its middle, that goes up first. It has whole half waves, as near to `half_wave` long as
/// they can be, and each is one curve.
PathItem wave(Point begin, Length length, Length half_wave, Length height, Length weight, const Colour& colour) {
  const std::int64_t halves = std::max<std::int64_t>(1, (length.raw() + half_wave.raw() / 2) / half_wave.raw());
  const auto at = [&](std::int64_t half, int thousandths) { return begin.x + length.scaled(half * 1000 + thousandths, halves * 1000); };
  PathItem path;
  path.segments.push_back({Segment::Kind::move, begin, {}, {}});
  for (std::int64_t half = 0; half < halves; ++half) {
    // The crest of such a curve lies at three quarters of its control points' height.
    const Length crest = (half % 2 == 0 ? -height : height).scaled(4, 3 * 2);
    path.segments.push_back({Segment::Kind::curve,
                             {at(half + 1, 0), begin.y},
                             {at(half, sine_control_thousandths), begin.y + crest},
                             {at(half + 1, -sine_control_thousandths), begin.y + crest}});
  }
  path.stroke = colour;
  path.weight = weight;
  return path;
}

}  // namespace

void emit_tints(const Galley& galley, const Line& line, Point origin, PageSink sink) {
  for (const Stretch& stretch : stretches(galley, line, &CharacterStyle::marked)) {
    const StretchText text = text_of(galley, line, stretch, origin);
    const Length margin = text.size.scaled(tint_margin_percent, 100);
    RectangleItem tint;
    tint.area = {text.boxes.x, text.boxes.y - margin, text.boxes.width, text.boxes.height + margin * 2};
    tint.fill = Colour::tint(tint_ink_thousandths);
    sink.items.push_back({std::move(tint), decoration_tag, text.span});
  }
}

void emit_name_lines(const Galley& galley, const Line& line, Point origin, PageSink sink) {
  const std::vector<Stretch> names = stretches(galley, line, &CharacterStyle::name_line);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const StretchText text = text_of(galley, line, names[i], origin);
    const auto of_size = [&](int percent) { return text.size.scaled(percent, 100); };
    Length begin = text.boxes.x, end = text.boxes.right();
    if (i > 0 && names[i - 1].end == names[i].begin) begin += of_size(name_break_percent);
    if (i + 1 < names.size() && names[i + 1].begin == names[i].end) end -= of_size(name_break_percent);
    const Length top = text.boxes.bottom() + of_size(name_line_distance_percent), weight = of_size(name_line_weight_percent);
    const NameLine::Form form = style_of(galley, galley.shaped->clusters[line.clusters[names[i].begin].cluster]).name_line.form;
    if (form == NameLine::Form::wavy) {
      const Length height = of_size(wave_height_percent), middle = top + (weight + height).scaled(1, 2);
      sink.items.push_back(
          {wave({begin, middle}, end - begin, of_size(half_wave_percent), height, weight, text.colour), decoration_tag, text.span});
    } else {
      const Length middle = top + weight.scaled(1, 2);
      sink.items.push_back({StrokeItem{{begin, middle}, {end, middle}, weight, text.colour, {}, false}, decoration_tag, text.span});
    }
  }
}

void emit_emphasis_dots(const Galley& galley, const Line& line, Point origin, PageSink sink) {
  // A word of another language keeps its dots on the side of the paragraph's.
  const bool below = emphasis_marks_stand_below(locale_for(galley.text->runs.front().style.language));
  for (const PlacedCluster& placed : line.clusters) {
    const Cluster& cluster = galley.shaped->clusters[placed.cluster];
    const CharacterStyle& style = style_of(galley, cluster);
    std::size_t offset = cluster.text_begin;
    if (!style.emphasis_dots || cluster.face == nullptr || !carries_emphasis_mark(utf8::decode(galley.text->text.view(), offset))) continue;
    const Length diameter = cluster.size.scaled(dot_diameter_percent, 100);
    Length distance = cluster.size.scaled(dot_distance_percent, 100) + diameter.scaled(1, 2);
    // The line of a name stands nearer to the text than a dot (composition rules 10.5).
    if (below) distance += cluster.size.scaled(name_line_room_percent(style.name_line.form), 100);
    const Length top = origin.y - style.baseline_shift - ascent_of(cluster.size);
    const Point centre{origin.x + placed.x + cluster.advance.scaled(1, 2), below ? top + cluster.size + distance : top - distance};
    sink.items.push_back(
        {disc(centre, diameter, style.colour), decoration_tag, galley.text->text.span(cluster.text_begin, cluster.text_end)});
  }
}

}  // namespace banxin
