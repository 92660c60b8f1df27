#include "layout/page_attempt.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace banxin {

namespace {

bool ends_columns(const FillBlock& block) { return block.spans_all || block.forced_break == FillBlock::Break::page; }

int least_lines(const FillBlock& block) {
  int least = block.variants.front().lines;
  for (const BlockVariant& variant : block.variants) least = std::min(least, variant.lines);
  return std::max(0, least - block.shrink);
}

}  // namespace

/// The ways to fill one page, found band by band.
class PageAttempts {
 public:
  PageAttempts(const PageTrial& trial, const PagePlan& plan, const PageHead& head, int& limit)
      : trial_(trial),
        flow_(trial.rules_.flow),
        costs_(trial.rules_.costs),
        plan_(plan),
        head_(head),
        limit_(limit),
        anchor_costs_(anchor_costs(plan, trial.figures_, trial.room_.columns, costs_)) {}

  std::vector<PageAttempt> run(FlowPosition begin) {
    Draft draft{begin, 0, 0, trial_.empty_page(head_)};
    if (begin.block < flow_size() && flow_[static_cast<std::size_t>(begin.block)].spans_all)
      draft.begun = std::exchange(draft.position.line, 0);
    draft.page.plan = plan_;
    draft.page.cost = plan_.cost;
    go_on(draft);
    while (!below_spanning_.empty()) {
      const Draft next = std::move(below_spanning_.begin()->second);
      below_spanning_.erase(below_spanning_.begin());
      go_on(next);
    }
    return std::move(result_);
  }

 private:
  /// A page filled down to a line.
  struct Draft {
    FlowPosition position;
    int line = 0;  ///< lines taken
    int must = 0;  ///< lines of text that the block above wants below it
    MadePage page;
    int begun = 0;  ///< units that pages before hold of the block over all columns that comes next
  };

  int columns() const { return trial_.room_.columns; }
  int flow_size() const { return static_cast<int>(flow_.size()); }
  bool stands_at(const FlowPosition& position, int block) const { return position == FlowPosition{block, 0, 0, -1}; }
  int foot_of(std::size_t column) const { return plan_.foot_lines[column]; }
  int tallest_foot() const { return *std::max_element(plan_.foot_lines.begin(), plan_.foot_lines.end()); }
  bool has_frames() const { return !trial_.room_.frames.empty(); }
  /// The line below the last one of a column or of a frame.
  int foot_of_frame(std::size_t column) const {
    if (!has_frames()) return head_.lines;
    const FrameLines& frame = trial_.room_.frames[column];
    return frame.first + frame.count - head_.first_line;
  }
  /// Figures, and a head block, take the first lines of the first band alone; a frame begins where its template says.
  int head_of(const Draft& draft, std::size_t column) const {
    if (has_frames()) return plan_.head_lines[column] + std::max(0, trial_.room_.frames[column].first - head_.first_line);
    return draft.page.bands.empty() && draft.line == 0 ? plan_.head_lines[column] : 0;
  }

  void go_on(const Draft& draft) {
    const int stop = trial_.stops_[static_cast<std::size_t>(draft.position.block)];
    const bool nothing_above = draft.line == 0;
    const bool stop_spans = stop < flow_size() && flow_[static_cast<std::size_t>(stop)].spans_all;
    if (stands_at(draft.position, stop) && (stop_spans ? !nothing_above || !holds_head_figures() : !nothing_above && tallest_foot() == 0)) {
      end_at(draft, stop);
      return;
    }
    if (has_frames()) return fill_frames(draft, stop);
    bool reaches_stop = stands_at(draft.position, stop);
    if (!reaches_stop) reaches_stop = fill_to_foot(draft, stop);
    if (reaches_stop) balance(draft, stop);
  }

  /// The frames of a template are filled as they are, the last ones left empty where the flow ends.
  void fill_frames(const Draft& draft, int stop) {
    if (stands_at(draft.position, stop)) return end_at(draft, stop);
    fill_to_foot(draft, stop);
  }

  bool holds_head_figures() const { return *std::max_element(plan_.head_lines.begin(), plan_.head_lines.end()) > 0; }

