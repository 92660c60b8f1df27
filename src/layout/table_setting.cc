#include "layout/table_setting.h"

#include <algorithm>
#include <optional>

namespace banxin {

namespace {

/// Longer texts read better from a common edge.
constexpr int most_centred_ems = 10;

bool is_number(std::string_view text) {
  if (text.empty()) return false;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digit = true;
    else if (std::string_view("+-.,% ").find(c) == std::string_view::npos)
      return false;
  }
  return digit;
}

/// Where a cell's text stands in its columns.
enum class CellPlace { start, centre, end, decimal };

class TableSetter {
 public:
  TableSetter(const Table& table, const RichText& caption, Length width, const TextSetter& setter)
      : table_(table), caption_(caption), setter_(setter), style_(setter.style()) {
    result_.width = width;
  }

  TableSetting run() {
    Length edge;
    result_.column_x.push_back(edge);
    for (const Length column : table_column_widths(table_, result_.width, setter_)) result_.column_x.push_back(edge += column);
    find_places();
    set_rows();
    align_decimals();
    measure_rows();
    set_caption();
    group_rows();
    return std::move(result_);
  }

 private:
  bool is_header(std::size_t row) const { return static_cast<int>(row) < table_.header_rows; }

  /// Numbers stand by their points, short texts in the middle, longer ones at the column's edge.
  void find_places() {
    for (int column = 0; column < table_.columns; ++column) {
      const auto given = static_cast<std::size_t>(column) < table_.alignment.size() ? table_.alignment[static_cast<std::size_t>(column)]
                                                                                    : Table::Alignment::automatic;
      switch (given) {
        case Table::Alignment::start:
          places_.push_back(CellPlace::start);
          break;
        case Table::Alignment::centre:
          places_.push_back(CellPlace::centre);
          break;
        case Table::Alignment::end:
          places_.push_back(CellPlace::end);
          break;
        case Table::Alignment::decimal:
          places_.push_back(CellPlace::decimal);
          break;
        case Table::Alignment::automatic:
          places_.push_back(place_by_content(column));
          break;
      }
    }
  }

  CellPlace place_by_content(int column) const {
    const TextStyle& type = style_.of(Element::table);
    bool numbers = true, any = false, running = false;
    for (auto row = static_cast<std::size_t>(table_.header_rows); row < table_.rows.size(); ++row) {
      for (const TableCell& cell : table_.rows[row]) {
        if (cell.column != column || cell.columns > 1 || cell.lines.empty()) continue;
        any = true;
        numbers = numbers && cell.lines.size() == 1 && is_number(cell.lines.front().plain());
        const Galley text = set_text(cell.lines.front(), type, room_of(cell));
        running = running || cell.lines.size() > 1 || text.lines.size() > 1 || text.lines.front().ink_end > type.size * most_centred_ems;
      }
    }
    if (any && numbers) return CellPlace::decimal;
    return running ? CellPlace::start : CellPlace::centre;
  }

  Length left_of(const TableCell& cell) const {
    return result_.column_x[static_cast<std::size_t>(cell.column)] + cell_padding(style_.of(Element::table));
  }
  Length room_of(const TableCell& cell) const {
    const auto end = static_cast<std::size_t>(std::min(cell.column + cell.columns, table_.columns));
    return result_.column_x[end] - result_.column_x[static_cast<std::size_t>(cell.column)] - cell_padding(style_.of(Element::table)) * 2;
  }

  Galley set_text(const RichText& text, const TextStyle& type, Length room) const { return setter_.paragraph(text, type, room); }

  CellPlace place_of(const TableCell& cell, bool header) const {
    const CellPlace place = places_[static_cast<std::size_t>(cell.column)];
    if (cell.columns > 1 || (header && place == CellPlace::decimal)) return CellPlace::centre;
    return place;
  }

  void set_rows() {
    int node = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      std::vector<TableCellSetting>& cells = result_.rows.emplace_back();
      for (const TableCell& cell : table_.rows[row]) cells.push_back(set_cell(cell, row, node++));
    }
  }

  TableCellSetting set_cell(const TableCell& cell, std::size_t row, int node) const {
    TableCellSetting setting;
    setting.node = node;
    setting.column = cell.column;
    setting.columns = cell.columns;
    setting.rows = cell.rows;
    const CellPlace place = place_of(cell, is_header(row));
    TextStyle type = type_of_row(style_, table_, static_cast<int>(row));
    type.align = place == CellPlace::centre ? Alignment::centre : place == CellPlace::end ? Alignment::end : Alignment::start;
    if (place == CellPlace::start && !is_header(row)) type.align = style_.of(Element::table).align;
    for (const RichText& text : cell.lines) {
      setting.texts.push_back(set_text(text, type, room_of(cell)));
      setting.x.push_back(left_of(cell));
      setting.lines += static_cast<int>(setting.texts.back().lines.size());
    }
    return setting;
  }

  /// From the measure's start to the point of a number on one line, or to its end when it has none.
  static Length width_before_point(const Galley& galley) {
    const Line& line = galley.lines.front();
    const std::size_t point = galley.text->text.view().find('.');
    for (const PlacedCluster& placed : line.clusters) {
      if (galley.shaped->clusters[placed.cluster].text_begin == point) return placed.x;
    }
    const std::size_t unit = galley.text->text.view().find('%');
    for (const PlacedCluster& placed : line.clusters) {
      if (galley.shaped->clusters[placed.cluster].text_begin == unit) return placed.x;
    }
    return line.ink_end;
  }

