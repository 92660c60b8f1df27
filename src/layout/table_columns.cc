#include "layout/table_columns.h"

#include <algorithm>
#include <numeric>

namespace banxin {

namespace {

/// Texts up to so many characters are not turned for want of room: one character a line reads badly.
constexpr int short_text_ems = 8, least_short_text_ems = 2;
/// Wider than any page.
constexpr Length unlimited = Length::from_points(1e6);

/// The least and the greatest width that something can use, padding included.
struct Reach {
  Length least, most;
};

Length ink_width(const Line& line) { return line.ink_end - line.ink_start; }

Reach reach_of(const TableCell& cell, const TextStyle& type, int short_ems, const TextSetter& setter) {
  Reach reach;
  TextStyle ragged = type;
  ragged.align = Alignment::start;
  for (const RichText& text : cell.lines) {
    if (text.empty()) continue;
    const Length whole = ink_width(setter.label(text, ragged, type.size, unlimited).lines.front());
    reach.most = std::max(reach.most, whole);
    reach.least = std::max({reach.least, setter.longest_word(text, type), std::min(whole, type.size * short_ems)});
  }
  const Length padding = cell_padding(type) * 2;
  return {reach.least + padding, reach.most + padding};
}

Length sum(const std::vector<Length>& lengths) { return std::accumulate(lengths.begin(), lengths.end(), Length()); }

/// Gives `room` to the columns by their weights; what rounding leaves goes to the last one that has a weight.
void share(Length room, const std::vector<std::int64_t>& weights, std::vector<Length>& widths) {
  const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  if (all <= 0) return;
  Length given;
  std::size_t last = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (weights[i] <= 0) continue;
    const Length part = room.scaled(weights[i], all);
    widths[i] += part;
    given += part;
    last = i;
  }
  widths[last] += room - given;
}

class ColumnWidths {
 public:
  ColumnWidths(const Table& table, Length measure, const TextSetter& setter) : table_(table), measure_(measure), setter_(setter) {}

  std::vector<Length> run() {
    for (int ems = short_text_ems; ems >= least_short_text_ems; --ems) {
      read_cells(ems);
      if (sum(least_) <= measure_) break;
    }
    std::vector<Length> widths(least_.size());
    std::vector<bool> given(least_.size(), false);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto width = given_width(i);
      if (width) widths[i] = *width;
      given[i] = width.has_value();
    }
    fill(widths, given);
    return widths;
  }

 private:
  std::optional<Length> given_width(std::size_t column) const {
    if (column >= table_.widths.size() || !table_.widths[column]) return std::nullopt;
    const Style& style = setter_.style();
    return resolve(*table_.widths[column], {style.of(Element::table).size, style.grid.pitch, measure_});
  }

  void read_cells(int short_ems) {
    least_.assign(static_cast<std::size_t>(table_.columns), Length());
    most_ = least_;
    read_cells(short_ems, false);
    read_cells(short_ems, true);
    for (std::size_t i = 0; i < most_.size(); ++i) most_[i] = std::max(most_[i], least_[i]);
  }

  void read_cells(int short_ems, bool spanning) {
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (const TableCell& cell : table_.rows[row]) {
        if ((cell.columns > 1) != spanning) continue;
        const Reach reach = reach_of(cell, type_of_row(setter_.style(), table_, static_cast<int>(row)), short_ems, setter_);
        widen(least_, cell, reach.least);
        widen(most_, cell, reach.most);
      }
    }
  }

  /// What a cell over several columns wants more than they have is theirs in equal parts.
  static void widen(std::vector<Length>& widths, const TableCell& cell, Length wanted) {
    const auto first = widths.begin() + cell.column;
    const auto last = widths.begin() + std::min<std::ptrdiff_t>(cell.column + cell.columns, static_cast<std::ptrdiff_t>(widths.size()));
    const Length missing = wanted - std::accumulate(first, last, Length());
    if (missing <= Length()) return;
    for (auto width = first; width != last; ++width) *width += missing.scaled(1, last - first);
  }

  void fill(std::vector<Length>& widths, const std::vector<bool>& given) const {
    std::vector<Length> least, most;
    std::vector<std::int64_t> by_reach, by_most, by_least;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const bool free = !given[i];
      least.push_back(free ? least_[i] : Length());
      most.push_back(free ? most_[i] : Length());
      by_reach.push_back(free ? (most_[i] - least_[i]).raw() : 0);
      by_most.push_back(free ? most_[i].raw() : 0);
      by_least.push_back(free ? least_[i].raw() : 0);
    }
    const Length room = std::max(Length(), measure_ - sum(widths));
    const auto start_from = [&](const std::vector<Length>& natural) {
      for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += natural[i];
    };
    if (sum(most) <= room) {
      start_from(most);
      share(room - sum(most), by_most, widths);
    } else if (sum(least) <= room) {
      start_from(least);
      share(room - sum(least), by_reach, widths);
    } else {
      share(room, by_least, widths);
    }
  }

  const Table& table_;
  Length measure_;
  const TextSetter& setter_;
  std::vector<Length> least_, most_;  ///< of each column
};

}  // namespace

const TextStyle& type_of_row(const Style& style, const Table& table, int row) {
  return style.of(row < table.header_rows ? Element::table_header : Element::table);
}

std::vector<Length> table_column_widths(const Table& table, Length measure, const TextSetter& setter) {
  return ColumnWidths(table, measure, setter).run();
}

}  // namespace banxin
