#include "layout/page_maker.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>

#include "layout/band_fill.h"
#include "layout/figure_costs.h"
#include "layout/page_attempt.h"
#include "layout/page_breaks.h"
#include "layout/page_ways.h"
#include "layout/search_record.h"

namespace banxin {

namespace {

/// How much dearer than the cheapest way the ways may be that are told of.
constexpr int cost_of_other_ends = 50'000;
/// Arrangements of as many figures as a page has, one more or one less, that are looked at to tell of; those that are told of.
constexpr std::size_t arrangements_tried = 12, arrangements_told = 3;

bool same_places(const std::vector<FigurePlace>& a, const std::vector<FigurePlace>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FigurePlace& one, const FigurePlace& other) {
    return one.figure == other.figure && one.column == other.column && one.span == other.span && one.at_foot == other.at_foot &&
           one.lines == other.lines;
  });
}

class PageMaker {
 public:
  /// With `ways` it remembers also the ways that were not the cheapest.
  PageMaker(const PageMatter& matter, const PageRoom& room, const PageCosts& costs, PageWays* ways)
      : flow_(matter.flow),
        figures_(matter.figures),
        room_(room),
        costs_(costs),
        width_(SearchWidth::for_article(total_lines(matter.flow), room.columns, static_cast<int>(matter.figures.size()))),
        notes_(matter.notes),
        deadline_(matter.deadline),
        breaks_(matter.flow, matter.figures),
        pages_({matter.flow, costs, room.lines, matter.go_on, matter.notes}, matter.figures, room, width_),
        ways_(ways) {}

  const SearchWork& work() const { return work_; }

  /// With a `record` it searches no page that it kept.
  std::vector<MadePage> run(SearchRecord* record) {
    PageStates states = {std::make_shared<PageState>()};
    std::shared_ptr<PageState> finished;
    int page = 0;
    if (record != nullptr) {
      page = record->begin({{flow_.begin(), flow_.end()}, {figures_.begin(), figures_.end()}, notes_, room_, costs_, width_});
      states = record->ends();
    }
    for (; !states.empty() && page < room_.most_pages && (record == nullptr || !record->is_whole()); ++page) {
      states = next_page(states, page);
      if (ways_ != nullptr) ways_->add_page(states);
      keep_finished(states, finished);
      breaks_.drop_overtaken(states, costs_.page);
      if (record != nullptr) record->add(states, finished);
    }
    if (record != nullptr) finished = record->finish();
    forget_plans(plans_.end());
    if (!finished) return {};
    if (ways_ != nullptr) tell_alternatives(finished);
    return pages_of(*finished);
  }

  /// For each page, when it remembers ways.
  const std::vector<PageAlternatives>& alternatives() const { return alternatives_; }

 private:
  static int total_lines(std::span<const FillBlock> flow) {
    int lines = 0;
    for (const FillBlock& block : flow) lines += block.least_lines();
    return lines;
  }

  int flow_size() const { return static_cast<int>(flow_.size()); }
  int figure_count() const { return static_cast<int>(figures_.size()); }
  const FloatingFigure& figure(int index) const { return figures_[static_cast<std::size_t>(index)]; }

  bool is_finished(const PageState& state) const { return is_at_end(state.position) && state.next_figure == figure_count(); }

  /// Takes the cheapest finished state out, and every state that, needing another page, cannot undercut it.
  void keep_finished(PageStates& states, std::shared_ptr<PageState>& finished) const {
    for (const auto& state : states) {
      if (is_finished(*state) && (!finished || state->cost < finished->cost)) finished = state;
    }
    const int slack = ways_ != nullptr ? cost_of_other_ends : 0;
    std::erase_if(states, [&](const auto& state) {
      return is_finished(*state) || (finished && state->cost + costs_.page >= finished->cost + slack);
    });
  }

