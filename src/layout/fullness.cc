#include "layout/fullness.h"

#include <algorithm>

namespace banxin {

namespace {

PageFullness fullness_of(const MadePage& page, const PageRoom& room) {
  PageFullness result{room.lines - page.first_line, std::vector<int>(static_cast<std::size_t>(room.columns), 0)};
  const auto reach = [&](int column, int span, int line) {
    for (int c = column; c < column + span; ++c) {
      int& filled = result.filled[static_cast<std::size_t>(c)];
      filled = std::max(filled, line);
    }
  };
  for (const MadeBand& band : page.bands) {
    for (const MadeColumn& column : band.columns) {
      const int used = lines_used(page, band, column);
      if (used > 0) reach(column.column, 1, band.first_line + used);
    }
  }
  for (const SpanningPiece& piece : page.spanning) reach(piece.column, piece.span, piece.line + piece.lines);
  for (const FigurePlace& figure : page.plan.figures)
    reach(figure.column, figure.span, figure.at_foot ? page.lines : figure.at + figure.lines);
  if (page.note_lines > 0) reach(0, room.columns, page.lines + page.lines_for_notes);
  return result;
}

}  // namespace

Fullness fullness_of(std::span<const MadePage> pages, const PageRoom& room) {
  Fullness result{room.lines, {}};
  for (const MadePage& page : pages) result.pages.push_back(fullness_of(page, room));
  return result;
}

}  // namespace banxin
