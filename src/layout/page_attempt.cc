#include "layout/page_attempt.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "layout/page_notes.h"

namespace banxin {

/// The ways to fill one page, found band by band.
class PageAttempts {
 public:
  PageAttempts(const PageTrial& trial, const PageStart& start, const PagePlan& plan, int& limit)
      : trial_(trial),
        flow_(trial.rules_.flow),
        costs_(trial.rules_.costs),
        start_(start),
        plan_(plan),
        head_(start.head),
        limit_(limit),
        anchor_costs_(anchor_costs(plan, trial.figures_, trial.room_.columns, costs_)) {}

  std::vector<PageAttempt> run() {
    Draft draft;
    draft.position = start_.position;
    draft.cost = plan_.cost;
    if (spans_all(draft.position.block)) draft.begun = std::exchange(draft.position.line, 0);
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
    int cost = 0;
    int begun = 0;  ///< units that pages before hold of the block over all columns that comes next
    std::vector<BandSection> sections;
    std::vector<SpanningPiece> spanning;
  };

  const FillBlock& block(int index) const { return flow_[static_cast<std::size_t>(index)]; }
  int flow_size() const { return static_cast<int>(flow_.size()); }
  bool spans_all(int index) const { return trial_.extent_.spans_all(index); }
  /// A block over several columns stands above the figures at the foot, a break or the flow's end below text between these.
  bool ends_above_foot(int stop) const { return stop < flow_size() && (spans_all(stop) || block(stop).span > 1); }
  bool is_end_of_chapter(int stop) const { return stop == flow_size() || block(stop).forced_break == FillBlock::Break::page; }
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
    return draft.sections.empty() && draft.line == 0 ? plan_.head_lines[column] : 0;
  }

  void go_on(const Draft& draft) {
    const int stop = trial_.extent_.stop_from(draft.position.block);
    const bool nothing_above = draft.line == 0;
    const bool nothing_between = spans_all(stop) ? !nothing_above || !holds_head_figures() : !nothing_above && tallest_foot() == 0;
    if (stands_at(draft.position, stop) && (nothing_between || has_frames())) return end_at(draft, stop);
    const bool reaches_stop = stands_at(draft.position, stop) || fill_to_foot(draft, stop);
    if (has_frames()) return;
    if (reaches_stop) balance(draft, stop);
    if (const int span = trial_.extent_.span_from(draft.position.block); span < stop) put_off_span(draft, span);
  }

  bool holds_head_figures() const { return *std::max_element(plan_.head_lines.begin(), plan_.head_lines.end()) > 0; }

  /// Columns down to the page's foot, the flow going on afterwards. Whether it can come to the stop on this page. The frames of a template
  /// are filled as they are, the last ones left empty where the flow ends.
  bool fill_to_foot(const Draft& draft, int stop) {
    BandRoom room = band_room(draft, stop);
    room.lines = head_.lines - draft.line;
    for (std::size_t c = 0; c < room.columns.size(); ++c)
      room.columns[c].capacity = std::max(0, foot_of_frame(c) - room.columns[c].first_line - foot_of(c));
    const bool may_reach_stop = trial_.extent_.least_lines(draft.position, stop) <= room.capacity();
    if (!may_reach_stop) room.limit = limit_from(start_.limit, draft);
    bool reaches_stop = false;
    for (BandAttempt& attempt : trial_.filler_.fill(draft.position, room)) {
      const bool at_stop = stands_at(attempt.position, stop);
      reaches_stop |= at_stop;
      if (at_stop && !has_frames()) continue;
      Draft filled = with_band(draft, std::move(attempt), head_.lines);
      const FlowPosition position = filled.position;
      if (at_stop) {
        end_at(filled, stop);
      } else {
        finish(std::move(filled), position, head_.lines);
      }
    }
    return reaches_stop;
  }

