#include "layout/page_charges.h"

#include <algorithm>
#include <numeric>

#include "layout/figure_charges.h"

namespace banxin {

namespace {

/// Charges of one page.
class PageCharger {
 public:
  PageCharger(const ChargedPages& article, std::size_t index)
      : article_(article), flow_(article.matter.flow), costs_(article.costs), page_(article.pages[index]), index_(index) {}

  std::vector<PageCharge> run() {
    charge(&PageCosts::page);
    if (is_without_text()) {
      if (!is_authors_figure_page()) charge(&PageCosts::hole_more);
    } else {
      append(arrangement_charges(page_.plan, page_of_figures()));
    }
    for (const SpanningPiece& piece : page_.spanning) charge_spanning(piece);
    for (std::size_t band = 0; band < page_.bands.size(); ++band) charge_band(static_cast<int>(band));
    charge_put_off();
    append(distance_charges(page_, flow_, page_of_figures()));
    charge_notes();
    charge_deferred();
    if (index_ > 0 && index_ + 1 == article_.pages.size() && holds_one_line()) charge(&PageCosts::short_page);
    return std::move(charges_);
  }

 private:
  const FillBlock& block(int index) const { return flow_[static_cast<std::size_t>(index)]; }

  int lines_of(const ColumnPiece& piece) const {
    return block(piece.block).variant(piece.variant).lines_of(piece.line_begin, piece.line_end);
  }

  void charge(int PageCosts::*cost, int times = 1, int block = -1, int column = -1) {
    add({cost, times, times * costs_.*cost, block, -1, column});
  }
  void add(const PageCharge& charge) {
    if (charge.amount != 0) charges_.push_back(charge);
  }
  void append(const std::vector<PageCharge>& more) {
    for (const PageCharge& charge : more) add(charge);
  }

  void charge_hole(int lines, int block, int column) {
    if (lines == 1) charge(&PageCosts::hole_one_line, 1, block, column);
    if (lines == 2) charge(&PageCosts::hole_two_lines, 1, block, column);
    if (lines > 2) charge(&PageCosts::hole_more, lines, block, column);
  }

  bool is_without_text() const { return page_.bands.empty() && page_.spanning.empty() && page_.note_lines == 0; }
  bool is_authors_figure_page() const {
    const auto& places = page_.plan.figures;
    return !places.empty() && article_.matter.figures[static_cast<std::size_t>(places.front().figure)].place == FloatingFigure::Place::page;
  }

  int lines_of_page() const { return std::max(0, article_.room.lines - page_.first_line); }
  const NoteRoom& note_room() const { return article_.matter.notes; }

  PageOfFigures page_of_figures() const {
    return {article_.matter.figures,
            article_.room,
            costs_,
            article_.room.columns_of(static_cast<int>(index_)),
            lines_of_page(),
            index_ == 0 ? article_.room.first_head : std::vector<int>()};
  }

  void charge_spanning(const SpanningPiece& piece) {
    const FillBlock& spanning = block(piece.block);
    const int lower = spanning.variant(piece.variant).lines_of(piece.begin, piece.end) - piece.lines;
    charge(&PageCosts::figure_shrunk, std::min(lower, spanning.shrink), piece.block);
    if (lower > spanning.shrink) charge(&PageCosts::hole_more, 1, piece.block);
  }

  void charge_band(int index) {
    const MadeBand& band = page_.bands[static_cast<std::size_t>(index)];
    for (const MadeColumn& column : band.columns) {
      charge_column(column, column.column);
      if (column.fill.stop == ColumnStop::flow_ended && band.balanced && column.capacity > 0) charge_room(index, column);
      if (band.balanced) charge_foot(band, column, column.column);
      if (band.balanced && is_skipped(band, column)) charge(&PageCosts::empty_column, 1, -1, column.column);
    }
  }

  /// Left empty though the flow goes on behind it.
  bool is_skipped(const MadeBand& band, const MadeColumn& made) const {
    return made.fill.stop == ColumnStop::text_goes_on && made.fill.pieces.empty() && made.capacity > 0 && !is_beside_figure(band, made);
  }

  bool is_beside_figure(const MadeBand& band, const MadeColumn& made) const {
    return made.first_line > band.first_line || foot_lines(band, made.column) > 0;
  }

