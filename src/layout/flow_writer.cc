#include "layout/flow_writer.h"

#include <algorithm>

#include "layout/figure.h"
#include "layout/structure.h"

namespace banxin {

Length grid_offset_of(const TextStyle& type, const Style& style) { return ascent_of(style.of(Element::body).size) - ascent_of(type.size); }

int FlowWriter::node(StructureNode::Type type, int parent, SourceSpan span) { return add_node(document_, type, parent, span); }

void FlowWriter::push(std::unique_ptr<FlowContent> content, FillBlock fill, SourceSpan span) {
  fill.space_before = std::max(fill.space_before, std::exchange(space_after_, 0));
  flow_->blocks.push_back({std::move(content), span});
  flow_->fill.push_back(std::move(fill));
}

/// Whether in every column something that cannot be divided is higher than it, such as a table in a box.
static bool holds_what_is_too_high(const FillBlock& block, int column_lines) {
  const auto is_too_high = [&](const BlockVariant& way) {
    for (int unit = 0; way.units && unit < way.unit_count(); ++unit) {
      if (way.lines_of(unit, unit + 1) > column_lines) return true;
    }
    return false;
  };
  return std::all_of(block.variants.begin(), block.variants.end(), is_too_high);
}

void FlowWriter::add(FlowPart part, int parent, SourceSpan span) {
  if (part.fill.span > 1 && part.fill.span < columns() && part.fill.least_lines() > input_.column_lines)
    setter_.sink().error("layout-span-too-high", span, {{"columns", std::to_string(part.fill.span)}});
  else if (!in_box() && holds_what_is_too_high(part.fill, input_.column_lines))
    setter_.sink().error("layout-part-too-high", span);
  push(std::move(part.content), std::move(part.fill), span);
  // The notes of a box's texts are claimed by the box.
  if (!in_box()) notes_.claim(flow_->blocks.back(), flow_->fill.back(), parent);
}

void FlowWriter::add_text(const RichText& text, const TextStyle& type, Length x, int node, SourceSpan span, const TypedStretch* stretch) {
  add_text(set_paragraph(text, type, x, *measures_, setter_, stretch), type, x, node, span);
}

void FlowWriter::add_text(SetParagraph set, const TextStyle& type, Length x, int node, SourceSpan span, ParagraphBeginning beginning) {
  FillBlock fill;
  fill.splittable = true;
  fill.orphans = std::max(style_.orphan_lines, beginning.cap.lines);
  fill.widows = style_.widow_lines;
  const TextPlacement placement{x, type.size, style_.grid.pitch, grid_offset_of(type, style_), node};
  auto content = std::make_unique<ParagraphContent>(std::move(set), type, placement, *measures_, setter_, fill);
  content->set_markers(std::exchange(waiting_marks_, {}));
  content->set_beginning(std::move(beginning));
  add({std::move(content), std::move(fill)}, parent_of(node), span);
}

void FlowWriter::add_paragraph(const RichText& text, Element element, Length x, int parent, SourceSpan span) {
  if (text.empty()) return;
  add_text(text, style_.of(element), x, node(StructureNode::Type::paragraph, parent, span), span);
}

void FlowWriter::add_display(const RichText& text, const TextStyle& type, int node, SourceSpan span) {
  FillBlock fill;
  fill.keep_with_next = std::max(type.keep, 2);
  fill.space_before = grid_lines_of(type.before);
  fill.span = columns_of({type.span, type.span == 0});
  fill.variants.clear();
  std::vector<HeadingContent::Setting> settings;
  const std::vector<Length>& widths = measures_->over(fill.span);
  for (std::size_t measure = 0; measure < widths.size(); ++measure) {
    int lines = 0;
    settings.push_back(set_display(text, type, widths[measure], node, lines));
    fill.variants.push_back({lines, 0, static_cast<int>(measure)});
  }
  add({std::make_unique<HeadingContent>(std::move(settings)), std::move(fill)}, parent_of(node), span);
}

/// 占行: centred in `lines` grid lines, then raised by the white wanted below it; what turns keeps the white of a one-line heading around
/// it.
HeadingContent::Setting FlowWriter::set_display(const RichText& text, const TextStyle& type, Length width, int node, int& lines) const {
  TextSetter::Display display = setter_.display(text, type, width - type.inset, type.size);
  const auto count = static_cast<std::int64_t>(display.galley.lines.size());
  const Length body_size = style_.of(Element::body).size;
  const Length height = display.size + display.pitch * std::max<std::int64_t>(count - 1, 0);
  const int needed = grid_lines_for(height, body_size, style_.grid.pitch);
  // A line somewhat larger than the text may reach into the white between lines.
  const bool fits_as_wanted = height <= style_.grid.pitch * type.lines;
  lines = count > 1 ? needed + std::max(0, type.lines - 1) : fits_as_wanted ? type.lines : needed;
  const Length footprint = style_.grid.pitch * lines - (style_.grid.pitch - body_size);
  return {
      std::move(display.galley), {type.inset, display.size, display.pitch, (footprint - height).scaled(1, 2), node}, type.bar, type.after};
}

void FlowWriter::add_space(int lines, SourceSpan span) { push(nullptr, whole(lines), span); }

void FlowWriter::keep_ends_together(std::size_t first) {
  const std::size_t end = flow_->fill.size();
  if (end < first + 2) return;
  flow_->fill[first].keep_with_next = flow_->fill[end - 2].keep_with_next = 1;
}

FillBlock FlowWriter::whole(int lines) const {
  FillBlock fill;
  fill.variants.clear();
  for (int measure = 0; measure < static_cast<int>(measures_->widths.size()); ++measure) fill.variants.push_back({lines, 0, measure});
  return fill;
}

}  // namespace banxin