  /// Columns down to the page's foot, the flow going on afterwards. Whether it can come to the stop on this page.
  bool fill_to_foot(const Draft& draft, int stop) {
    BandRoom room = band_room(draft, stop);
    for (std::size_t c = 0; c < room.capacities.size(); ++c)
      room.capacities[c] = std::max(0, foot_of_frame(c) - draft.line - head_of(draft, c) - foot_of(c));
    bool reaches_stop = false;
    for (const BandAttempt& attempt : trial_.filler_.fill(draft.position, room)) {
      if (stands_at(attempt.position, stop)) {
        reaches_stop = true;
        if (has_frames()) end_at(with_band(draft, attempt, room, head_.lines - draft.line, false), stop);
        continue;
      }
      Draft filled = with_band(draft, attempt, room, head_.lines - draft.line, false);
      const FlowPosition position = filled.position;
      finish(std::move(filled), position, head_.lines);
    }
    return reaches_stop;
  }

  BandRoom band_room(const Draft& draft, int stop) const {
    BandRoom room;
    room.capacities.assign(static_cast<std::size_t>(columns()), 0);
    room.measures = trial_.room_.measures;
    room.anchor_costs = &anchor_costs_;
    room.stop = stop;
    room.must = draft.must;
    return room;
  }

  Draft with_band(const Draft& draft, const BandAttempt& attempt, const BandRoom& room, int lines, bool balanced) const {
    Draft next = draft;
    MadeBand band;
    band.first_line = draft.line;
    band.lines = lines;
    band.balanced = balanced;
    for (std::size_t c = 0; c < attempt.columns.size(); ++c) {
      const BandAttempt::Column& column = attempt.columns[c];
      band.columns.push_back(
          {draft.line + head_of(draft, c), room.capacities[c], column.end->used, column.must, column.begin, *column.end});
    }
    next.page.bands.push_back(std::move(band));
    next.page.cost += attempt.cost;
    next.position = attempt.position;
    next.must = attempt.must;
    next.line += lines;
    return next;
  }

  /// A band as short as holds the text up to the stop, the first columns longer by a line where it does not come out even.
  void balance(const Draft& draft, int stop) {
    const bool stop_spans = stop < flow_size() && flow_[static_cast<std::size_t>(stop)].spans_all;
    const int least = least_height(draft, stop, stop_spans), most = head_.lines - draft.line - (stop_spans ? tallest_foot() : 0);
    const bool limited = stop == flow_size() && limit_ < std::numeric_limits<int>::max();
    int found = 0;
    for (int height = least; height <= most && found < trial_.width_.balance_heights; ++height) {
      // Where cheaper ways are known, higher bands only cost more.
      if (limited && height - least >= trial_.width_.limited_heights) return;
      std::optional<Draft> cheapest;
      for (int shorter = 0; shorter < columns(); ++shorter) try_height(draft, stop, stop_spans, height, shorter, cheapest);
      if (!cheapest) continue;
      ++found;
      end_at(*cheapest, stop);
    }
  }

  /// No column of fewer lines can hold the figures, nor all columns together the text.
  int least_height(const Draft& draft, int stop, bool stop_spans) const {
    int text = trial_.lines_from_[static_cast<std::size_t>(draft.position.block)] - trial_.lines_from_[static_cast<std::size_t>(stop)] -
               draft.position.line;
    const NoteRoom& notes = trial_.rules_.notes;
    if (notes.line_pitch > Length()) {
      const int lines = trial_.note_lines_from_[static_cast<std::size_t>(draft.position.block)] -
                        trial_.note_lines_from_[static_cast<std::size_t>(stop)] + draft.position.notes - note_lines_above(draft.position);
      text += static_cast<int>((notes.line_pitch * lines).raw() / notes.grid_pitch.raw());
    }
    for (std::size_t c = 0; c < plan_.head_lines.size(); ++c) text += head_of(draft, c) + (stop_spans ? 0 : foot_of(c));
    return std::max({1, figure_lines(draft, stop_spans), (text + columns() - 1) / columns()});
  }

  /// Of notes of the block at hand, on pages before.
  int note_lines_above(const FlowPosition& position) const {
    if (position.line == 0) return 0;
    return flow_[static_cast<std::size_t>(position.block)].variant(position.variant).notes_between(0, position.line, {}).all;
  }

  /// The most lines that figures take of any column of the band.
  int figure_lines(const Draft& draft, bool stop_spans) const {
    int most = 0;
    for (std::size_t c = 0; c < plan_.head_lines.size(); ++c) most = std::max(most, head_of(draft, c) + (stop_spans ? 0 : foot_of(c)));
    return most;
  }

