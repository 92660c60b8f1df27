#include "layout/search_record.h"

#include <algorithm>
#include <utility>

namespace banxin {

namespace {

FlowPosition shifted(FlowPosition position, int blocks) {
  position.block += blocks;
  if (position.waiting >= 0) position.waiting += blocks;
  return position;
}

void shift(MadePage& page, const FlowEdit& edit) {
  const int blocks = edit.block_shift();
  page.end = shifted(page.end, blocks);
  for (FigurePlace& place : page.plan.figures) place.figure += edit.figure_shift();
  for (SpanningPiece& piece : page.spanning) piece.block += blocks;
  for (MadeBand& band : page.bands) {
    for (MadeColumn& column : band.columns) {
      column.begin = shifted(column.begin, blocks);
      column.fill.end = shifted(column.fill.end, blocks);
      for (ColumnPiece& piece : column.fill.pieces) piece.block += blocks;
    }
  }
}

void shift(PageState& state, const FlowEdit& edit, WayCost cost) {
  state.cost += cost;
  if (edit.block_shift() == 0 && edit.figure_shift() == 0) return;
  state.position = shifted(state.position, edit.block_shift());
  state.next_figure += edit.figure_shift();
  shift(state.page, edit);
}

bool is_alike_behind(FloatingFigure last, const FloatingFigure& now, int blocks) {
  last.anchor_block += blocks;
  return last == now;
}

/// The head block is of the first page alone.
PageRoom below_heads(PageRoom room) {
  room.first_page_line = 0;
  room.first_head.clear();
  return room;
}

bool has_same_rules(const SearchMatter& a, const SearchMatter& b) {
  return below_heads(a.room) == below_heads(b.room) && a.notes == b.notes && a.costs == b.costs && a.width == b.width;
}

bool has_same_head(const SearchMatter& a, const SearchMatter& b) {
  return a.room.first_page_line == b.room.first_page_line && a.room.first_head == b.room.first_head;
}

/// Whether a page tells by the blocks before `first` alone where it may end, wherever in the flow it begins.
class Foresight {
 public:
  Foresight(const SearchMatter& matter, int first, int flow_size) : first_(first), need_((matter.room.columns + 1) * matter.room.lines) {
    lines_to_.push_back(0);
    breaks_to_.push_back(0);
    for (int b = 0; b < first; ++b) {
      const FillBlock& block = matter.flow[static_cast<std::size_t>(b)];
      // What may wait may stand on the next page.
      const int lines = block.may_wait ? 0 : std::min(block.least_lines(), matter.room.lines);
      const bool ends_page = block.forced_break == FillBlock::Break::page && b + 1 < flow_size;
      lines_to_.push_back(lines_to_.back() + lines);
      breaks_to_.push_back(breaks_to_.back() + (ends_page ? 1 : 0));
    }
  }

  /// A column looks at most at the block behind the one that it cuts.
  bool sees_page_from(const FlowPosition& position) const {
    if (position.block >= first_) return false;
    if (breaks_to_.back() > breaks_to_[static_cast<std::size_t>(position.block)]) return true;
    const int begin = position.block + (position.line > 0 ? 1 : 0), end = first_ - 2;
    return begin < end && lines_to_[static_cast<std::size_t>(end)] - lines_to_[static_cast<std::size_t>(begin)] > need_;
  }

