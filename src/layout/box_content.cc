#include "layout/box_content.h"

#include <algorithm>

namespace banxin {

namespace {

/// Fewer lines of text are no box.
constexpr int least_lines_of_piece = 3;
/// Grid lines of a piece of a box besides those of its text: half of them above, half below.
constexpr int box_lines_around = 2;

/// From the column's edge to the texts of a box.
Length box_inset(const Style& style) { return style.of(Element::body).size; }

int variant_for(const FillBlock& block, int measure) {
  for (std::size_t i = 0; i < block.variants.size(); ++i) {
    if (block.variants[i].measure == measure) return static_cast<int>(i);
  }
  return 0;
}

/// Adds the places within a block at which the box may be cut.
void add_cuts(const FillBlock& block, const BlockVariant& way, int first_line, std::vector<int>& cuts) {
  if (!block.splittable || way.units) return;
  for (int line = block.orphans; line <= way.lines - block.widows; ++line) cuts.push_back(first_line + line);
}

BoxSetting stack_blocks(const Flow& inner, int measure, Length pitch) {
  BoxSetting setting;
  int line = 0;
  for (std::size_t i = 0; i < inner.fill.size(); ++i) {
    const FillBlock& block = inner.fill[i];
    if (i > 0) line += block.space_before;
    const int variant = variant_for(block, measure);
    const BlockVariant& way = block.variant(variant);
    setting.parts.push_back({i, variant, line});
    add_cuts(block, way, line, setting.unit_ends);
    line += way.lines;
    if (block.keep_with_next == 0 || i + 1 == inner.fill.size()) setting.unit_ends.push_back(line);
  }
  auto units = std::make_shared<BlockUnits>();
  units->pitch = pitch;
  units->repeated = pitch * box_lines_around;
  std::erase_if(setting.unit_ends,
                [&](int end) { return end < least_lines_of_piece || (end != line && end > line - least_lines_of_piece); });
  if (setting.unit_ends.empty()) setting.unit_ends.push_back(line);
  for (const int end : setting.unit_ends) units->ends.push_back(pitch * end);
  setting.units = std::move(units);
  return setting;
}

}  // namespace

std::unique_ptr<const ColumnMeasures> measures_in_box(const std::vector<Length>& widths, const Style& style) {
  auto measures = std::make_unique<ColumnMeasures>();
  for (const Length width : widths) measures->widths.push_back(width - box_inset(style) * 2);
  measures->of_column = {0};
  measures->all = measures->widths.front();
  return measures;
}

FlowPart box_block(Flow inner, std::unique_ptr<const ColumnMeasures> measures, int span, int column_lines, const Style& style) {
  FlowPart part;
  part.fill.span = span;
  part.fill.orphans = part.fill.widows = 1;  // the box knows how many lines stand together
  part.fill.variants.clear();
  std::vector<BoxSetting> settings;
  for (std::size_t measure = 0; measure < measures->widths.size(); ++measure) {
    settings.push_back(stack_blocks(inner, static_cast<int>(measure), style.grid.pitch));
    const auto& units = settings.back().units;
    part.fill.variants.push_back({units->lines(0, units->count()), 0, static_cast<int>(measure), true, units});
    part.fill.splittable = part.fill.splittable || part.fill.variants.back().lines * 2 > column_lines;
  }
  part.content = std::make_unique<BoxContent>(std::move(measures), std::move(inner), std::move(settings), style);
  return part;
}

void BoxContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const BoxSetting& setting = settings_[static_cast<std::size_t>(piece.variant)];
  const int first = piece.line_begin == 0 ? 0 : setting.unit_ends[static_cast<std::size_t>(piece.line_begin) - 1];
  const int last = setting.unit_ends[static_cast<std::size_t>(piece.line_end) - 1];
  draw_frame(piece, place, last - first, sink);
  const Length inset = box_inset(style_), pitch = style_.grid.pitch;
  for (const BoxSetting::Part& part : setting.parts) {
    const BlockVariant& way = inner_.fill[part.block].variant(part.variant);
    const int begin = std::max(first, part.line), end = std::min(last, part.line + way.lines);
    const FlowContent* content = inner_.blocks[part.block].content.get();
    if (begin >= end || content == nullptr) continue;
    const int at = begin - first + box_lines_around / 2;
    const ColumnPiece lines{
        static_cast<int>(part.block), part.variant, begin - part.line, way.units ? way.unit_count() : end - part.line, at, 0};
    content->draw(lines, {place.left + inset, place.top + pitch * at, place.width - inset * 2}, sink);
  }
}

std::vector<NoteMark> BoxContent::note_marks(int variant) const {
  const BoxSetting& setting = settings_[static_cast<std::size_t>(variant)];
  std::vector<NoteMark> marks;
  for (const BoxSetting::Part& part : setting.parts) {
    const FlowContent* content = inner_.blocks[part.block].content.get();
    if (content == nullptr) continue;
    const BlockVariant& way = inner_.fill[part.block].variant(part.variant);
    for (NoteMark& mark : content->note_marks(part.variant)) {
      const int line = part.line + (way.units ? 0 : mark.line);  // a table stands whole in its box
      const auto unit = std::upper_bound(setting.unit_ends.begin(), setting.unit_ends.end(), line);
      marks.push_back({std::move(mark.name), static_cast<int>(unit - setting.unit_ends.begin())});
    }
  }
  return marks;
}

/// As much white inside the frame as outside it; at the head of a column the frame begins with the text beside it.
void BoxContent::draw_frame(const ColumnPiece& piece, const PiecePlace& place, int lines, PageSink sink) const {
  const Length size = style_.of(Element::body).size, pitch = style_.grid.pitch;
  const Length padding = (pitch * 2 - size).scaled(1, 2);
  const Length top = piece.at == 0 ? place.top : place.top + pitch - padding;
  const Length bottom = place.top + pitch * lines + size + padding;
  RectangleItem frame{{place.left, top, place.width, bottom - top}, style_.boxes.fill, {}, style_.boxes.frame, {}};
  if (style_.boxes.frame > Length()) frame.stroke = Colour::black();
  sink.items.push_back({std::move(frame), {-1, ItemTag::Artifact::layout}, {}});
}

}  // namespace banxin
