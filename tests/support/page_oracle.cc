#include "support/page_oracle.h"

#include <algorithm>

namespace banxin {

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
  for (int count = 0; next_figure + count <= figures; ++count) {
    int shrink = 0;
    for (int i = next_figure; i < next_figure + count; ++i) shrink = std::max(shrink, matter_.figures[static_cast<std::size_t>(i)].shrink);
    for (int shrunk = 0; shrunk <= shrink; ++shrunk) {
      for (const PagePlan& plan : arrange_figures(matter_.figures, next_figure, count, plan_room, costs_, shrunk)) {
        Draft draft;
        draft.at = at;
        draft.cost = cost + costs_.page + plan.cost;
        if (!too_dear(draft.cost)) go_on({at, index, next_figure, lines, plan}, draft);
      }
    }
  }
}

void PageOracle::go_on(const Page& page, Draft draft) {
  const int stop = stop_after(draft.at.block);
  const bool spans = stop < size() && block(stop).spans_all;
  if (is_at(draft.at, stop)) {
    const auto& heads = page.plan.head_lines;
    const bool figures_above = draft.line == 0 && *std::max_element(heads.begin(), heads.end()) > 0;
    if (spans ? !figures_above : draft.line > 0 && tallest_foot(page) == 0) {
      end_at(page, draft, stop);
      return;
    }
  } else {
    const Band to_foot{stop, page.lines - draft.line, 0, false, true};
    next_column(page, to_foot, draft, {.number = -1, .must = draft.must});
  }
  balance(page, draft, stop);
}

void PageOracle::balance(const Page& page, const Draft& draft, int stop) {
  const bool feet = stop == size() || !block(stop).spans_all;
  const int most = page.lines - draft.line - (feet ? 0 : tallest_foot(page));
  for (int height = 1; height <= most; ++height) {
    for (int shorter = 0; shorter < room_.columns; ++shorter) {
      const Band band{stop, height, shorter, true, feet};
      if (figures_of(page, draft, band) <= height) next_column(page, band, draft, {.number = -1, .must = draft.must});
    }
  }
}

void PageOracle::next_column(const Page& page, const Band& band, Draft draft, Column before) {
  Column column{.number = before.number + 1, .must = before.holds_text ? 0 : before.must};
  if (column.number == room_.columns) {
    draft.must = column.must;
    end_band(page, band, draft);
    return;
  }
  const int full = band.height - head(page, draft, column.number) - (band.feet ? foot(page, column.number) : 0);
  const bool foot_free = !band.feet || foot(page, column.number) == 0;
  const bool one_less = column.number >= room_.columns - band.shorter && foot_free && full > 0;
  if (one_less) draft.cost += costs_.uneven_foot;
  column.capacity = std::max(0, full - (one_less ? 1 : 0));
  if (too_dear(draft.cost)) return;
  if (column.capacity == 0) {
    next_column(page, band, draft, column);
    return;
  }
  begin_column(page, band, draft, column);
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
  const int room = column.capacity - column.used, above = head(page, draft, column.number);
  const int foot_lines = band.feet ? foot(page, column.number) : 0;
  if (!flow_ended && column.must > 0) draft.cost += costs_.heading_at_foot;
  if (!flow_ended && !authors) draft.cost += hole(room);
  if (flow_ended && band.balanced) {
    const int each = band.height > figures_of(page, draft, band) ? costs_.hole_one_line : costs_.room_beside_figure;
    draft.cost += !column.holds_text && above + foot_lines == 0 ? costs_.empty_column : each * room;
  }
  if (!too_dear(draft.cost)) next_column(page, band, draft, column);
}

void PageOracle::end_band(const Page& page, const Band& band, Draft draft) {
  if (is_at(draft.at, band.stop) != band.balanced) return;  // text that comes to its stop is balanced
  draft.line += band.height;
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
  if (!next.spans_all) {
    finish(page, draft, {stop + 1, 0, 0, -1});
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
    below.first_band = false;
    go_on(page, below);
  }
  if (draft.line == 0) return;
  draft.cost += hole(page.lines - tallest_foot(page) - draft.line) + (draft.must > 0 ? costs_.heading_at_foot : 0);
  finish(page, draft, {stop, 0, 0, -1});
}

void PageOracle::finish(const Page& page, Draft draft, FlowPosition end) {
  const int placed = static_cast<int>(page.plan.figures.size()), next = page.next_figure + placed;
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

int PageOracle::head(const Page& page, const Draft& draft, int column) const {
  return draft.first_band && draft.line == 0 ? page.plan.head_lines[static_cast<std::size_t>(column)] : 0;
}

int PageOracle::tallest_foot(const Page& page) const { return *std::max_element(page.plan.foot_lines.begin(), page.plan.foot_lines.end()); }

int PageOracle::figures_of(const Page& page, const Draft& draft, const Band& band) const {
  int most = 0;
  for (int column = 0; column < room_.columns; ++column) most = std::max(most, head(page, draft, column) + (band.feet ? foot(page, column) : 0));
  return most;
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
  while (stop < size() && !block(stop).spans_all && block(stop).forced_break != FillBlock::Break::page) ++stop;
  return stop;
}

int PageOracle::least_pages(const FlowPosition& at) const {
  int lines = -at.line;
  for (int index = at.block; index < size(); ++index) {
    const auto& ways = block(index).variants;
    const auto shortest = std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.lines < b.lines; });
    lines += block(index).spans_all ? shortest->lines * room_.columns : shortest->lines - block(index).shrink;
  }
  const int of_page = room_.lines * room_.columns;
  return (lines + of_page - 1) / of_page;
}

}  // namespace banxin