 private:
  int first_, need_;
  std::vector<int> lines_to_, breaks_to_;  ///< of the blocks before each
};

}  // namespace

FlowEdit flow_edit(const SearchMatter& last, const SearchMatter& now) {
  FlowEdit edit;
  edit.first =
      static_cast<int>(std::mismatch(last.flow.begin(), last.flow.end(), now.flow.begin(), now.flow.end()).first - last.flow.begin());
  const auto [figure, other] = std::mismatch(last.figures.begin(), last.figures.end(), now.figures.begin(), now.figures.end());
  if (figure != last.figures.end()) edit.first = std::min(edit.first, std::max(0, figure->anchor_block));
  if (other != now.figures.end()) edit.first = std::min(edit.first, std::max(0, other->anchor_block));
  if (!has_same_head(last, now)) edit.first = 0;

  const auto first_block = static_cast<std::ptrdiff_t>(edit.first);
  edit.last_end = static_cast<int>(
      std::mismatch(last.flow.rbegin(), last.flow.rend() - first_block, now.flow.rbegin(), now.flow.rend() - first_block).first.base() -
      last.flow.begin());
  edit.end = edit.last_end + static_cast<int>(now.flow.size()) - static_cast<int>(last.flow.size());

  const int blocks = edit.block_shift();
  const auto is_alike = [&](const FloatingFigure& a, const FloatingFigure& b) {
    return a.anchor_block >= edit.last_end && is_alike_behind(a, b, blocks);
  };
  edit.last_figure_end = static_cast<int>(
      std::mismatch(last.figures.rbegin(), last.figures.rend(), now.figures.rbegin(), now.figures.rend(), is_alike).first.base() -
      last.figures.begin());
  edit.figure_end = edit.last_figure_end + static_cast<int>(now.figures.size()) - static_cast<int>(last.figures.size());
  return edit;
}

int SearchRecord::begin(SearchMatter matter) {
  const bool is_known = is_whole_ && has_same_rules(matter_, matter);
  last_ = is_known ? std::move(now_) : Search();
  now_ = {};
  edit_ = is_known ? flow_edit(matter_, matter) : FlowEdit();
  is_whole_ = is_known && has_same_head(matter_, matter) && matter_.flow == matter.flow && matter_.figures == matter.figures;
  const int flow_size = static_cast<int>(std::min(matter_.flow.size(), matter.flow.size()));
  matter_ = std::move(matter);
  searched_ = 0;
  resumed_ = 0;
  if (is_whole_) {
    now_ = std::move(last_);
    return static_cast<int>(now_.ends.size()) - 1;
  }
  now_.ends = {{std::make_shared<PageState>()}};
  if (!is_known) return 0;
  const Foresight foresight(matter_, edit_.first, flow_size);
  // The first way to the end must be found anew, for it is what other ways are compared with.
  while (resumed_ + 1 < last_.ends.size() && (last_.pages_to_finish == 0 || resumed_ + 1 < last_.pages_to_finish)) {
    const PageStates& before = last_.ends[resumed_];
    if (!std::all_of(before.begin(), before.end(), [&](const auto& state) { return foresight.sees_page_from(state->position); })) break;
    ++resumed_;
  }
  now_.ends.assign(last_.ends.begin(), last_.ends.begin() + static_cast<std::ptrdiff_t>(resumed_) + 1);
  return static_cast<int>(resumed_);
}

void SearchRecord::add(const PageStates& ends, const std::shared_ptr<PageState>& finished) {
  ++searched_;
  now_.ends.push_back(ends);
  now_.finished = finished;
  if (finished != nullptr) {
    if (now_.pages_to_finish == 0) now_.pages_to_finish = now_.ends.size() - 1;
    return;
  }
  for (std::size_t pages = resumed_ + 1; pages < last_.ends.size(); ++pages) {
    if (may_go_on_from(pages) && go_on_alike(last_.ends[pages])) return take_over(pages);
  }
}

std::shared_ptr<PageState> SearchRecord::finish() {
  last_ = {};
  is_whole_ = true;
  return now_.finished;
}

/// Whether what is counted in pages stands as it did after so many of last time.
bool SearchRecord::may_go_on_from(std::size_t pages) const {
  const std::size_t now = now_.ends.size() - 1, all = last_.ends.size() - 1;
  if (last_.pages_to_finish != 0 && pages >= last_.pages_to_finish) return false;
  if (pages == now) return true;
  const auto most = static_cast<std::size_t>(matter_.room.most_pages);
  return matter_.room.most_columns == 0 && all < most && all - pages + now < most;
}

/// Costs count from the cheapest end.
bool SearchRecord::go_on_alike(const PageStates& last) const {
  const PageStates& now = ends();
  const auto is_alike = [&](const std::shared_ptr<PageState>& a, const std::shared_ptr<PageState>& b) {
    const bool is_behind_edit = b->position.block >= edit_.last_end && b->next_figure >= edit_.last_figure_end &&
                                (b->position.waiting < 0 || b->position.waiting >= edit_.last_end);
    return is_behind_edit && a->position == shifted(b->position, edit_.block_shift()) &&
           a->next_figure == b->next_figure + edit_.figure_shift() && a->cost - now.front()->cost == b->cost - last.front()->cost;
  };
  return !now.empty() && std::equal(now.begin(), now.end(), last.begin(), last.end(), is_alike);
}

/// The rest of last time's search, from its ends after so many pages on. These become the ends just added, for those behind them point to
/// them.
void SearchRecord::take_over(std::size_t pages) {
  const WayCost cost = ends().front()->cost - last_.ends[pages].front()->cost;
  const std::size_t now = now_.ends.size() - 1;
  for (std::size_t i = 0; i < ends().size(); ++i) *last_.ends[pages][i] = *ends()[i];
  for (std::size_t later = pages + 1; later < last_.ends.size(); ++later) {
    for (const auto& state : last_.ends[later]) shift(*state, edit_, cost);
  }
  if (last_.finished != nullptr) shift(*last_.finished, edit_, cost);
  now_.ends.pop_back();
  now_.ends.insert(now_.ends.end(), last_.ends.begin() + static_cast<std::ptrdiff_t>(pages), last_.ends.end());
  now_.finished = std::move(last_.finished);
  if (last_.pages_to_finish != 0) now_.pages_to_finish = last_.pages_to_finish - pages + now;
  finish();
}

}  // namespace banxin
