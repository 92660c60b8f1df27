#include "layout/table_content.h"

#include <algorithm>

#include "layout/shapes.h"
#include "layout/structure.h"

namespace banxin {

namespace {

constexpr ItemTag layout_tag{-1, ItemTag::Artifact::layout};

}  // namespace

TableNodes add_table_nodes(const Table& table, int parent, SourceSpan span, PagedDocument& document) {
  using Type = StructureNode::Type;
  TableNodes nodes;
  const int root = add_node(document, Type::table, parent, span);
  if (!table.caption.empty()) nodes.caption = add_node(document, Type::caption, root, table.caption.text.span());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const int row_node = add_node(document, Type::table_row, root, span);
    const bool header = static_cast<int>(row) < table.header_rows;
    for (const TableCell& cell : table.rows[row]) {
      nodes.cells.push_back(add_node(document, header ? Type::table_header : Type::table_data, row_node, cell.span));
      StructureNode& node = document.structure.back();
      if (header) node.scope = StructureNode::Scope::column;
      node.column_span = cell.columns;
      node.row_span = cell.rows;
    }
  }
  return nodes;
}

bool TableContent::rules_are_full() const {
  return table_.rules == Table::Rules::full || (table_.rules == Table::Rules::automatic && setter_.style().tables.full);
}

void TableContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const TableSetting& setting = settings_[static_cast<std::size_t>(piece.variant)];
  const Style& style = setter_.style();
  const BlockUnits& units = *setting.units;
  // White to whole grid lines stands above and below; at a column's head all of it below.
  const Length least_white = style.grid.pitch.scaled(1, 2);
  const Length white =
      least_white + style.grid.pitch * units.lines(piece.line_begin, piece.line_end) - units.height(piece.line_begin, piece.line_end);
  Point corner{place.left, place.top + (piece.at == 0 ? Length() : white.scaled(1, 2))};
  const bool begins = piece.line_begin == 0;
  if (begins && !setting.caption.lines.empty()) {
    const TextStyle& type = style.of(Element::caption);
    emit_lines(setting.caption, 0, setting.caption.lines.size(), corner, type.size, type.pitch, {nodes_.caption, ItemTag::Artifact::none},
               sink);
    corner.y += setting.caption_height;
  }
  const Length top = corner.y;
  const Length right = corner.x + setting.column_x.back();
  draw_rows(setting, 0, table_.header_rows, corner, !begins, sink);
  corner.y += setting.header_height;
  const Length below_header = corner.y;
  int first = table_.header_rows, last = first;
  if (!setting.groups.empty()) {
    first = setting.groups[static_cast<std::size_t>(piece.line_begin)].first;
    last = setting.groups[static_cast<std::size_t>(piece.line_end) - 1].last;
  }
  corner.y += setting.body_padding;
  draw_rows(setting, first, last, corner, false, sink);
  if (rules_are_full()) {
    draw_grid(setting, 0, table_.header_rows, {corner.x, top}, sink);
    draw_grid(setting, first, last, corner, sink);
  }
  corner.y += setting.height_of(first, last) + setting.body_padding;
  const auto rule = [&](Length y, Length weight) {
    sink.items.push_back({straight_rule({place.left, y}, {right, y}, weight), layout_tag, {}});
  };
  rule(top, style.tables.thick);
  if (table_.header_rows > 0 && last > first) rule(below_header, style.tables.thin);
  rule(corner.y, style.tables.thick);
}

/// Those of caption and header belong to the first group of rows: drawn again, a header calls for nothing.
std::vector<NoteMark> TableContent::note_marks(int variant) const {
  const TableSetting& setting = settings_[static_cast<std::size_t>(variant)];
  std::vector<NoteMark> marks = note_marks_of(setting.caption);
  for (NoteMark& mark : marks) mark.line = 0;
  for (std::size_t row = 0; row < setting.rows.size(); ++row) {
    const auto group =
        std::find_if(setting.groups.begin(), setting.groups.end(), [&](const RowGroup& one) { return static_cast<int>(row) < one.last; });
    const int unit = group == setting.groups.end() ? 0 : static_cast<int>(group - setting.groups.begin());
    for (const TableCellSetting& cell : setting.rows[row]) {
      for (const Galley& text : cell.texts) {
        for (NoteMark& mark : note_marks_of(text)) marks.push_back({std::move(mark.name), unit});
      }
    }
  }
  return marks;
}

void TableContent::draw_rows(const TableSetting& setting, int first, int last, Point corner, bool again, PageSink sink) const {
  for (int row = first; row < last; ++row) {
    for (const TableCellSetting& cell : setting.rows[static_cast<std::size_t>(row)]) draw_cell(setting, row, cell, corner, again, sink);
    corner.y += setting.row_heights[static_cast<std::size_t>(row)];
  }
}

/// A header that is drawn again is no text of the document, and its links lead nowhere.
void TableContent::draw_cell(const TableSetting& setting, int row, const TableCellSetting& cell, Point corner, bool again,
                             PageSink sink) const {
  const TextStyle& type = type_of_row(setter_.style(), table_, row);
  const int last = std::min(row + cell.rows, static_cast<int>(setting.rows.size()));
  const Length height = setting.height_of(row, last);
  Length top = corner.y + (height - type.pitch * (cell.lines - 1) - type.size).scaled(1, 2);
  std::vector<LinkArea> unused_links;
  const ItemTag tag =
      again ? ItemTag{-1, ItemTag::Artifact::layout} : ItemTag{nodes_.cells[static_cast<std::size_t>(cell.node)], ItemTag::Artifact::none};
  const PageSink cell_sink{sink.items, again ? unused_links : sink.links, sink.structure};
  for (std::size_t i = 0; i < cell.texts.size(); ++i) {
    const Galley& text = cell.texts[i];
    emit_lines(text, 0, text.lines.size(), {corner.x + cell.x[i], top}, type.size, type.pitch, tag, cell_sink);
    top += type.pitch * static_cast<std::int64_t>(text.lines.size());
  }
}

/// Full rules: every cell but those at the edges has a thin one at its left and above it.
void TableContent::draw_grid(const TableSetting& setting, int first, int last, Point corner, PageSink sink) const {
  const Length weight = setter_.style().tables.thin;
  const auto rule = [&](Point from, Point to) { sink.items.push_back({straight_rule(from, to, weight), layout_tag, {}}); };
  const int begin = first;
  for (int row = first; row < last; ++row) {
    for (const TableCellSetting& cell : setting.rows[static_cast<std::size_t>(row)]) {
      const auto end_column = static_cast<std::size_t>(std::min(cell.column + cell.columns, table_.columns));
      const Length left = corner.x + setting.column_x[static_cast<std::size_t>(cell.column)],
                   right = corner.x + setting.column_x[end_column];
      const Length bottom = corner.y + setting.height_of(row, std::min(row + cell.rows, last));
      if (row > begin) rule({left, corner.y}, {right, corner.y});
      if (cell.column > 0) rule({left, corner.y}, {left, bottom});
    }
    corner.y += setting.row_heights[static_cast<std::size_t>(row)];
  }
}

}  // namespace banxin