  /// The points of a column stand below each other, the numbers together in its middle.
  void align_decimals() {
    for (int column = 0; column < table_.columns; ++column) {
      if (places_[static_cast<std::size_t>(column)] != CellPlace::decimal) continue;
      Length before, after;
      for_numbers(column, [&](TableCellSetting& cell) {
        const Length point = width_before_point(cell.texts.front());
        before = std::max(before, point);
        after = std::max(after, cell.texts.front().lines.front().ink_end - point);
      });
      for_numbers(column, [&](TableCellSetting& cell) {
        const Length room = cell.texts.front().measure - before - after;
        cell.x.front() += std::max(Length(), room.scaled(1, 2)) + before - width_before_point(cell.texts.front());
      });
    }
  }

  template <typename Visit>
  void for_numbers(int column, Visit visit) {
    for (auto row = static_cast<std::size_t>(table_.header_rows); row < result_.rows.size(); ++row) {
      for (TableCellSetting& cell : result_.rows[row]) {
        if (cell.column == column && cell.columns == 1 && cell.lines == 1) visit(cell);
      }
    }
  }

  /// The lines of a row at the pitch of its type; where cells turn or rules part the rows, white as between two lines more.
  void measure_rows() {
    bool turns = table_.rules == Table::Rules::full || (table_.rules == Table::Rules::automatic && style_.tables.full);
    for (auto row = static_cast<std::size_t>(table_.header_rows); row < result_.rows.size(); ++row) {
      for (const TableCellSetting& cell : result_.rows[row]) turns = turns || (cell.lines > 1 && cell.rows == 1);
    }
    const TextStyle& type = style_.of(Element::table);
    if (!turns) result_.body_padding = (type.pitch - type.size).scaled(1, 2);
    for (std::size_t row = 0; row < result_.rows.size(); ++row) {
      int lines = 1;
      for (const TableCellSetting& cell : result_.rows[row]) {
        if (cell.rows == 1) lines = std::max(lines, cell.lines);
      }
      result_.row_heights.push_back(height_of(lines, row, turns || is_header(row)));
    }
    for (std::size_t row = 0; row < result_.rows.size(); ++row) {
      for (const TableCellSetting& cell : result_.rows[row]) make_room_for(cell, row, turns);
    }
  }

  Length height_of(int lines, std::size_t row, bool airy) const {
    const TextStyle& type = type_of_row(style_, table_, static_cast<int>(row));
    return type.pitch * lines + (airy ? type.pitch - type.size : Length());
  }

  /// A cell over several rows that is higher than they are makes the last of them higher.
  void make_room_for(const TableCellSetting& cell, std::size_t row, bool airy) {
    if (cell.rows < 2) return;
    const std::size_t end = std::min(row + static_cast<std::size_t>(cell.rows), result_.rows.size());
    const Length missing = height_of(cell.lines, row, airy) - result_.height_of(static_cast<int>(row), static_cast<int>(end));
    if (missing > Length()) result_.row_heights[end - 1] += missing;
  }

  void set_caption() {
    if (caption_.empty()) return;
    TextStyle type = style_.of(Element::caption);
    result_.caption = setter_.paragraph(caption_, type, result_.width);
    if (result_.caption.lines.size() == 1) {
      type.align = Alignment::centre;
      result_.caption = setter_.paragraph(caption_, type, result_.width);
    }
    const auto turns = static_cast<std::int64_t>(result_.caption.lines.size()) - 1;
    result_.caption_height = type.size + type.pitch * turns + style_.images.caption_gap;
  }

  void group_rows() {
    result_.header_height = result_.height_of(0, table_.header_rows);
    const auto count = static_cast<int>(result_.rows.size());
    for (int row = table_.header_rows; row < count;) {
      RowGroup group{row, row + 1};
      for (; row < group.last; ++row) {
        for (const TableCellSetting& cell : result_.rows[static_cast<std::size_t>(row)])
          group.last = std::min(count, std::max(group.last, row + cell.rows));
      }
      result_.groups.push_back(group);
    }
    auto units = std::make_shared<BlockUnits>();
    units->pitch = style_.grid.pitch;
    // White above and below: a quarter of a grid line each besides what parts two lines anyway.
    units->repeated = result_.header_height + result_.body_padding * 2 + style_.grid.pitch.scaled(1, 2) + style_.grid.pitch -
                      style_.of(Element::body).size;
    Length end = result_.caption_height;
    for (const RowGroup& group : result_.groups) units->ends.push_back(end += result_.height_of(group.first, group.last));
    if (units->ends.empty()) units->ends.push_back(end);  // a header alone
    result_.units = std::move(units);
  }

  const Table& table_;
  const RichText& caption_;
  const TextSetter& setter_;
  const Style& style_;
  TableSetting result_;
  std::vector<CellPlace> places_;  ///< of the texts in each column
};

}  // namespace

TableSetting set_table(const Table& table, const RichText& caption, Length width, const TextSetter& setter) {
  return TableSetter(table, caption, width, setter).run();
}

}  // namespace banxin
