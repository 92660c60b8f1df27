#include "layout/page_search.h"

#include <algorithm>
#include <limits>

#include "layout/figure_costs.h"

namespace banxin {

namespace {

/// Arrangements of as many figures as a page has, one more or one less, that are looked at to tell of; those that are told of.
constexpr std::size_t arrangements_tried = 12, arrangements_told = 3;

constexpr WayCost no_bound = std::numeric_limits<WayCost>::max();

bool same_places(const std::vector<FigurePlace>& a, const std::vector<FigurePlace>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FigurePlace& one, const FigurePlace& other) {
    return one.figure == other.figure && one.column == other.column && one.span == other.span && one.at_foot == other.at_foot &&
           one.lines == other.lines;
  });
}

int total_lines(std::span<const FillBlock> flow) {
  int lines = 0;
  for (const FillBlock& block : flow) lines += block.least_lines();
  return lines;
}

}  // namespace

PageSearch::PageSearch(const PageMatter& matter, const PageRoom& room, const PageCosts& costs, PageWays* ways)
    : flow_(matter.flow),
      figures_(matter.figures),
      room_(room),
      costs_(costs),
      width_(SearchWidth::for_article(total_lines(matter.flow), room.columns, static_cast<int>(matter.figures.size()))),
      deadline_(matter.deadline),
      breaks_(matter.flow, matter.figures),
      pages_({matter.flow, costs, room.lines, matter.go_on, matter.notes}, matter.figures, room, width_),
      ways_(ways) {}

PageStates PageSearch::next_page(const PageStates& states, int page) {
  pages_.forget();
  best_.clear();
  forget_plans(states, head_of(page));
  bound_ = no_bound;
  end_of_chapter_ = common_end(states);
  for (const auto& state : states) add_pages_after(state, page);
  work_.columns += pages_.steps();
  work_.most_on_page = std::max(work_.most_on_page, pages_.steps());
  PageStates result;
  for (const auto& [key, state] : best_) result.push_back(state);
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a->cost < b->cost; });
  if (result.size() > width_.page_states) result.resize(width_.page_states);
  return result;
}

/// Of the figures on the page that leads to `taken`, in an article of so much cost.
std::vector<OtherArrangement> PageSearch::other_arrangements(const PageState& taken, std::size_t page, WayCost total) {
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
      const std::optional<WayCost> cost = least_cost(before, plans[nth], head, page);
      if (cost) found.push_back({plans[nth].figures, bounded(*cost - total)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.more < b.more; });
  if (found.size() > arrangements_told) found.resize(arrangements_told);
  return found;
}

/// Of the article with a page so arranged. Nothing when no way from it to the end was searched.
std::optional<WayCost> PageSearch::least_cost(const PageState& before, const PagePlan& plan, const PageHead& head, std::size_t page) const {
  std::optional<WayCost> least;
  int limit = std::numeric_limits<int>::max();
  const int next_figure = before.next_figure + static_cast<int>(plan.figures.size());
  for (PageAttempt& attempt : pages_.attempts({before.position, head}, plan, limit)) {
    attempt.position = breaks_.end_before_figures(attempt.position, next_figure);
    const std::optional<WayCost> rest = ways_->to_go(page, attempt.position, next_figure);
    if (!rest || stands_too_early(plan, figures_, attempt.position)) continue;
    const WayCost cost = before.cost + cost_of_page(attempt, next_figure) + *rest;
    least = std::min(least.value_or(cost), cost);
  }
  return least;
}

int PageSearch::cost_of_page(const PageAttempt& attempt, int next_figure) const {
  return attempt.cost + costs_.page + cost_of_deferred(figures_, attempt.position, next_figure, costs_);
}

/// Of the chapter that all states stand in, if no figure may stand before it as well as behind it.
std::optional<FlowPosition> PageSearch::common_end(const PageStates& states) const {
  const FlowPosition end = breaks_.end_of_chapter(states.front()->position);
  const bool is_common =
      std::all_of(states.begin(), states.end(), [&](const auto& state) { return breaks_.end_of_chapter(state->position) == end; });
  return is_common && breaks_.parts_figures(end) ? std::optional(end) : std::nullopt;
}

/// Of figures that stand on pages before; of all, where the columns are not those of the page that was searched last.
void PageSearch::forget_plans(const PageStates& states, const PageHead& head) {
  const auto least =
      std::min_element(states.begin(), states.end(), [](const auto& a, const auto& b) { return a->next_figure < b->next_figure; });
  forget_plans(head == plans_head_ ? plans_.lower_bound((*least)->next_figure) : plans_.end());
  plans_head_ = head;
}

void PageSearch::forget_plans(std::map<int, FigureArrangements>::iterator end) {
  for (auto plan = plans_.begin(); plan != end; ++plan) work_.figure_places += plan->second.tried();
  plans_.erase(plans_.begin(), end);
}

SearchWork PageSearch::work() const {
  SearchWork work = work_;
  for (const auto& [first, plan] : plans_) work.figure_places += plan.tried();
  return work;
}

/// Whether no cheaper way to the same place is known.
bool PageSearch::is_cheapest(const FlowPosition& position, int next_figure, WayCost cost) const {
  const auto known = best_.find({position, next_figure});
  return known == best_.end() || cost < known->second->cost;
}

/// Of the ways to come to one place the cheapest stays.
void PageSearch::keep(std::shared_ptr<PageState> state) {
  const WayCost cost = state->cost;
  const bool ends_chapter = end_of_chapter_ && breaks_.is_beginning(*state, *end_of_chapter_);
  best_[{state->position, state->next_figure}] = std::move(state);
  if (ways_ != nullptr) return;
  if (best_.size() >= width_.page_states) bound_ = std::min(bound_, dearest_kept());
  // What is dearer than a page with which the chapter ends would need another one.
  if (ends_chapter) bound_ = std::min(bound_, cost);
}