  void try_height(const Draft& draft, int stop, bool stop_spans, int height, int shorter, std::optional<Draft>& cheapest) const {
    BandRoom room = band_room(draft, stop);
    const int room_cost = height > figure_lines(draft, stop_spans) ? costs_.hole_one_line : costs_.room_beside_figure;
    int uneven = 0;
    for (std::size_t c = 0; c < room.capacities.size(); ++c) {
      const int foot = stop_spans ? 0 : foot_of(c), head = head_of(draft, c);
      const bool one_less = static_cast<int>(c) >= columns() - shorter && foot == 0 && height > head;
      if (one_less) uneven += costs_.uneven_foot;
      room.capacities[c] = std::max(0, height - head - foot - (one_less ? 1 : 0));
      room.room_costs.push_back(room_cost);
      // Room left where the flow ends is the same fault as a hole, since other columns could have been shorter; not beside a figure that
      // the band cannot be shorter than.
      room.empty_costs.push_back(head + foot > 0 ? room_cost * room.capacities[c] : costs_.empty_column);
    }
    if (stop == flow_size()) room.limit = limit_;
    if (cheapest) room.limit = std::min(room.limit, cheapest->page.cost);
    room.limit -= draft.page.cost + uneven;
    for (const BandAttempt& attempt : trial_.filler_.fill(draft.position, room)) {
      if (!stands_at(attempt.position, stop)) continue;
      Draft way = with_band(draft, attempt, room, height, true);
      way.page.cost += uneven;
      if (!cheapest || way.page.cost < cheapest->page.cost) cheapest = std::move(way);
      return;  // they come by cost
    }
  }

  /// The columns have come to a stop: the end of the flow, a page break, or a block over all columns.
  void end_at(const Draft& draft, int stop) {
    if (stop == flow_size()) {
      finish(draft, draft.position, draft.line);
    } else if (flow_[static_cast<std::size_t>(stop)].spans_all) {
      place_spanning(draft, stop);
    } else {
      finish(draft, {stop + 1, 0, 0, -1}, draft.line);
    }
  }

  void finish(Draft draft, FlowPosition position, int lines) {
    draft.page.lines = lines;
    if (!draft.page.bands.empty()) draft.page.bands.back().last = draft.line == lines && ends_with_columns(draft.page);
    // A page of one line may cost more yet.
    if (stands_at(position, flow_size()) && !holds_one_line(draft.page)) limit_ = std::min(limit_, draft.page.cost);
    result_.push_back({position, std::move(draft.page)});
  }

  static bool ends_with_columns(const MadePage& page) {
    return page.spanning.empty() || page.spanning.back().line < page.bands.back().first_line;
  }

  void place_spanning(const Draft& draft, int stop) {
    const FillBlock& block = flow_[static_cast<std::size_t>(stop)];
    const int top = draft.line == 0 ? 0 : draft.line + block.space_before;
    const int room = head_.lines - tallest_foot() - top;
    if (!place_rest(draft, stop, top, room) && block.splittable) place_beginning(draft, stop, top, room);
    if (draft.line > 0) put_off(draft, stop);
  }

  /// All that is left of a block over all columns. Whether there is room for it.
  bool place_rest(const Draft& draft, int stop, int top, int room) {
    const FillBlock& block = flow_[static_cast<std::size_t>(stop)];
    const BlockVariant& way = block.variants.front();
    const int height = way.lines_of(draft.begun, way.unit_count());
    const bool ends_flow = stop + 1 == flow_size();
    const bool can_be_cut = block.splittable && draft.begun + 1 < way.unit_count();
    for (int shrunk = 0; shrunk <= block.shrink; ++shrunk) {
      const int lines = height - shrunk;
      const bool too_high = draft.line == 0 && tallest_foot() == 0 && lines > room && shrunk == block.shrink && !can_be_cut;
      if (!too_high && lines + (ends_flow ? 0 : block.keep_with_next) > room) continue;
      Draft next = draft;
      next.page.spanning.push_back({stop, top, std::min(lines, room), draft.begun, way.unit_count()});
      next.page.cost += shrunk * costs_.figure_shrunk + (too_high ? costs_.hole_more : 0);
      next.position = {stop + 1, 0, 0, -1};
      next.line = top + std::min(lines, room);
      next.must = block.keep_with_next;
      next.begun = 0;
      keep(std::move(next));
      return true;
    }
    return false;
  }

