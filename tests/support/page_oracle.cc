#include "support/page_oracle.h"

#include <algorithm>
#include <limits>

namespace banxin {

namespace {

constexpr std::size_t every = std::numeric_limits<std::size_t>::max();

}  // namespace

int PageOracle::least_cost(int below) {
  least_ = below;
  reached_.clear();
  page({}, 0, 0, 0);
  return least_;
}

void PageOracle::page(FlowPosition at, int index, int next_figure, int cost) {
  const int figures = static_cast<int>(matter_.figures.size());
  if (index > 0 && is_at(at, size()) && next_figure == figures) {
    least_ = std::min(least_, cost);
    return;
  }
  if (too_dear(cost + std::max(1, least_pages(at)) * costs_.page)) return;
  // Only the first page differs from others, and nothing comes back to its beginning.
  const auto [known, is_new] = reached_.try_emplace({at, next_figure}, cost);
  if (!is_new && known->second <= cost) return;
  known->second = cost;
  const int lines = index == 0 ? room_.lines - room_.first_page_line : room_.lines;
  const PlanRoom plan_room{room_.columns, lines, room_.lead_span, {}};
  FigureArrangements arrangements(matter_.figures, next_figure, plan_room, costs_, {every, every});
  for (int count = 0; next_figure + count <= figures; ++count) {
    for (const PagePlan& plan : arrangements.of(count)) {
      Draft draft;
      draft.at = at;
      draft.cost = cost + costs_.page + plan.cost;
      if (!too_dear(draft.cost)) go_on({at, index, next_figure, lines, plan}, draft);
    }
  }
}

void PageOracle::go_on(const Page& page, Draft draft) {
  const int stop = stop_after(draft.at.block);
  if (is_at(draft.at, stop)) {
    const auto& heads = page.plan.head_lines;
    const bool figures_above = draft.line == 0 && *std::max_element(heads.begin(), heads.end()) > 0;
    if (spans_all(stop) ? !figures_above : draft.line > 0 && tallest_foot(page) == 0) {
      end_at(page, draft, stop);
      return;
    }
  } else {
    Band to_foot = row(page, draft, stop);
    to_foot.lines = page.lines - draft.line;
    for (int column = 0; column < room_.columns; ++column) {
      const auto c = static_cast<std::size_t>(column);
      to_foot.capacities.push_back(std::max(0, page.lines - foot(page, column) - to_foot.tops[c]));
    }
    next_column(page, to_foot, draft, {.number = -1, .must = draft.must});
  }
  balance(page, draft, stop);
  const int span = span_after(draft.at.block);
  if (span < stop && !is_at(draft.at, span)) balance(page, draft, span);
  if (span < stop && is_at(draft.at, span)) put_off(page, draft, span);
}

PageOracle::Band PageOracle::row(const Page& page, const Draft& draft, int stop) const {
  Band band;
  band.end_column = room_.columns;
  band.stop = stop;
  band.first_line = draft.line;
  band.feet = stop == size() || (!spans_all(stop) && block(stop).span == 1);
  for (int column = 0; column < room_.columns; ++column) band.tops.push_back(draft.line + head(page, draft, column));
  return band;
}

void PageOracle::balance(const Page& page, const Draft& draft, int stop) {
  const Band room = row(page, draft, stop);
  const int most = page.lines - draft.line - (room.feet ? 0 : tallest_foot(page));
  for (int lines = 1; lines <= most; ++lines) {
    for (int shorter = 0; shorter < room_.columns; ++shorter) {
      Draft next = draft;
      const Band band = level(page, room, lines, shorter, next);
      if (!band.capacities.empty()) next_column(page, band, next, {.number = -1, .must = draft.must});
    }
  }
}

/// The band's columns as high as each other, the last ones a line shorter; without capacities where figures need more lines.
PageOracle::Band PageOracle::level(const Page& page, const Band& room, int lines, int shorter, Draft& draft) const {
  Band band = room;
  band.lines = lines;
  band.balanced = true;
  band.capacities.assign(band.tops.size(), 0);
  int most = 0;
  for (int column = band.first_column; column < band.end_column; ++column) {
    const auto c = static_cast<std::size_t>(column);
    const int foot_lines = band.feet ? foot(page, column) : 0, above = band.tops[c] - band.first_line;
    most = std::max(most, above + foot_lines);
    const bool one_less = column >= band.end_column - shorter && foot_lines == 0 && lines > above;
    if (one_less) draft.cost += costs_.uneven_foot;
    band.capacities[c] = std::max(0, lines - above - foot_lines - (one_less ? 1 : 0));
  }
  band.at_figures = most == lines;
  if (most > lines) band.capacities.clear();
  return band;
}

void PageOracle::next_column(const Page& page, const Band& band, Draft draft, Column before) {
  Column column{.number = before.number + 1, .must = before.holds_text ? 0 : before.must};
  if (before.number < band.first_column) column.number = band.first_column;
  if (too_dear(draft.cost)) return;
  if (column.number == band.end_column) {
    if (band.spanning >= 0) {
      const int line = band.first_line + band.lines + block(band.spanning).space_before;
      if (is_at(draft.at, band.spanning)) place_in_group(page, band, *band.outer, draft, line);
    } else if (band.outer != nullptr) {
      next_column(page, *band.outer, draft, {.number = band.end_column - 1, .must = column.must});
    } else {
      draft.must = column.must;
      end_band(page, band, draft);
    }
    return;
  }
  int widest = 1;
  for (int block = span_after(draft.at.block); block < band.stop; block = span_after(block + 1)) {
    // One no wider than another before it stands below that.
    const int span = this->block(block).span;
    if (span > widest && column.number + span <= band.end_column) group(page, band, draft, column.number, block, column.must);
    widest = std::max(widest, span);
  }
  column.capacity = band.capacities[static_cast<std::size_t>(column.number)];
  if (column.capacity == 0)
    next_column(page, band, draft, column);
  else
    begin_column(page, band, draft, column);
}

/// A block over some of the columns, text above it in these of every height.
void PageOracle::group(const Page& page, const Band& band, const Draft& draft, int first, int block, int must) {
  Band above = band;
  above.first_column = first;
  above.end_column = first + this->block(block).span;
  above.stop = above.spanning = block;
  above.outer = &band;
  above.feet = false;
  int tallest = band.first_line;
  for (int column = first; column < above.end_column; ++column) tallest = std::max(tallest, band.tops[static_cast<std::size_t>(column)]);
  if (is_at(draft.at, block) && tallest == band.first_line) {
    place_in_group(page, above, band, draft, band.first_line == 0 ? 0 : band.first_line + this->block(block).space_before);
    return;
  }
  for (int lines = 1; band.first_line + lines < page.lines; ++lines) {
    for (int shorter = 0; shorter < this->block(block).span; ++shorter) {
      Draft next = draft;
      const Band filled = level(page, above, lines, shorter, next);
      if (!filled.capacities.empty()) next_column(page, filled, next, {.number = -1, .must = must});
    }
  }
}

void PageOracle::place_in_group(const Page& page, const Band& above, const Band& band, Draft draft, int line) {
  const FillBlock& spanning = block(above.spanning);
  Band below = band;
  below.first_column = above.first_column;
  below.end_column = above.end_column;
  below.outer = &band;
  below.spanning = -1;
  below.first_line = line + spanning.variants.front().lines;
  below.lines = band.first_line + band.lines - below.first_line;
  const int wanted = above.spanning + 1 == size() ? 0 : spanning.keep_with_next;
  for (int column = below.first_column; column < below.end_column; ++column) {
    const auto c = static_cast<std::size_t>(column);
    below.capacities[c] = band.tops[c] + band.capacities[c] - below.first_line;
    below.tops[c] = below.first_line;
    if (below.capacities[c] < wanted) return;
  }
  draft.at = {above.spanning + 1, 0, 0, -1};
  draft.spans = draft.beside_group = true;
  next_column(page, below, draft, {.number = -1, .must = spanning.keep_with_next});
}

/// A figure that waits comes first, at any height it may have.
void PageOracle::begin_column(const Page& page, const Band& band, const Draft& draft, const Column& column) {
  if (draft.at.line > 0) {
    Column going_on = column;
    going_on.must = 0;
    if (draft.at.waiting < 0) fill(page, band, draft, going_on);
    if (draft.at.waiting < 0) return;
  }
  const int waiting = draft.at.waiting;
  bool fits = false;
  for (int shrunk = 0; waiting >= 0 && shrunk <= block(waiting).shrink; ++shrunk) {
    const int lines = block(waiting).variants.front().lines - shrunk;
    if (lines > column.capacity) continue;
    fits = true;
    Draft placed = draft;
    placed.at.waiting = -1;
    placed.cost += costs_.figure_put_off + shrunk * costs_.figure_shrunk + distance(page, waiting, column.number);
    placed.text += lines;
    placed.last_column = column.number;
    Column below = column;
    below.used = lines;
    below.holds_text = true;
    if (draft.at.line > 0) below.must = 0;
    if (draft.at.line > 0 && below.used == below.capacity)
      end_column(page, band, placed, below, false, false);
    else
      fill(page, band, placed, below);
  }
  if (!fits) fill(page, band, draft, column);
}

void PageOracle::fill(const Page& page, const Band& band, Draft draft, Column column) {
  if (too_dear(draft.cost)) return;
  const FlowPosition at = draft.at;
  if (at.line > 0) {
    place(page, band, draft, column, at.variant);
    return;
  }
  if (at.block == band.stop) {
    end_column(page, band, draft, column, at.waiting < 0, false);
    return;
  }
  const FillBlock& next = block(at.block);
  if (next.forced_break != FillBlock::Break::none) {
    ++draft.at.block;
    end_column(page, band, draft, column, false, true);
    return;
  }
  end_column(page, band, draft, column, false, false);
  if (next.span > 1) return;
  for (int variant = 0; variant < static_cast<int>(next.variants.size()); ++variant) place(page, band, draft, column, variant);
  const int top = column.used == 0 ? 0 : column.used + next.space_before;
  if (next.may_wait && at.waiting < 0 && next.variants.front().lines - next.shrink > column.capacity - top) {
    draft.at = {at.block + 1, 0, 0, at.block};
    fill(page, band, draft, column);
  }
}

/// The block whole, lower or cut after each of its lines.
void PageOracle::place(const Page& page, const Band& band, const Draft& draft, const Column& column, int variant) {
  const FlowPosition at = draft.at;
  const FillBlock& next = block(at.block);
  if (next.may_wait && at.waiting >= 0) return;
  const BlockVariant& way = next.variant(variant);
  const int top = column.used == 0 || at.line > 0 ? column.used : column.used + next.space_before;
  const int rest = way.lines - at.line, room = column.capacity - top;
  Draft placed = draft;
  placed.last_column = column.number;
  placed.cost += at.line == 0 ? way.cost : 0;
  Column below = column;
  below.holds_text = true;
  for (int shrunk = 0; shrunk <= next.shrink; ++shrunk) {
    if (rest - shrunk > room) continue;
    Draft whole = placed;
    whole.at = {at.block + 1, 0, 0, at.waiting};
    whole.cost += shrunk * costs_.figure_shrunk + distance(page, at.block, column.number);
    whole.text += rest - shrunk;
    below.used = top + rest - shrunk;
    below.must = next.keep_with_next;
    fill(page, band, whole, below);
  }
  for (int lines = 1; next.splittable && lines < rest && lines <= room; ++lines) {
    Draft cut = placed;
    cut.at = {at.block, variant, at.line + lines, at.waiting};
    if (at.line == 0 && lines < next.orphans) cut.cost += costs_.orphan;
    if (rest - lines < next.widows) cut.cost += costs_.widow;
    if (lines < column.must) cut.cost += costs_.heading_at_foot;
    cut.text += lines;
    below.used = top + lines;
    below.must = 0;
    end_column(page, band, cut, below, false, false);
  }
}

void PageOracle::end_column(const Page& page, const Band& band, Draft draft, Column column, bool flow_ended, bool authors) {
  const int room = column.capacity - column.used, above = band.tops[static_cast<std::size_t>(column.number)] - band.first_line;
  const int foot_lines = band.feet ? foot(page, column.number) : 0;
  if (!flow_ended && column.must > 0) draft.cost += costs_.heading_at_foot;
  if (!flow_ended && !authors) draft.cost += hole(room);
  const bool is_empty = !column.holds_text && above + foot_lines == 0;
  if (!flow_ended && !authors && band.balanced && is_empty && column.capacity > 0) draft.cost += costs_.empty_column;
  if (flow_ended && band.balanced) {
    const int each = band.at_figures ? costs_.room_beside_figure : costs_.hole_one_line;
    draft.cost += is_empty ? std::max(costs_.empty_column, draft.beside_group ? each * room : 0) : each * room;
  }
  if (!too_dear(draft.cost)) next_column(page, band, draft, column);
}

void PageOracle::end_band(const Page& page, const Band& band, Draft draft) {
  if (is_at(draft.at, band.stop) != band.balanced) return;  // text that comes to its stop is balanced
  draft.line += band.lines;
  draft.first_band = false;
  if (band.balanced) {
    end_at(page, draft, band.stop);
    return;
  }
  if (draft.at.line > 0 && draft.last_column >= 0) draft.cost += distance(page, draft.at.block, draft.last_column);
  finish(page, draft, draft.at);
}

void PageOracle::end_at(const Page& page, Draft draft, int stop) {
  if (stop == size()) {
    finish(page, draft, draft.at);
    return;
  }
  const FillBlock& next = block(stop);
  if (next.forced_break != FillBlock::Break::none) {
    finish(page, draft, {stop + 1, 0, 0, -1});
    return;
  }
  if (!spans_all(stop)) {
    put_off(page, draft, stop);
    return;
  }
  const int top = draft.line == 0 ? 0 : draft.line + next.space_before;
  const int wanted = stop + 1 == size() ? 0 : next.keep_with_next;
  if (top + next.variants.front().lines + wanted <= page.lines - tallest_foot(page)) {
    Draft below = draft;
    below.at = {stop + 1, 0, 0, -1};
    below.line = top + next.variants.front().lines;
    below.must = next.keep_with_next;
    below.last_column = -1;
    below.spans = true;
    below.beside_group = false;
    below.first_band = false;
    go_on(page, below);
  }
  put_off(page, draft, stop);
}

/// The block begins the next page.
void PageOracle::put_off(const Page& page, Draft draft, int block) {
  if (draft.line == 0) return;
  draft.cost += costs_.hole_one_line * (page.lines - tallest_foot(page) - draft.line) + (draft.must > 0 ? costs_.heading_at_foot : 0);
  finish(page, draft, {block, 0, 0, -1});
}

void PageOracle::finish(const Page& page, Draft draft, FlowPosition end) {
  const int placed = static_cast<int>(page.plan.figures.size()), next = page.next_figure + placed;
  if (is_behind_page_break(end) && next < static_cast<int>(matter_.figures.size()) &&
      matter_.figures[static_cast<std::size_t>(next)].anchor_block < end.block - 1)
    end = {end.block - 1, 0, 0, -1};  // these figures stand before the break
  if (end == page.begin && placed == 0) return;
  const auto has_begun = [&](int anchor) { return anchor < end.block || (anchor == end.block && end.line > 0); };
  for (int figure = 0; figure < static_cast<int>(matter_.figures.size()); ++figure) {
    const int anchor = matter_.figures[static_cast<std::size_t>(figure)].anchor_block;
    if (figure >= page.next_figure && figure < next && !has_begun(anchor)) return;
    if (figure >= next && has_begun(anchor)) draft.cost += costs_.figure_deferred;
  }
  const bool ends_article = is_at(end, size()) && next == static_cast<int>(matter_.figures.size());
  if (ends_article && page.index > 0 && draft.text == 1 && placed == 0 && !draft.spans) draft.cost += costs_.short_page;
  if (!too_dear(draft.cost)) this->page(end, page.index + 1, next, draft.cost);
}

bool PageOracle::is_behind_page_break(const FlowPosition& end) const {
  return end.block > 0 && is_at(end, end.block) && block(end.block - 1).forced_break == FillBlock::Break::page;
}

int PageOracle::head(const Page& page, const Draft& draft, int column) const {
  return draft.first_band && draft.line == 0 ? page.plan.head_lines[static_cast<std::size_t>(column)] : 0;
}

int PageOracle::tallest_foot(const Page& page) const { return *std::max_element(page.plan.foot_lines.begin(), page.plan.foot_lines.end()); }

bool PageOracle::spans_all(int index) const { return index < size() && block(index).span > 1 && block(index).span >= room_.columns; }

int PageOracle::span_after(int block_index) const {
  int next = block_index;
  while (next < size() && (block(next).span == 1 || spans_all(next))) ++next;
  return next;
}

int PageOracle::hole(int lines) const {
  if (lines <= 0) return 0;
  if (lines == 1) return costs_.hole_one_line;
  return lines == 2 ? costs_.hole_two_lines : lines * costs_.hole_more;
}

int PageOracle::distance(const Page& page, int block, int column) const {
  int cost = 0;
  for (const FigurePlace& place : page.plan.figures) {
    if (matter_.figures[static_cast<std::size_t>(place.figure)].anchor_block != block) continue;
    const int last = place.column + place.span - 1;
    cost += column > last ? (column - last) * costs_.figure_ahead : std::max(0, place.column - column) * costs_.figure_distance;
  }
  return cost;
}

int PageOracle::stop_after(int block_index) const {
  int stop = block_index;
  while (stop < size() && !spans_all(stop) && block(stop).forced_break != FillBlock::Break::page) ++stop;
  return stop;
}

int PageOracle::least_pages(const FlowPosition& at) const {
  int lines = -at.line;
  for (int index = at.block; index < size(); ++index) {
    const auto& ways = block(index).variants;
    const auto shortest = std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.lines < b.lines; });
    lines += (shortest->lines - block(index).shrink) * (spans_all(index) ? room_.columns : block(index).span);
  }
  const int of_page = room_.lines * room_.columns;
  return (lines + of_page - 1) / of_page;
}

}  // namespace banxin