  /// What is left of a page's limit for the band that comes next.
  static int limit_from(int of_page, const Draft& draft) {
    return of_page == std::numeric_limits<int>::max() ? of_page : of_page - draft.cost;
  }

  BandRoom band_room(const Draft& draft, int stop) const {
    BandRoom room;
    for (std::size_t c = 0; c < plan_.head_lines.size(); ++c) {
      ColumnRoom column;
      column.column = static_cast<int>(c);
      column.measure = trial_.room_.measures.empty() ? 0 : trial_.room_.measures[c];
      column.first_line = draft.line + head_of(draft, c);
      column.foot = ends_above_foot(stop) ? 0 : foot_of(c);
      room.columns.push_back(column);
    }
    room.first_line = draft.line;
    room.anchor_costs = &anchor_costs_;
    room.stop = stop;
    room.must = draft.must;
    return room;
  }

  static Draft with_band(Draft next, BandAttempt attempt, int line) {
    for (BandSection& section : attempt.sections) {
      for (SpanningPiece& piece : section.above) {
        piece.band = static_cast<int>(next.sections.size());
        next.spanning.push_back(piece);
      }
      next.sections.push_back(std::move(section));
    }
    next.cost += attempt.cost;
    next.position = attempt.position;
    next.must = attempt.must;
    next.line = line;
    return next;
  }

  /// A band as short as holds the text up to the stop.
  void balance(const Draft& draft, int stop) {
    BandRoom room = band_room(draft, stop);
    const int least = trial_.filler_.least_level(draft.position, room);
    const bool ends_chapter = is_end_of_chapter(stop), limited = ends_chapter && limit_ < std::numeric_limits<int>::max();
    const int free = head_.lines - draft.line - (ends_above_foot(stop) ? tallest_foot() : 0);
    // Beside the last figures, without text, the band is as low as they are.
    const int most = ends_chapter && stands_at(draft.position, stop) ? std::min(least, free) : free;
    if (stop + 1 >= flow_size() && !ends_above_foot(stop) && draft.spanning.empty()) room.one_line_cost = start_.one_line_cost;
    int found = 0;
    for (int height = least; height <= most && found < trial_.filler_.width().balance_heights; ++height) {
      // Where cheaper ways are known, higher bands only cost more.
      if (limited && height - least >= trial_.filler_.width().limited_heights) return;
      room.limit = limit_from(ends_chapter ? std::min(limit_, start_.limit) : start_.limit, draft);
      std::optional<BandAttempt> attempt = trial_.filler_.fill_level(draft.position, room, height);
      if (!attempt) continue;
      ++found;
      end_at(with_band(draft, *std::move(attempt), draft.line + height), stop);
    }
  }

  /// The columns have come to a stop: the end of the flow, a page break, or a block over all columns.
  void end_at(const Draft& draft, int stop) {
    if (is_end_of_chapter(stop))
      finish_chapter(draft, stop);
    else if (spans_all(stop))
      place_spanning(draft, stop);
    else
      put_off(draft, stop);
  }

  void finish_chapter(Draft draft, int stop) {
    const FlowPosition end = stop == flow_size() ? draft.position : FlowPosition{stop + 1, 0, 0, -1};
    if (stands_at(end, flow_size()) && holds_one_line(draft)) draft.cost += start_.one_line_cost;
    limit_ = std::min(limit_, draft.cost);
    const int line = draft.line;
    finish(std::move(draft), end, line);
  }

  void finish(Draft draft, FlowPosition position, int lines) {
    if (draft.cost < start_.limit) result_.push_back({position, draft.cost, lines, std::move(draft.sections), std::move(draft.spanning)});
  }

  bool holds_one_line(const Draft& draft) const {
    if (!plan_.figures.empty() || !draft.spanning.empty()) return false;
    int lines = 0;
    for (const BandSection& section : draft.sections) {
      for (const BandSection::Column& column : section.columns) lines += column.end->used;
    }
    return lines == 1;
  }

