#include "layout/text_content.h"

#include <algorithm>
#include <utility>

#include "layout/kept_texts.h"

namespace banxin {

namespace {

/// Longer paragraphs are set in one length alone: the search for another grows with the square of the lines.
constexpr std::int64_t most_lines_varied = 80;

double worst_badness(const Galley& galley) {
  double worst = 0;
  for (const Line& line : galley.lines) worst = std::max(worst, line.report.badness);
  return worst;
}

/// A line more and a line fewer, where that is within reach: what makes columns come out even.
std::vector<int> other_lengths(const Galley& best, const TextStyle& type) {
  const auto count = static_cast<std::int64_t>(best.lines.size());
  if (count < 3 || count > most_lines_varied) return {};
  const Length last_line = best.lines.back().ink_end;
  const Length reach_of_lines = type.size * (count - 1);
  std::vector<int> lengths;
  if (best.measure - last_line < reach_of_lines) lengths.push_back(static_cast<int>(count) + 1);
  if (last_line < reach_of_lines) lengths.push_back(static_cast<int>(count) - 1);
  return lengths;
}

/// What a paragraph costs in other numbers of lines than it is best in.
int cost_of_other_length(const Galley& best, const Galley& other, const PageCosts& costs) {
  const double worse = std::max(0.0, worst_badness(other) - worst_badness(best));
  return costs.other_lines + static_cast<int>(worse * costs.other_lines_badness);
}

SetText set_in_all_lengths(const RichText& text, const TextStyle& type, Length width, int measure, const TextSetter& setter,
                           const TypedStretch* stretch) {
  SetText set;
  set.galleys = setter.paragraph_in_lengths(text, type, width, stretch, [&](const Galley& best) { return other_lengths(best, type); });
  const Galley& best = set.galleys.front();
  for (const Galley& galley : set.galleys) {
    const int cost = &galley == &best ? 0 : cost_of_other_length(best, galley, setter.style().costs);
    set.variants.push_back({static_cast<int>(galley.lines.size()), cost, measure});
  }
  return set;
}

}  // namespace

SetParagraph set_paragraph(const RichText& text, const TextStyle& type, Length x, const ColumnMeasures& measures, const TextSetter& setter,
                           const TypedStretch* stretch) {
  SetParagraph set;
  for (std::size_t index = 0; index < measures.widths.size(); ++index) {
    const int measure = static_cast<int>(index);
    const Length width = measures.widths[index] - x;
    SetText ways = setter.find_or_set(TextKey(TextKey::Way::all_lengths, text).add(width.raw()).add(measure), text, type, stretch,
                                      [&](const TextSetter& own) { return set_in_all_lengths(text, type, width, measure, own, stretch); });
    std::move(ways.galleys.begin(), ways.galleys.end(), std::back_inserter(set.galleys));
    std::move(ways.variants.begin(), ways.variants.end(), std::back_inserter(set.variants));
  }
  return set;
}

/// The whole text is composed anew with the widths of all its lines, so that its first lines come out well too. What they hold may change:
/// a page draws every piece of a paragraph from the variant of its last one.
int ParagraphContent::go_on(FillBlock& fill, int variant, int line, int measure) {
  const Galley& before = galleys_[static_cast<std::size_t>(variant)];
  std::vector<Length> key;
  for (int i = 0; i < line; ++i) key.push_back(before.measure_of(static_cast<std::size_t>(i)));
  key.push_back(measures_.widths[static_cast<std::size_t>(measure)] - placement_.x);
  if (const auto known = mixed_.find(key); known != mixed_.end()) return known->second;
  std::vector<Length> first(key.begin(), key.end() - 1);
  Galley galley = setter_.paragraph_in_measures(before, type_, std::move(first), key.back());
  int& index = mixed_[key];
  index = -1;
  if (static_cast<int>(galley.lines.size()) > line) {
    index = static_cast<int>(fill.variants.size());
    const int lines = static_cast<int>(galley.lines.size());
    galleys_.push_back(std::move(galley));
    fill.variants.push_back({lines, 0, measure, false});
  }
  return index;
}

void ParagraphContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const ItemTag tag{placement_.node, ItemTag::Artifact::none};
  const Length top = place.top + placement_.offset;
  if (piece.line_begin == 0) {
    for (const BlockMarker& marker : markers_) {
      const ItemTag marker_tag{marker.node >= 0 ? marker.node : placement_.node, ItemTag::Artifact::none};
      emit_lines(marker.galley, 0, 1, {place.left + marker.x, top}, placement_.size, placement_.pitch, marker_tag, sink);
    }
  }
  const Galley& text = galleys_[static_cast<std::size_t>(piece.variant)];
  const Length x = place.left + placement_.x;
  const DropCap& cap = beginning_.cap;
  if (piece.line_begin == 0 && cap.lines > 0) emit_line(cap.letter, cap.letter.lines.front(), {x + cap.x, top + cap.baseline}, tag, sink);
  const int beside = std::clamp(cap.lines, piece.line_begin, piece.line_end);
  const auto set_lines = [&](int begin, int end, Length left) {
    emit_lines(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
               {left, top + placement_.pitch * (begin - piece.line_begin)}, placement_.size, placement_.pitch, tag, sink, beginning_.lead);
  };
  set_lines(piece.line_begin, beside, x + cap.room);
  set_lines(beside, piece.line_end, x);
}

void HeadingContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const Setting& setting = settings_[static_cast<std::size_t>(piece.variant)];
  const TextPlacement& placement = setting.placement;
  const Length top = place.top + placement.offset - (piece.at > 0 ? setting.raised : Length());
  if (setting.bar > Length()) {
    const auto turns = static_cast<std::int64_t>(setting.galley.lines.size()) - 1;
    const Length height = placement.pitch * std::max<std::int64_t>(turns, 0) + placement.size;
    RectangleItem bar{{place.left, top, setting.bar, height}, Colour::black(), {}, {}, {}};
    sink.items.push_back({std::move(bar), {-1, ItemTag::Artifact::layout}, {}});
  }
  emit_lines(setting.galley, 0, setting.galley.lines.size(), {place.left + placement.x, top}, placement.size, placement.pitch,
             {placement.node, ItemTag::Artifact::none}, sink);
}

}  // namespace banxin
