#include "layout/official_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/structure.h"

namespace banxin {

namespace {

/// A row of the record (版记): text at the left, text at the right.
struct RecordRow {
  Galley left, right;
  Length left_x;
  int right_line = 0;  ///< of the row's lines: where the text at the right begins
  BlockMarker label;
  int left_node = -1, right_node = -1;
  Length height;
};

/// Rows between rules, their foot on the foot of the type area.
class RecordContent : public FlowContent {
 public:
  RecordContent(std::vector<RecordRow> rows, const TextStyle& type, const RecordStyle& look, Length area_bottom)
      : rows_(std::move(rows)), type_(type), look_(look), area_bottom_(area_bottom) {}

  void draw(const ColumnPiece&, const PiecePlace& place, PageSink sink) const override {
    Length y = area_bottom_;
    for (const RecordRow& row : rows_) y -= row.height;
    for (const RecordRow& row : rows_) {
      rule(place, y, &row == &rows_.front() ? look_.outer_rule : look_.inner_rule, sink);
      draw_row(row, place, y + (look_.row - type_.size).scaled(1, 2), sink);
      y += row.height;
    }
    rule(place, y, look_.outer_rule, sink);
  }

 private:
  static void rule(const PiecePlace& place, Length y, Length weight, PageSink sink) {
    StrokeItem stroke;
    stroke.from = {place.left, y};
    stroke.to = {place.left + place.width, y};
    stroke.weight = weight;
    sink.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
  }

  void draw_row(const RecordRow& row, const PiecePlace& place, Length top, PageSink sink) const {
    const auto set = [&](const Galley& galley, Length x, int line, int node) {
      emit_lines(galley, 0, galley.lines.size(), {place.left + x, top + type_.pitch * line}, type_.size, type_.pitch,
                 {node, ItemTag::Artifact::none}, sink);
    };
    set(row.label.galley, row.label.x, 0, row.label.node);
    set(row.left, row.left_x, 0, row.left_node);
    set(row.right, type_.inset, row.right_line, row.right_node);
  }