  int foot_lines(const MadeBand& band, int column) const {
    // Only the band that ends at the page's foot, or with the article, goes round figures there.
    return band.last ? page_.plan.foot_lines[static_cast<std::size_t>(column)] : 0;
  }

  void charge_column(const MadeColumn& made, int column) {
    if (made.capacity <= 0) return;
    int must = made.begin.line > 0 ? 0 : made.must;
    for (const ColumnPiece& piece : made.fill.pieces) {
      charge_piece(made, piece, column);
      const bool is_cut = piece.line_end < block(piece.block).variant(piece.variant).unit_count();
      if (is_cut && must > std::min(lines_of(piece), made.capacity - piece.at))
        charge(&PageCosts::heading_at_foot, 1, piece.block - 1, column);
      if (is_cut) {
        must = 0;
      } else if (piece.block != made.begin.waiting) {
        must = block(piece.block).keep_with_next;
      }
    }
    if (made.fill.stop != ColumnStop::flow_ended && must > 0) charge(&PageCosts::heading_at_foot, 1, made.fill.end.block - 1, column);
    if (made.fill.stop == ColumnStop::text_goes_on) charge_hole(made.capacity - made.used, made.fill.end.block, column);
  }

  void charge_piece(const MadeColumn& made, const ColumnPiece& piece, int column) {
    const FillBlock& set = block(piece.block);
    const BlockVariant& variant = set.variant(piece.variant);
    if (piece.block == made.begin.waiting) charge(&PageCosts::figure_put_off, 1, piece.block, column);
    if (piece.line_begin == 0) add({&PageCosts::other_lines, 1, variant.cost, piece.block, -1, column});
    charge(&PageCosts::figure_shrunk, piece.shrunk, piece.block, column);
    if (lines_of(piece) - piece.shrunk > made.capacity - piece.at) charge(&PageCosts::hole_more, 1, piece.block, column);
    const int rest = variant.unit_count() - piece.line_end;
    if (rest > 0 && piece.line_begin == 0 && piece.line_end < set.orphans) charge(&PageCosts::orphan, 1, piece.block, column);
    if (rest > 0 && rest < set.widows) charge(&PageCosts::widow, 1, piece.block, column);
    if (piece.line_begin > 0) charge_widow_of_other_width(made, piece, column);
  }

  /// A rest long enough in the column where it was cut can be too short in a wider one.
  void charge_widow_of_other_width(const MadeColumn& made, const ColumnPiece& piece, int column) {
    const FillBlock& set = block(piece.block);
    const int rest = set.variant(piece.variant).unit_count() - piece.line_begin;
    const int rest_before = set.variant(made.begin.variant).unit_count() - piece.line_begin;
    if (rest < set.widows && rest_before >= set.widows) charge(&PageCosts::widow, 1, piece.block, column);
  }

  /// What the end of the flow leaves free in a balanced column.
  void charge_room(int index, const MadeColumn& made) {
    const MadeBand& band = page_.bands[static_cast<std::size_t>(index)];
    const int column = made.column;
    const int room = made.capacity - made.used;
    const auto room_cost = band.at_figures ? &PageCosts::room_beside_figure : &PageCosts::hole_one_line;
    const bool as_hole = is_beside_figure(band, made) || (is_after_group(index) && room * costs_.*room_cost > costs_.empty_column);
    if (made.fill.pieces.empty() && !as_hole)
      charge(&PageCosts::empty_column, 1, -1, column);
    else
      charge(room_cost, room, -1, column);
  }

  /// Whether a block over some of the columns was read before the band, below the last one over all of them.
  bool is_after_group(int band) const {
    bool found = false;
    for (const SpanningPiece& piece : page_.spanning) {
      if (piece.band <= band) found = piece.span < article_.room.columns;
    }
    return found;
  }

  void charge_foot(const MadeBand& band, const MadeColumn& made, int column) {
    const int full = band.lines - (made.first_line - band.first_line) - foot_lines(band, column);
    if (made.capacity < full) charge(&PageCosts::uneven_foot, 1, -1, column);
  }