  void place_spanning(const Draft& draft, int stop) {
    const int top = draft.line == 0 ? 0 : draft.line + block(stop).space_before;
    const int room = head_.lines - tallest_foot() - top;
    if (!place_rest(draft, stop, top, room) && block(stop).splittable) place_beginning(draft, stop, top, room);
    if (draft.line > 0) put_off(draft, stop);
  }

  /// All that is left of a block over all columns. Whether there is room for it.
  bool place_rest(const Draft& draft, int stop, int top, int room) {
    const FillBlock& spanning = block(stop);
    const BlockVariant& way = spanning.variants.front();
    const int height = way.lines_of(draft.begun, way.unit_count());
    const bool ends_flow = stop + 1 == flow_size();
    const bool can_be_cut = spanning.splittable && draft.begun + 1 < way.unit_count();
    for (int shrunk = 0; shrunk <= spanning.shrink; ++shrunk) {
      const int lines = height - shrunk;
      const bool too_high = draft.line == 0 && tallest_foot() == 0 && lines > room && shrunk == spanning.shrink && !can_be_cut;
      if (!too_high && lines + (ends_flow ? 0 : spanning.keep_with_next) > room) continue;
      Draft next = with_spanning(draft, stop, top, std::min(lines, room), way.unit_count());
      next.cost += shrunk * costs_.figure_shrunk + (too_high ? costs_.hole_more : 0);
      next.position = {stop + 1, 0, 0, -1};
      next.must = spanning.keep_with_next;
      next.begun = 0;
      keep(std::move(next));
      return true;
    }
    return false;
  }

  /// As much of a block over all columns as the page has room for; the rest begins the next page.
  void place_beginning(const Draft& draft, int stop, int top, int room) {
    const FillBlock& spanning = block(stop);
    const BlockVariant& way = spanning.variants.front();
    int end = draft.begun;
    while (end + spanning.widows < way.unit_count() && way.lines_of(draft.begun, end + 1) <= room) ++end;
    if (end - draft.begun < (draft.begun > 0 ? 1 : spanning.orphans)) {
      if (draft.line > 0 || tallest_foot() > 0 || draft.begun + 1 == way.unit_count()) return;
      end = draft.begun + 1;  // no page holds more
    }
    const int lines = way.lines_of(draft.begun, end);
    Draft next = with_spanning(draft, stop, top, std::min(lines, room), end);
    next.cost += hole_cost(head_.lines - tallest_foot() - next.line, costs_) + (lines > room ? costs_.hole_more : 0);
    finish(std::move(next), {stop, 0, end, -1}, head_.lines);
  }

  /// With a block over all columns, up to its unit `end`, in `lines` lines from `top` on.
  Draft with_spanning(const Draft& draft, int stop, int top, int lines, int end) const {
    Draft next = draft;
    const int band = static_cast<int>(next.sections.size());
    next.spanning.push_back({stop, 0, top, lines, 0, trial_.room_.columns, band, draft.begun, end});
    next.line = top + lines;
    return next;
  }

  /// Of the ways to come to a line below a block over all columns only the cheapest goes on.
  void keep(Draft draft) {
    const std::pair<int, int> place{draft.position.block, draft.line};
    const auto known = below_spanning_.find(place);
    if (known == below_spanning_.end() || draft.cost < known->second.cost) below_spanning_[place] = std::move(draft);
  }

  /// A block over some of the columns may begin the next page, where all text above it ends together.
  void put_off_span(const Draft& draft, int block) {
    if (!stands_at(draft.position, block))
      balance(draft, block);
    else if (draft.line > 0)
      put_off(draft, block);
  }

  /// The block begins the next page, and the foot of this one stays free: no line of it is dearer than one in a column, so that the columns
  /// end together.
  void put_off(Draft draft, int stop) {
    const int free = head_.lines - tallest_foot() - draft.line;
    draft.cost += free * costs_.hole_one_line + (draft.must > 0 ? costs_.heading_at_foot : 0);
    const FlowPosition next{stop, 0, draft.begun, -1};
    finish(std::move(draft), next, head_.lines);
  }