/// Of as many places as go on to the next page.
WayCost PageSearch::dearest_kept() const {
  std::vector<WayCost> costs;
  costs.reserve(best_.size());
  for (const auto& [key, state] : best_) costs.push_back(state->cost);
  const auto last = costs.begin() + static_cast<std::ptrdiff_t>(width_.page_states) - 1;
  std::nth_element(costs.begin(), last, costs.end());
  return *last;
}

PageHead PageSearch::head_of(int page) const {
  if (page > 0) return {0, room_.lines, room_.columns_of(page), {}};
  PageHead head{room_.first_page_line, std::max(0, room_.lines - room_.first_page_line), room_.columns_of(page), room_.first_head};
  if (!head.taken.empty()) head.taken.resize(static_cast<std::size_t>(head.columns));
  return head;
}

/// Every arrangement of the next figures, the columns filled around them.
void PageSearch::add_pages_after(const std::shared_ptr<const PageState>& before, int page) {
  const PageHead head = head_of(page);
  PageStart start{before->position, head, 0};
  if (page > 0 && before->next_figure == figure_count()) start.one_line_cost = costs_.short_page;
  bool goes_on = add_figure_page(before, head);
  const int available = figure_count() - before->next_figure;
  int most = 0;
  while (most < std::min(available, width_.figures) && may_stand(*before, before->next_figure + most, head)) ++most;
  for (int count = 0; count <= most; ++count) {
    if (count == 0 && is_at_end(before->position)) continue;
    WayCost cheapest = no_bound - width_.plan_slack;
    int limit = std::numeric_limits<int>::max();
    std::size_t tried = 0;
    for (const PagePlan& plan : arrangements(before->next_figure, head).of(count)) {
      deadline_.check();
      if (tried++ >= pages_.width().plans.plans) break;
      // Plans come by cost, and filling only adds to it.
      const WayCost least = before->cost + costs_.page + plan.cost;
      if (least > cheapest + width_.plan_slack) break;
      if (bound_ < no_bound) {
        goes_on = true;  // what does not is dearer
        if (least > bound_) break;
        start.limit = bounded(bound_ - before->cost - costs_.page + 1);
      }
      for (PageAttempt& attempt : pages_.attempts(start, plan, limit)) goes_on |= add(before, std::move(attempt), plan, head, cheapest);
    }
  }
  if (!goes_on) add_overfull_page(before, head);
}

/// The same for pages of the same columns.
FigureArrangements& PageSearch::arrangements(int first, const PageHead& head) {
  const PlanRoom room{head.columns, head.lines, room_.lead_span, head.taken};
  return plans_.try_emplace(first, figures_, first, room, costs_, width_.plans).first->second;
}

bool PageSearch::may_stand(const PageState& before, int index, const PageHead& head) const {
  return figure(index).place != FloatingFigure::Place::page && may_reach(before.position, index, head);
}

/// Whether the paragraph of a figure can stand on a page that begins at `begin`.
bool PageSearch::may_reach(FlowPosition begin, int figure_index, const PageHead& head) const {
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
bool PageSearch::add(const std::shared_ptr<const PageState>& before, PageAttempt attempt, const PagePlan& plan, const PageHead& head,
                     WayCost& cheapest) {
  const int next_figure = before->next_figure + static_cast<int>(plan.figures.size());
  attempt.position = breaks_.end_before_figures(attempt.position, next_figure);
  const bool progress = attempt.position != before->position || next_figure != before->next_figure;
  if (!progress || stands_too_early(plan, figures_, attempt.position)) return false;
  const int of_page = cost_of_page(attempt, next_figure);
  const WayCost cost = before->cost + of_page;
  cheapest = std::min(cheapest, cost);
  if (ways_ != nullptr) ways_->add(*before, attempt.position, next_figure, of_page);
  if (cost > bound_ || !is_cheapest(attempt.position, next_figure, cost)) return true;
  MadePage page = pages_.page_of(attempt, plan, head);
  page.cost = of_page;
  keep(std::make_shared<PageState>(PageState{attempt.position, next_figure, cost, std::move(page), before}));
  return true;
}

/// A page for the next figure alone, when its author wants one and its paragraph has begun.
bool PageSearch::add_figure_page(const std::shared_ptr<const PageState>& before, const PageHead& head) {
  if (before->next_figure == figure_count()) return false;
  const FloatingFigure& next = figure(before->next_figure);
  const bool has_begun = next.anchor_block < before->position.block || before->position.line > 0 || is_at_end(before->position);
  if (next.place != FloatingFigure::Place::page || !has_begun) return false;
  const int natural = next.lines_over(0, head.columns), lines = std::min(natural, head.lines);
  // What is too high below a head waits for the page behind it, which has room for whatever can be drawn.
  if (head.lines < room_.lines && (natural > lines || !head.taken.empty())) return false;
  PagePlan plan = pages_.empty_page(head).plan;
  plan.figures.push_back({before->next_figure, 0, head.columns, false, lines, 0, 0});
  plan.head_lines.assign(static_cast<std::size_t>(head.columns), lines);
  WayCost cheapest = 0;
  const FlowPosition end = breaks_.end_of_figure_page(before->position, before->next_figure + 1);
  return add(before, {end, 0, head.lines, {}, {}}, plan, head, cheapest);
}

/// What nothing else can hold: the next figure on a page of its own, cut to the column's height by whoever draws it.
void PageSearch::add_overfull_page(const std::shared_ptr<const PageState>& before, const PageHead& head) {
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

}  // namespace banxin