  std::vector<RecordRow> rows_;
  const TextStyle& type_;
  const RecordStyle& look_;
  Length area_bottom_;
};

bool ends_with_colon(const RichText& text) { return text.plain().ends_with("：") || text.plain().ends_with(':'); }

bool stands_in_parentheses(const RichText& text) { return text.plain().starts_with("（") && text.plain().ends_with("）"); }

/// To where a text behind a label begins: a mark at its end is wider there than at the end of a line.
Length width_before_text(const std::string& label, const TextStyle& type, Length measure, const TextSetter& setter) {
  const Galley both = setter.label(plain_text(label + "文"), type, type.size, measure);
  return both.lines.front().ink_end - type.size;
}

}  // namespace

int OfficialBlocks::paragraph_node(const RichText& text) const {
  return add_node(document_, StructureNode::Type::paragraph, parent_, text.text.span());
}

void OfficialBlocks::add(const RichText& text, Element element, Length x, std::vector<BlockMarker> markers, int space_before) {
  const TextStyle& type = style_.of(element);
  FillBlock fill;
  fill.splittable = true;
  fill.orphans = style_.orphan_lines;
  fill.widows = style_.widow_lines;
  fill.space_before = space_before;
  const Length offset = ascent_of(style_.of(Element::body).size) - ascent_of(type.size);
  const TextPlacement placement{x, type.size, style_.grid.pitch, offset, paragraph_node(text)};
  auto content = std::make_unique<ParagraphContent>(set_paragraph(text, type, x, input_.measures, setter_), type, placement,
                                                    input_.measures, setter_, fill);
  content->set_markers(std::move(markers));
  flow_.blocks.push_back({std::move(content), text.text.span()});
  flow_.fill.push_back(std::move(fill));
}

void OfficialBlocks::add_addressee() {
  if (matter_.addressee.empty()) return;
  const bool complete = ends_with_colon(matter_.addressee);
  add(complete ? matter_.addressee : join_texts({matter_.addressee, plain_text("：")}, ""), Element::addressee, Length(), {}, 0);
}

void OfficialBlocks::add_end() {
  add_attachments();
  add_sign_off();
  add_remark();
}

/// The names of several are numbered; lines that turn begin under the first character of the name (7.3.4).
void OfficialBlocks::add_attachments() {
  if (matter_.attachments.empty()) return;
  const TextStyle& type = style_.of(Element::attachment);
  const Length measure = input_.measures.widths.front();
  const Galley label = setter_.label(plain_text(style_.matter.attachments), type, type.size, measure);
  const Length numbers_x = type.inset + width_before_text(style_.matter.attachments, type, measure, setter_);
  std::vector<Galley> numbers;
  Length names_x = numbers_x;
  for (std::size_t i = 0; i < matter_.attachments.size() && matter_.attachments.size() > 1; ++i) {
    numbers.push_back(setter_.label(plain_text(fmt::format("{}.", i + 1)), type, type.size, measure));
    names_x = std::max(names_x, numbers_x + numbers.back().lines.front().ink_end);
  }
  for (std::size_t i = 0; i < matter_.attachments.size(); ++i) {
    std::vector<BlockMarker> markers;
    if (i == 0) markers.push_back({label, type.inset, -1});
    if (i < numbers.size()) markers.push_back({numbers[i], numbers_x, -1});
    add(matter_.attachments[i], Element::attachment, names_x, std::move(markers), i == 0 ? 1 : 0);
  }
}

/// It never stands alone on a page: the end of the text goes with it (7.3.5). Only one higher than a page is cut.
void OfficialBlocks::add_sign_off() {
  if (matter_.signed_by.empty()) return;
  const TextStyle& type = style_.of(Element::signature);
  const std::vector<Length>& widths = input_.measures.widths;
  const RichText& date = input_.sign_off_date;
  const auto set = [&](const RichText& text, int node, Length width) {
    return SignOffText{text.empty() ? Galley() : setter_.label(text, type, type.size, width), node};
  };
  std::vector<int> nodes;
  nodes.reserve(matter_.signed_by.size());
  for (const RichText& name : matter_.signed_by) nodes.push_back(paragraph_node(name));
  const int date_node = date.empty() ? -1 : paragraph_node(input_.article.date.written);
  const auto names_in = [&](Length width) {
    std::vector<SignOffText> names;
    names.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) names.push_back(set(matter_.signed_by[i], nodes[i], width));
    return names;
  };
  // Rows are blocks of the flow, so there are as many of them whatever the column: as many as the narrowest needs.
  const Length narrowest = *std::min_element(widths.begin(), widths.end());
  const int in_row =
      names_in_row(names_in(narrowest), set(date, date_node, narrowest), matter_.sealed, style_.matter, narrowest, type.size);
  std::vector<std::vector<SignOffRow>> rows;  // by row, then by measure
  for (const Length width : widths) {
    std::vector<SignOffRow> own =
        sign_off_rows(names_in(width), set(date, date_node, width), matter_.sealed, style_.matter, in_row, width, type.size);
    rows.resize(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) rows[i].push_back(std::move(own[i]));
  }
  keep_with_text_above();
  for (std::size_t i = 0; i < rows.size(); ++i) add_sign_off_row(std::move(rows[i]), i == 0, i + 1 == rows.size());
}

void OfficialBlocks::add_sign_off_row(std::vector<SignOffRow> settings, bool first, bool last) {
  const TextStyle& type = style_.of(Element::signature);
  FillBlock fill;
  fill.variants.clear();
  for (const SignOffRow& setting : settings) {
    fill.variants.push_back({setting.lines, 0, static_cast<int>(fill.variants.size())});
    fill.splittable = fill.splittable || setting.lines > input_.column_lines;
  }
  if (!first && matter_.sealed) fill.space_before = lines_between_seals(style_.matter, style_.grid.pitch);
  if (!last) fill.keep_with_next = 1;
  const Length offset = ascent_of(style_.of(Element::body).size) - ascent_of(type.size);
  flow_.blocks.push_back(
      {std::make_unique<SignOffContent>(std::move(settings), type.size, offset, style_.grid.pitch), matter_.signed_by.front().text.span()});
  flow_.fill.push_back(std::move(fill));
}