  const PageTrial& trial_;
  std::span<const FillBlock> flow_;
  const PageCosts& costs_;
  const PageStart& start_;
  const PagePlan& plan_;
  const PageHead& head_;
  int& limit_;
  const AnchorCosts anchor_costs_;
  std::map<std::pair<int, int>, Draft> below_spanning_;  ///< by the block that goes on and the line
  std::vector<PageAttempt> result_;
};

PageTrial::PageTrial(FillRules rules, std::span<const FloatingFigure> figures, const PageRoom& room, const SearchWidth& width)
    : rules_(rules_of_columns(rules)),
      page_notes_(rules.notes.over_page ? rules.notes : NoteRoom()),
      figures_(figures),
      room_(room),
      extent_(rules_.flow, rules_.notes, room.columns, rules_.tallest_column),
      filler_(rules_, extent_, width) {}

/// Columns know nothing of notes that stand below them all.
FillRules PageTrial::rules_of_columns(FillRules rules) {
  if (rules.notes.over_page) rules.notes = {};
  return rules;
}

std::vector<PageAttempt> PageTrial::attempts(const PageStart& start, const PagePlan& plan, int& limit) const {
  if (page_notes_.line_pitch == Length()) return PageAttempts(*this, start, plan, limit).run();
  const FillPage fill = [&](const PageStart& above, int cost) {
    const bool notes_alone = above.position.block == static_cast<int>(rules_.flow.size()) && plan.figures.empty();
    return notes_alone ? page_of_notes(above, plan) : PageAttempts(*this, above, plan, cost).run();
  };
  return fill_above_notes({rules_.flow, rules_.costs, page_notes_, room_.columns}, start, fill, limit);
}

std::vector<PageAttempt> PageTrial::page_of_notes(const PageStart& start, const PagePlan& plan) const {
  PageAttempt attempt;
  attempt.position = start.position;
  attempt.cost = plan.cost;
  return {attempt};
}

MadePage PageTrial::page_of(const PageAttempt& attempt, const PagePlan& plan, const PageHead& head) const {
  MadePage page = empty_page(head);
  page.lines = attempt.lines;
  page.note_lines = attempt.note_lines;
  page.lines_for_notes = attempt.lines_for_notes;
  page.plan = plan;
  page.end = attempt.position;
  page.cost = attempt.cost;
  page.spanning = attempt.spanning;
  for (const BandSection& section : attempt.sections) {
    const bool last = section.first_line + section.lines == attempt.lines;
    MadeBand band{section.first_line, section.lines, section.balanced, section.at_figures, last, {}};
    for (const BandSection::Column& column : section.columns) {
      const ColumnRoom& room = column.room;
      band.columns.push_back({room.column, room.first_line, room.capacity, column.end->used, column.must, column.begin, *column.end});
    }
    page.bands.push_back(std::move(band));
  }
  return page;
}

MadePage PageTrial::empty_page(const PageHead& head) const {
  MadePage page;
  page.first_line = head.first_line;
  page.lines = head.lines;
  page.plan.head_lines.assign(static_cast<std::size_t>(head.columns), 0);
  page.plan.foot_lines = page.plan.head_lines;
  return page;
}

int lines_used(const MadePage& page, const MadeBand& band, const MadeColumn& made) {
  const auto c = static_cast<std::size_t>(made.column);
  if (band.last && page.plan.foot_lines[c] > 0) return band.lines;
  if (made.fill.note_lines > 0) return band.lines;
  const int head = made.first_line - band.first_line;
  const bool stands_below_something = page.plan.head_lines[c] > 0;
  return made.used > 0 || stands_below_something ? head + made.used : 0;
}

}  // namespace banxin