  /// Notes over all columns: carried on to the next page, or with room above them that no text fills.
  void charge_notes() {
    if (!note_room().over_page) return;
    if (page_.end.notes > 0) {
      const FlowPosition begin = index_ > 0 ? article_.pages[index_ - 1].end : FlowPosition();
      const NoteLines notes = notes_between(flow_, begin, page_.end);
      const bool torn = note_foot(note_room(), notes, page_.lines_for_notes).torn;
      if (torn)
        charge(&PageCosts::note_torn);
      else
        charge(&PageCosts::note_carried_on, article_.room.columns);
    } else {
      const int free = page_.lines_for_notes - note_room().taken(page_.note_lines);
      charge_hole(free, page_.end.block, -1);
    }
  }

  bool ended_at_break() const {
    const FlowPosition begin = index_ > 0 ? article_.pages[index_ - 1].end : FlowPosition();
    return page_.end != begin && page_.end.line == 0 && page_.end.block > 0 &&
           block(page_.end.block - 1).forced_break == FillBlock::Break::page;
  }

  /// A block over several columns that found no room on a page that was begun, or not for all of it, leaves its foot free.
  void charge_put_off() {
    if (is_without_text() || page_.end.waiting >= 0 || page_.end.block >= static_cast<int>(flow_.size())) return;
    if (!was_put_off(block(page_.end.block)) || ended_at_break()) return;
    int taken = 0;
    for (const MadeBand& band : page_.bands) taken = std::max(taken, band.first_line + band.lines);
    for (const SpanningPiece& piece : page_.spanning) taken = std::max(taken, piece.line + piece.lines);
    const int free =
        lines_of_page() - page_.lines_for_notes - taken - *std::max_element(page_.plan.foot_lines.begin(), page_.plan.foot_lines.end());
    const bool was_cut = !page_.spanning.empty() && page_.spanning.back().block == page_.end.block;
    if (was_cut) {
      charge_hole(free, page_.end.block, -1);
      return;
    }
    if (!page_.spanning.empty() && !has_text_from(page_.spanning.back().band) && block(page_.spanning.back().block).keep_with_next > 0)
      charge(&PageCosts::heading_at_foot, 1, page_.spanning.back().block);
    charge(&PageCosts::hole_one_line, free, page_.end.block);
  }

  /// Columns that a block over some of them ended one by one are no page that it was put off from.
  bool was_put_off(const FillBlock& next) const {
    return next.span > 1 && (next.span >= article_.room.columns || page_.bands.empty() || page_.bands.back().balanced);
  }

  bool has_text_from(int band) const {
    return std::any_of(page_.bands.begin() + band, page_.bands.end(), [](const MadeBand& below) {
      return std::any_of(below.columns.begin(), below.columns.end(), [](const MadeColumn& column) { return !column.fill.pieces.empty(); });
    });
  }

  void charge_deferred() {
    if (is_without_text() && !is_authors_figure_page()) return;
    int next = 0;
    for (std::size_t i = 0; i <= index_; ++i) next += static_cast<int>(article_.pages[i].plan.figures.size());
    for (; next < static_cast<int>(article_.matter.figures.size()); ++next) {
      const int anchor = article_.matter.figures[static_cast<std::size_t>(next)].anchor_block;
      if (anchor > page_.end.block || (anchor == page_.end.block && page_.end.line == 0)) return;  // they come in order
      add({&PageCosts::figure_deferred, 1, costs_.figure_deferred, anchor, next, -1});
    }
  }

  bool holds_one_line() const {
    int lines = 0;
    for (const MadeBand& band : page_.bands)
      lines +=
          std::accumulate(band.columns.begin(), band.columns.end(), 0, [](int sum, const MadeColumn& column) { return sum + column.used; });
    return lines == 1 && page_.spanning.empty() && page_.plan.figures.empty();
  }

  const ChargedPages& article_;
  std::span<const FillBlock> flow_;
  const PageCosts& costs_;
  const MadePage& page_;
  std::size_t index_;
  std::vector<PageCharge> charges_;
};

}  // namespace

std::vector<PageCharge> page_charges(const ChargedPages& article, std::size_t index) { return PageCharger(article, index).run(); }

int sum_of(std::span<const PageCharge> charges) {
  return std::accumulate(charges.begin(), charges.end(), 0, [](int sum, const PageCharge& charge) { return sum + charge.amount; });
}

}  // namespace banxin