/// With the attachments between them, and with the last lines of the body before these.
void OfficialBlocks::keep_with_text_above() {
  const std::size_t count = std::min(flow_.fill.size(), matter_.attachments.size() + 1);
  for (std::size_t i = flow_.fill.size() - count; i < flow_.fill.size(); ++i)
    flow_.fill[i].keep_with_next = std::max(flow_.fill[i].keep_with_next, 1);
}

void OfficialBlocks::add_remark() {
  if (matter_.remark.empty()) return;
  const bool complete = stands_in_parentheses(matter_.remark);
  add(complete ? matter_.remark : join_texts({plain_text("（"), matter_.remark, plain_text("）")}, ""), Element::remark, Length(), {}, 0);
}

void OfficialBlocks::add_record() {
  const TextStyle& type = style_.of(Element::record);
  const RecordStyle& look = style_.matter.record;
  const Length width = input_.measures.all - type.inset * 2;
  std::vector<RecordRow> rows;
  if (!matter_.copies.empty()) {
    RecordRow row;
    row.label = {setter_.label(plain_text(style_.matter.copies), type, type.size, width), type.inset, -1};
    row.left_node = row.label.node = paragraph_node(matter_.copies);
    const Length label_width = width_before_text(style_.matter.copies, type, width, setter_);
    row.left_x = type.inset + label_width;
    row.left = setter_.paragraph(matter_.copies, type, width - label_width);
    row.height = look.row + type.pitch * (static_cast<std::int64_t>(row.left.lines.size()) - 1);
    rows.push_back(std::move(row));
  }
  if (!matter_.printed_by.empty() || !matter_.printed_date.written.empty()) {
    RecordRow row;
    row.left_x = type.inset;
    if (!matter_.printed_by.empty()) row.left_node = paragraph_node(matter_.printed_by);
    TextStyle at_end = type;
    at_end.align = Alignment::end;
    if (!input_.printed_date.empty()) {
      row.right = setter_.label(join_texts({input_.printed_date, plain_text(style_.matter.printed)}, ""), at_end, type.size, width);
      row.right_node = paragraph_node(matter_.printed_date.written);
    }
    // Who printed it keeps a character away from the date, and has lines of its own where that leaves less than half the width.
    Length beside = width;
    for (const Line& line : row.right.lines) beside = std::min(beside, line.ink_start - type.size);
    const bool shares_line = beside * 2 >= width;
    if (row.left_node >= 0) row.left = setter_.label(matter_.printed_by, type, type.size, shares_line ? beside : width);
    const int left = static_cast<int>(row.left.lines.size()), right = static_cast<int>(row.right.lines.size());
    row.right_line = shares_line ? std::max(0, left - right) : left;
    row.height = look.row + type.pitch * (std::max(left, row.right_line + right) - 1);
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return;
  Length height;
  for (const RecordRow& row : rows) height += row.height;
  FillBlock fill;
  fill.span = static_cast<int>(input_.measures.of_column.size());
  fill.variants.clear();
  const int lines = grid_lines_for(height, style_.of(Element::body).size, style_.grid.pitch);
  for (std::size_t measure = 0; measure < (fill.span > 1 ? 1 : input_.measures.widths.size()); ++measure)
    fill.variants.push_back({lines, 0, static_cast<int>(measure)});
  flow_.blocks.push_back({std::make_unique<RecordContent>(std::move(rows), type, look, input_.area_bottom), {}});
  flow_.fill.push_back(std::move(fill));
}

}  // namespace banxin