  static std::vector<MadePage> pages_of(const PageState& last) {
    std::vector<MadePage> pages;
    for (const PageState* state = &last; state->before; state = state->before.get()) pages.push_back(state->page);
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  void tell_alternatives(const std::shared_ptr<const PageState>& last) {
    ways_->finish(last);
    std::vector<std::shared_ptr<const PageState>> states;
    for (std::shared_ptr<const PageState> state = last; state->before; state = state->before) states.push_back(state);
    std::reverse(states.begin(), states.end());
    for (std::size_t page = 0; page < states.size(); ++page)
      alternatives_.push_back({ways_->other_ends()[page], other_arrangements(*states[page], page, last->cost)});
  }

  /// Of the figures on the page that leads to `taken`, in an article of so much cost.
  std::vector<OtherArrangement> other_arrangements(const PageState& taken, std::size_t page, int total) {
    std::vector<OtherArrangement> found;
    const PageState& before = *taken.before;
    const PageHead head = head_of(static_cast<int>(page));
    pages_.forget();
    plans_.clear();
    const int count = taken.next_figure - before.next_figure, available = figure_count() - before.next_figure;
    for (int other = std::max(0, count - 1); other <= std::min({count + 1, available, width_.figures}); ++other) {
      const std::vector<PagePlan>& plans = arrangements(before.next_figure, head).of(other);
      for (std::size_t nth = 0; nth < std::min(plans.size(), arrangements_tried); ++nth) {
        deadline_.check();
        if (same_places(plans[nth].figures, taken.page.plan.figures)) continue;
        const std::optional<int> cost = least_cost(before, plans[nth], head, page);
        if (cost) found.push_back({plans[nth].figures, *cost - total});
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.more < b.more; });
    if (found.size() > arrangements_told) found.resize(arrangements_told);
    return found;
  }

  /// Of the article with a page so arranged. Nothing when no way from it to the end was searched.
  std::optional<int> least_cost(const PageState& before, const PagePlan& plan, const PageHead& head, std::size_t page) const {
    std::optional<int> least;
    int limit = std::numeric_limits<int>::max();
    const int next_figure = before.next_figure + static_cast<int>(plan.figures.size());
    for (PageAttempt& attempt : pages_.attempts({before.position, head}, plan, limit)) {
      attempt.position = breaks_.end_before_figures(attempt.position, next_figure);
      const std::optional<int> rest = ways_->to_go(page, attempt.position, next_figure);
      if (!rest || stands_too_early(plan, figures_, attempt.position)) continue;
      const int cost = before.cost + cost_of_page(attempt, next_figure) + *rest;
      least = std::min(least.value_or(cost), cost);
    }
    return least;
  }

  int cost_of_page(const PageAttempt& attempt, int next_figure) const {
    return attempt.cost + costs_.page + cost_of_deferred(figures_, attempt.position, next_figure, costs_);
  }

  PageStates next_page(const PageStates& states, int page) {
    pages_.forget();
    best_.clear();
    forget_plans(states, page);
    bound_ = std::numeric_limits<int>::max();
    for (const auto& state : states) add_pages_after(state, page);
    work_.columns += pages_.steps();
    work_.most_on_page = std::max(work_.most_on_page, pages_.steps());
    PageStates result;
    for (const auto& [key, state] : best_) result.push_back(state);
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a->cost < b->cost; });
    if (result.size() > width_.page_states) result.resize(width_.page_states);
    return result;
  }

  /// Of figures that stand on pages before; of all, where the columns are not those of the page before.
  void forget_plans(const PageStates& states, int page) {
    const auto least =
        std::min_element(states.begin(), states.end(), [](const auto& a, const auto& b) { return a->next_figure < b->next_figure; });
    const bool is_alike = page > 0 && head_of(page) == head_of(page - 1);
    forget_plans(is_alike ? plans_.lower_bound((*least)->next_figure) : plans_.end());
  }

  void forget_plans(std::map<int, FigureArrangements>::iterator end) {
    for (auto plan = plans_.begin(); plan != end; ++plan) work_.figure_places += plan->second.tried();
    plans_.erase(plans_.begin(), end);
  }

  /// Whether no cheaper way to the same place is known.
  bool is_cheapest(const FlowPosition& position, int next_figure, int cost) const {
    const auto known = best_.find({position, next_figure});
    return known == best_.end() || cost < known->second->cost;
  }

  /// Of the ways to come to one place the cheapest stays.
  void keep(std::shared_ptr<PageState> state) {
    best_[{state->position, state->next_figure}] = std::move(state);
    if (ways_ == nullptr && best_.size() >= width_.page_states) bound_ = dearest_kept();
  }

  /// Of as many places as go on to the next page.
  int dearest_kept() const {
    std::vector<int> costs;
    costs.reserve(best_.size());
    for (const auto& [key, state] : best_) costs.push_back(state->cost);
    const auto last = costs.begin() + static_cast<std::ptrdiff_t>(width_.page_states) - 1;
    std::nth_element(costs.begin(), last, costs.end());
    return *last;
  }

  PageHead head_of(int page) const {
    if (page > 0) return {0, room_.lines, room_.columns_of(page), {}};
    PageHead head{room_.first_page_line, std::max(0, room_.lines - room_.first_page_line), room_.columns_of(page), room_.first_head};
    if (!head.taken.empty()) head.taken.resize(static_cast<std::size_t>(head.columns));
    return head;
  }

  /// Every arrangement of the next figures, the columns filled around them.
  void add_pages_after(const std::shared_ptr<const PageState>& before, int page) {
    const PageHead head = head_of(page);
    PageStart start{before->position, head, 0};
    if (page > 0 && before->next_figure == figure_count()) start.one_line_cost = costs_.short_page;
    bool goes_on = add_figure_page(before, head);
    const int available = figure_count() - before->next_figure;
    for (int count = 0; count <= std::min(available, width_.figures); ++count) {
      const int last = before->next_figure + count - 1;
      if (count > 0 && (figure(last).place == FloatingFigure::Place::page || !may_reach(before->position, last, head))) break;
      if (count == 0 && is_at_end(before->position)) continue;
      int cheapest = std::numeric_limits<int>::max() - width_.plan_slack;
      int limit = std::numeric_limits<int>::max();
      std::size_t tried = 0;
      for (const PagePlan& plan : arrangements(before->next_figure, head).of(count)) {
        deadline_.check();
        if (tried++ >= pages_.width().plans.plans) break;
        // Plans come by cost, and filling only adds to it.
        const int least = before->cost + costs_.page + plan.cost;
        if (least > cheapest + width_.plan_slack) break;
        if (bound_ < std::numeric_limits<int>::max()) {
          goes_on = true;  // what does not is dearer
          if (least > bound_) break;
          start.limit = bound_ - before->cost - costs_.page + 1;
        }
        for (PageAttempt& attempt : pages_.attempts(start, plan, limit)) goes_on |= add(before, std::move(attempt), plan, head, cheapest);
      }
    }
    if (!goes_on) add_overfull_page(before, head);
  }

  bool is_at_end(const FlowPosition& position) const { return position == FlowPosition{flow_size(), 0, 0, -1}; }

  /// The same for pages of the same columns.
  FigureArrangements& arrangements(int first, const PageHead& head) {
    const PlanRoom room{head.columns, head.lines, room_.lead_span, head.taken};
    return plans_.try_emplace(first, figures_, first, room, costs_, width_.plans).first->second;
  }

  /// Whether the paragraph of a figure can stand on a page that begins at `begin`.
  bool may_reach(FlowPosition begin, int figure_index, const PageHead& head) const {
    int room = head.lines * head.columns;
    const int anchor = figure(figure_index).anchor_block;
    for (int block = begin.block; block < anchor && room > 0; ++block) {
      const FillBlock& passed = flow_[static_cast<std::size_t>(block)];
      if (passed.forced_break == FillBlock::Break::page) return false;
      // What may wait may stand on the next page; of what pages before hold a part, there may be little left.
      const bool has_begun = block == begin.block && begin.line > 0;
      if (!passed.may_wait && !has_begun) room -= passed.least_lines();
    }
    return room > 0;
  }

  /// Whether the page goes on from where it begins.
  bool add(const std::shared_ptr<const PageState>& before, PageAttempt attempt, const PagePlan& plan, const PageHead& head,
           int& cheapest) {
    const int next_figure = before->next_figure + static_cast<int>(plan.figures.size());
    attempt.position = breaks_.end_before_figures(attempt.position, next_figure);
    const bool progress = attempt.position != before->position || next_figure != before->next_figure;
    if (!progress || stands_too_early(plan, figures_, attempt.position)) return false;
    const int of_page = cost_of_page(attempt, next_figure);
    const int cost = before->cost + of_page;
    cheapest = std::min(cheapest, cost);
    if (ways_ != nullptr) ways_->add(*before, attempt.position, next_figure, of_page);
    if (cost > bound_ || !is_cheapest(attempt.position, next_figure, cost)) return true;
    MadePage page = pages_.page_of(attempt, plan, head);
    page.cost = of_page;
    keep(std::make_shared<PageState>(PageState{attempt.position, next_figure, cost, std::move(page), before}));
    return true;
  }

  /// A page for the next figure alone, when its author wants one and its paragraph has begun.
  bool add_figure_page(const std::shared_ptr<const PageState>& before, const PageHead& head) {
    if (before->next_figure == figure_count()) return false;
    const FloatingFigure& next = figure(before->next_figure);
    const bool has_begun = next.anchor_block < before->position.block || before->position.line > 0 || is_at_end(before->position);
    if (next.place != FloatingFigure::Place::page || !has_begun) return false;
    PagePlan plan = pages_.empty_page(head).plan;
    const int lines = std::min(next.lines_over(0, head.columns), head.lines);
    plan.figures.push_back({before->next_figure, 0, head.columns, false, lines, 0, 0});
    plan.head_lines.assign(static_cast<std::size_t>(head.columns), lines);
    int cheapest = 0;
    const FlowPosition end = breaks_.end_of_figure_page(before->position, before->next_figure + 1);
    return add(before, {end, 0, head.lines, {}, {}}, plan, head, cheapest);
  }

  /// What nothing else can hold: the next figure on a page of its own, cut to the column's height by whoever draws it.
  void add_overfull_page(const std::shared_ptr<const PageState>& before, const PageHead& head) {
    auto state = std::make_shared<PageState>();
    state->before = before;
    state->position = before->position;
    state->next_figure = before->next_figure;
    state->page = pages_.empty_page(head);
    if (head.first_line == 0 && before->next_figure < figure_count()) {
      state->page.plan.figures.push_back({before->next_figure, 0, 1, false, head.lines, 0, 0});
      ++state->next_figure;
      state->position = breaks_.end_of_figure_page(before->position, state->next_figure);
    }
    state->page.end = state->position;
    state->page.cost = costs_.page + costs_.hole_more;
    state->cost = before->cost + state->page.cost;
    if (ways_ != nullptr) ways_->add(*before, state->position, state->next_figure, state->page.cost);
    if (is_cheapest(state->position, state->next_figure, state->cost)) keep(std::move(state));
  }

  std::span<const FillBlock> flow_;
  std::span<const FloatingFigure> figures_;
  const PageRoom& room_;
  const PageCosts& costs_;
  SearchWidth width_;
  const NoteRoom notes_;
  const Deadline deadline_;
  const PageBreaks breaks_;
  PageTrial pages_;
  PageWays* ways_;
  std::vector<PageAlternatives> alternatives_;
  SearchWork work_;
  // Of the page at hand:
  std::map<int, FigureArrangements> plans_;                                  ///< by the first figure
  std::map<std::pair<FlowPosition, int>, std::shared_ptr<PageState>> best_;  ///< by where the next page goes on
  int bound_ = 0;                                                            ///< what costs more is not among the ends that go on
};

}  // namespace

std::vector<MadePage> make_pages(const PageMatter& matter, const PageRoom& room, const PageCosts& costs,
                                 std::vector<PageAlternatives>* alternatives, SearchWork* work, SearchRecord* record) {
  PageWays ways;
  PageMaker maker(matter, room, costs, alternatives != nullptr ? &ways : nullptr);
  // What goes on in another width adds to the flow while it is searched.
  const bool may_keep = alternatives == nullptr && room.measures.empty();
  std::vector<MadePage> pages = maker.run(may_keep ? record : nullptr);
  if (alternatives != nullptr) *alternatives = maker.alternatives();
  if (work != nullptr) *work = maker.work();
  return pages;
}

}  // namespace banxin
