#include "layout/flow_extent.h"

#include <algorithm>

namespace banxin {

FlowExtent::FlowExtent(std::span<const FillBlock> flow, const NoteRoom& notes, int columns, int tallest_column)
    : flow_(flow), notes_(notes), columns_(columns) {
  const int size = static_cast<int>(flow.size());
  stops_.assign(flow.size() + 1, size);
  spans_ = stops_;
  lines_from_.assign(flow.size() + 1, 0);
  note_lines_from_ = lines_from_;
  for (std::size_t b = flow.size(); b-- > 0;) {
    const FillBlock& block = flow[b];
    const int index = static_cast<int>(b);
    const bool over_all = spans_all(index), ends_page = block.forced_break == FillBlock::Break::page;
    stops_[b] = over_all || ends_page ? index : stops_[b + 1];
    spans_[b] = block.span > 1 && !over_all ? index : spans_[b + 1];
    const int lines = block.splittable && block.span == 1 ? block.least_lines() : std::min(block.least_lines(), tallest_column);
    lines_from_[b] = lines_from_[b + 1] + (over_all ? 0 : lines * block.span);
    const BlockVariant& any = block.variants.front();
    note_lines_from_[b] = note_lines_from_[b + 1] + any.notes_between(0, any.unit_count(), {}).all;
  }
}

bool FlowExtent::spans_all(int block) const {
  if (block >= static_cast<int>(flow_.size())) return false;
  const int span = flow_[static_cast<std::size_t>(block)].span;
  return span > 1 && span >= columns_;
}

int FlowExtent::least_lines(const FlowPosition& from, int end) const {
  const auto begin = static_cast<std::size_t>(from.block), stop = static_cast<std::size_t>(end);
  int lines = lines_from_[begin] - lines_from_[stop];
  if (from.line > 0 && begin < stop) {
    const BlockVariant& way = flow_[begin].variant(from.variant);
    const int after = lines_from_[begin + 1] - lines_from_[stop], whole = lines - after;
    lines = after + (way.units ? way.lines_of(from.line, way.unit_count()) : std::max(0, whole - from.line));
  }
  if (notes_.line_pitch == Length()) return lines;
  const int of_notes = note_lines_from_[begin] - note_lines_from_[stop] + from.notes - note_lines_above(from);
  return lines + static_cast<int>((notes_.line_pitch * of_notes).raw() / notes_.grid_pitch.raw());
}

/// Of notes of the block at hand, on pages before.
int FlowExtent::note_lines_above(const FlowPosition& position) const {
  if (position.line == 0) return 0;
  return flow_[static_cast<std::size_t>(position.block)].variant(position.variant).notes_between(0, position.line, {}).all;
}

}  // namespace banxin