  /// As much of a block over all columns as the page has room for; the rest begins the next page.
  void place_beginning(const Draft& draft, int stop, int top, int room) {
    const FillBlock& block = flow_[static_cast<std::size_t>(stop)];
    const BlockVariant& way = block.variants.front();
    int end = draft.begun;
    while (end + block.widows < way.unit_count() && way.lines_of(draft.begun, end + 1) <= room) ++end;
    if (end - draft.begun < (draft.begun > 0 ? 1 : block.orphans)) {
      if (draft.line > 0 || tallest_foot() > 0 || draft.begun + 1 == way.unit_count()) return;
      end = draft.begun + 1;  // no page holds more
    }
    Draft next = draft;
    const int lines = way.lines_of(draft.begun, end);
    next.page.spanning.push_back({stop, top, std::min(lines, room), draft.begun, end});
    next.line = top + std::min(lines, room);
    next.page.cost += hole_cost(head_.lines - tallest_foot() - next.line, costs_) + (lines > room ? costs_.hole_more : 0);
    finish(std::move(next), {stop, 0, end, -1}, head_.lines);
  }

  /// Of the ways to come to a line below a block over all columns only the cheapest goes on.
  void keep(Draft draft) {
    const std::pair<int, int> place{draft.position.block, draft.line};
    const auto known = below_spanning_.find(place);
    if (known == below_spanning_.end() || draft.page.cost < known->second.page.cost) below_spanning_[place] = std::move(draft);
  }

  /// The block begins the next page, and the foot of this one stays free.
  void put_off(Draft draft, int stop) {
    draft.page.cost += hole_cost(head_.lines - tallest_foot() - draft.line, costs_) + (draft.must > 0 ? costs_.heading_at_foot : 0);
    const FlowPosition next{stop, 0, draft.begun, -1};
    finish(std::move(draft), next, head_.lines);
  }

  const PageTrial& trial_;
  std::span<const FillBlock> flow_;
  const PageCosts& costs_;
  const PagePlan& plan_;
  const PageHead& head_;
  int& limit_;
  const AnchorCosts anchor_costs_;
  std::map<std::pair<int, int>, Draft> below_spanning_;  ///< by the block that goes on and the line
  std::vector<PageAttempt> result_;
};

PageTrial::PageTrial(FillRules rules, std::span<const FloatingFigure> figures, const PageRoom& room, const SearchWidth& width)
    : rules_(std::move(rules)), figures_(figures), room_(room), width_(width), filler_(rules_, width) {
  const int size = static_cast<int>(rules_.flow.size());
  stops_.assign(rules_.flow.size() + 1, size);
  lines_from_.assign(rules_.flow.size() + 1, 0);
  note_lines_from_ = lines_from_;
  for (int block = size; block-- > 0;) {
    const auto b = static_cast<std::size_t>(block);
    stops_[b] = ends_columns(rules_.flow[b]) ? block : stops_[b + 1];
    lines_from_[b] = lines_from_[b + 1] + (rules_.flow[b].spans_all ? 0 : least_lines(rules_.flow[b]));
    const BlockVariant& any = rules_.flow[b].variants.front();
    note_lines_from_[b] = note_lines_from_[b + 1] + any.notes_between(0, any.unit_count(), {}).all;
  }
}

std::vector<PageAttempt> PageTrial::attempts(FlowPosition begin, const PagePlan& plan, const PageHead& head, int& limit) const {
  return PageAttempts(*this, plan, head, limit).run(begin);
}

MadePage PageTrial::empty_page(const PageHead& head) const {
  MadePage page;
  page.first_line = head.first_line;
  page.lines = head.lines;
  page.plan.head_lines.assign(static_cast<std::size_t>(room_.columns), 0);
  page.plan.foot_lines = page.plan.head_lines;
  return page;
}

int lines_used(const MadePage& page, const MadeBand& band, int column) {
  const auto c = static_cast<std::size_t>(column);
  if (band.last && page.plan.foot_lines[c] > 0) return band.lines;
  const MadeColumn& made = band.columns[c];
  if (made.fill.note_lines > 0) return band.lines;
  const int head = made.first_line - band.first_line;
  const bool stands_below_something = page.plan.head_lines[c] > 0;
  return made.used > 0 || stands_below_something ? head + made.used : 0;
}

}  // namespace banxin
