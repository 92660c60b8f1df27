#include "layout/page_maker.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace banxin {

namespace {

constexpr std::size_t column_ends_kept = 6;
constexpr std::size_t page_states_kept = 8;
constexpr int most_figures_tried = 5;    // on one page
constexpr int balance_lines_tried = 3;   // heights, from the least that can hold the rest
constexpr std::size_t plans_tried = 24;  // the cheapest for a number of figures
constexpr int plan_slack = 1000;         // beyond the best state so far, no further plan is tried

/// One of the ways to fill a column; the ways are shared by all attempts that come to the same place.
struct ColumnChoice {
  std::shared_ptr<const std::vector<ColumnEnd>> ways;
  std::size_t nth = 0;

  const ColumnEnd& operator*() const { return (*ways)[nth]; }
};

/// A way through the article up to the end of a page.
struct PageState {
  FlowPosition position;
  int next_figure = 0;
  int cost = 0;
  int first_line = 0, lines = 0;
  PagePlan plan;
  std::vector<ColumnChoice> columns;
  std::shared_ptr<const PageState> before;
};
using PageStates = std::vector<std::shared_ptr<const PageState>>;

/// One page being filled, column after column.
struct PageAttempt {
  FlowPosition position;
  int cost = 0;
  bool page_break = false;
  std::vector<ColumnChoice> columns;
};

MadePage made_page(const PageState& state) {
  MadePage page{state.first_line, state.lines, state.plan, {}, {}};
  for (const ColumnChoice& column : state.columns) {
    page.columns.push_back((*column).pieces);
    page.used.push_back((*column).used);
  }
  return page;
}

class PageMaker {
 public:
  PageMaker(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures, const PageRoom& room, const PageCosts& costs)
      : flow_(flow), figures_(figures), room_(room), costs_(costs), lines_from_(flow.size() + 1, 0) {
    for (std::size_t block = flow.size(); block-- > 0;) {
      const auto& variants = flow[block].variants;
      const auto shortest =
          std::min_element(variants.begin(), variants.end(), [](const auto& a, const auto& b) { return a.lines < b.lines; });
      lines_from_[block] = lines_from_[block + 1] + shortest->lines;
    }
  }

  std::vector<MadePage> run() {
    PageStates states = {std::make_shared<PageState>()};
    std::shared_ptr<const PageState> finished;
    for (int page = 0; !states.empty() && page < room_.most_pages; ++page) {
      states = next_page(states, page == 0);
      keep_finished(states, finished);
    }
    return finished ? pages_of(*finished) : std::vector<MadePage>();
  }

 private:
  bool is_finished(const PageState& state) const {
    return state.position.block == static_cast<int>(flow_.size()) && state.next_figure == static_cast<int>(figures_.size());
  }

  /// Takes the cheapest finished state out, and every state that, needing another page, cannot undercut it.
  void keep_finished(PageStates& states, std::shared_ptr<const PageState>& finished) const {
    for (const auto& state : states) {
      if (is_finished(*state) && (!finished || state->cost < finished->cost)) finished = state;
    }
    std::erase_if(states,
                  [&](const auto& state) { return is_finished(*state) || (finished && state->cost + costs_.page >= finished->cost); });
  }

  static std::vector<MadePage> pages_of(const PageState& last) {
    std::vector<MadePage> pages;
    for (const PageState* state = &last; state->before; state = state->before.get()) pages.push_back(made_page(*state));
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  PageStates next_page(const PageStates& states, bool first_page) {
    column_ways_.clear();
    std::map<std::pair<FlowPosition, int>, std::shared_ptr<const PageState>> best;
    for (const auto& state : states) {
      for (const auto& next : pages_after(state, first_page)) {
        auto& kept = best[{next->position, next->next_figure}];
        if (!kept || next->cost < kept->cost) kept = next;
      }
    }
    PageStates result;
    for (const auto& [key, state] : best) result.push_back(state);
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a->cost < b->cost; });
    if (result.size() > page_states_kept) result.resize(page_states_kept);
    return result;
  }

  /// Every arrangement of the next figures, the columns filled around them.
  PageStates pages_after(const std::shared_ptr<const PageState>& before, bool first_page) const {
    const int first_line = first_page ? room_.first_page_line : 0;
    const int lines = std::max(0, room_.lines - first_line);
    PageStates result;
    const int available = static_cast<int>(figures_.size()) - before->next_figure;
    const bool text_left = before->position.block < static_cast<int>(flow_.size());
    for (int count = 0; count <= std::min(available, most_figures_tried); ++count) {
      if (count > 0 && !may_reach(before->position, before->next_figure + count - 1, lines)) break;
      if (count == 0 && !text_left) continue;
      int cheapest = std::numeric_limits<int>::max() - plan_slack;
      for (const PagePlan& plan : cheapest_plans(before->next_figure, count, lines)) {
        // Plans come by cost, and filling only adds to it.
        if (before->cost + costs_.page + plan.cost > cheapest + plan_slack) break;
        const std::size_t known = result.size();
        try_plan(before, plan, first_line, lines, result);
        for (std::size_t i = known; i < result.size(); ++i) cheapest = std::min(cheapest, result[i]->cost);
      }
    }
    if (result.empty()) result.push_back(overfull_page(before, first_line, lines));
    return result;
  }

  std::vector<PagePlan> cheapest_plans(int first, int count, int lines) const {
    std::vector<PagePlan> plans = arrange_figures(figures_, first, count, {room_.columns, lines, room_.lead_span}, costs_);
    std::stable_sort(plans.begin(), plans.end(), [](const PagePlan& a, const PagePlan& b) { return a.cost < b.cost; });
    if (plans.size() > plans_tried) plans.resize(plans_tried);
    return plans;
  }

  /// Whether the paragraph of a figure can stand on a page that begins at `begin`.
  bool may_reach(FlowPosition begin, int figure, int lines) const {
    int room = lines * room_.columns;
    const int anchor = figures_[static_cast<std::size_t>(figure)].anchor_block;
    for (int block = begin.block; block < anchor && room > 0; ++block) {
      const FillBlock& passed = flow_[static_cast<std::size_t>(block)];
      if (passed.forced_break == FillBlock::Break::page) return false;
      room -= passed.variants.front().lines - (block == begin.block ? begin.line : 0);
    }
    return room > 0;
  }

  void try_plan(const std::shared_ptr<const PageState>& before, const PagePlan& plan, int first_line, int lines, PageStates& result) const {
    std::vector<int> capacities;
    for (int column = 0; column < room_.columns; ++column) capacities.push_back(free_lines(plan, column, lines));
    bool ends_here = false;
    for (PageAttempt& attempt : fill_page(before->position, capacities)) {
      if (attempt.position.block == static_cast<int>(flow_.size())) {
        ends_here = true;
      } else {
        add_state(before, plan, first_line, lines, std::move(attempt), result);
      }
    }
    if (ends_here) add_balanced(before, plan, first_line, lines, result);
  }

  static int free_lines(const PagePlan& plan, int column, int lines) {
    const auto c = static_cast<std::size_t>(column);
    return lines - plan.head_lines[c] - plan.foot_lines[c];
  }

  /// The cheapest fillings of all columns, one for each place where the page can end.
  std::vector<PageAttempt> fill_page(FlowPosition begin, const std::vector<int>& capacities) const {
    std::vector<PageAttempt> attempts = {{begin, 0, false, {}}};
    for (const int capacity : capacities) {
      std::vector<PageAttempt> next;
      for (const PageAttempt& attempt : attempts) extend(attempt, attempt.page_break ? 0 : capacity, next);
      std::stable_sort(next.begin(), next.end(), [](const PageAttempt& a, const PageAttempt& b) { return a.cost < b.cost; });
      if (next.size() > column_ends_kept) next.resize(column_ends_kept);
      attempts = std::move(next);
    }
    return attempts;
  }

  /// Adds the attempt with one more column filled in every way, the cheapest for each place it can end at.
  void extend(const PageAttempt& attempt, int capacity, std::vector<PageAttempt>& next) const {
    const auto ways = ways_to_fill(attempt.position, capacity);
    for (std::size_t nth = 0; nth < ways->size(); ++nth) {
      const ColumnEnd& column = (*ways)[nth];
      const int cost = attempt.cost + column.cost;
      const auto known = std::find_if(next.begin(), next.end(), [&](const PageAttempt& other) { return other.position == column.end; });
      if (known != next.end() && known->cost <= cost) continue;
      PageAttempt extended = attempt;
      extended.position = column.end;
      extended.cost = cost;
      extended.page_break = attempt.page_break || column.page_break;
      extended.columns.push_back({ways, nth});
      if (known != next.end())
        *known = std::move(extended);
      else
        next.push_back(std::move(extended));
    }
  }

  std::shared_ptr<const std::vector<ColumnEnd>> ways_to_fill(FlowPosition begin, int capacity) const {
    auto& ways = column_ways_[{begin, capacity}];
    if (!ways) ways = std::make_shared<std::vector<ColumnEnd>>(fill_column(flow_, begin, capacity, room_.lines, costs_, column_ends_kept));
    return ways;
  }

  void add_state(const std::shared_ptr<const PageState>& before, const PagePlan& plan, int first_line, int lines, PageAttempt attempt,
                 PageStates& result) const {
    const int next_figure = before->next_figure + static_cast<int>(plan.figures.size());
    const std::optional<int> figures_cost = cost_of_figures(plan, attempt, next_figure);
    const bool progress = attempt.position != before->position || !plan.figures.empty();
    if (!figures_cost || !progress) return;
    auto state = std::make_shared<PageState>();
    state->position = attempt.position;
    state->next_figure = next_figure;
    state->cost = before->cost + costs_.page + plan.cost + attempt.cost + *figures_cost;
    state->first_line = first_line;
    state->lines = lines;
    state->plan = plan;
    state->columns = std::move(attempt.columns);
    state->before = before;
    result.push_back(std::move(state));
  }

  /// Distance of the page's figures from their paragraphs and of those put off; nothing when a figure would stand before its paragraph's
  /// page.
  std::optional<int> cost_of_figures(const PagePlan& plan, const PageAttempt& attempt, int next_figure) const {
    int cost = 0;
    for (const FigurePlace& place : plan.figures) {
      const int anchor = figures_[static_cast<std::size_t>(place.figure)].anchor_block;
      const std::optional<int> column = column_of(anchor, attempt);
      if (!column && !lies_before(anchor, attempt)) return std::nullopt;
      if (!column) continue;
      const int right = place.column + place.span - 1;
      cost += costs_.figure_ahead * std::max(0, *column - right) + costs_.figure_distance * std::max(0, place.column - *column);
    }
    for (std::size_t figure = static_cast<std::size_t>(next_figure); figure < figures_.size(); ++figure) {
      const int anchor = figures_[figure].anchor_block;
      if (anchor < attempt.position.block || (anchor == attempt.position.block && attempt.position.line > 0))
        cost += costs_.figure_deferred;
    }
    return cost;
  }

  /// The column in which a block ends on this page, if any of it stands here.
  static std::optional<int> column_of(int block, const PageAttempt& attempt) {
    std::optional<int> result;
    for (std::size_t column = 0; column < attempt.columns.size(); ++column) {
      for (const ColumnPiece& piece : (*attempt.columns[column]).pieces) {
        if (piece.block == block) result = static_cast<int>(column);
      }
    }
    return result;
  }

  static bool lies_before(int block, const PageAttempt& attempt) { return block < attempt.position.block; }

  /// The last page: columns as short as holds the rest, the first ones longer by a line where it does not come out even.
  void add_balanced(const std::shared_ptr<const PageState>& before, const PagePlan& plan, int first_line, int lines,
                    PageStates& result) const {
    PageStates tried;
    int found = 0;
    for (int height = least_height(before->position, plan, lines); height <= lines && found < balance_lines_tried; ++height) {
      const std::size_t count = tried.size();
      for (int shorter = 0; shorter < room_.columns; ++shorter) try_height(before, plan, first_line, height, shorter, tried);
      if (tried.size() > count) ++found;
    }
    const auto cheapest = std::min_element(tried.begin(), tried.end(), [](const auto& a, const auto& b) { return a->cost < b->cost; });
    if (cheapest != tried.end()) result.push_back(*cheapest);
  }

  /// No column of fewer lines can hold the figures, nor all columns together the rest of the text.
  int least_height(FlowPosition begin, const PagePlan& plan, int lines) const {
    int text = lines_from_[static_cast<std::size_t>(begin.block)];
    if (begin.line > 0) text -= begin.line;
    for (int column = 0; column < room_.columns; ++column) text += lines - free_lines(plan, column, lines);
    return std::max({1, lines_of_figures(plan), (text + room_.columns - 1) / room_.columns});
  }

  /// The most lines that figures take of any column.
  static int lines_of_figures(const PagePlan& plan) {
    int most = 0;
    for (std::size_t column = 0; column < plan.head_lines.size(); ++column)
      most = std::max(most, plan.head_lines[column] + plan.foot_lines[column]);
    return most;
  }

  void try_height(const std::shared_ptr<const PageState>& before, const PagePlan& plan, int first_line, int height, int shorter,
                  PageStates& tried) const {
    std::vector<int> capacities;
    for (int column = 0; column < room_.columns; ++column) {
      const bool one_less = column >= room_.columns - shorter && plan.foot_lines[static_cast<std::size_t>(column)] == 0;
      capacities.push_back(std::max(0, free_lines(plan, column, height) - (one_less ? 1 : 0)));
    }
    const int figure_lines = lines_of_figures(plan);
    for (PageAttempt& attempt : fill_page(before->position, capacities)) {
      if (attempt.position.block != static_cast<int>(flow_.size())) continue;
      for (std::size_t column = 0; column < attempt.columns.size(); ++column) {
        // Room left where the flow ends is the same fault as a hole, since other columns could have been shorter; not beside a figure that
        // the page cannot be shorter than.
        const int used = (*attempt.columns[column]).used;
        const int room = capacities[column] - used;
        const bool holds_figure = plan.head_lines[column] + plan.foot_lines[column] > 0;
        if (capacities[column] > 0 && used == 0 && !holds_figure)
          attempt.cost += costs_.empty_column;
        else if (room > 0)
          attempt.cost += (height > figure_lines ? costs_.hole_one_line : costs_.room_beside_figure) * room;
      }
      attempt.cost += costs_.uneven_foot * shorter;
      add_state(before, plan, first_line, height, std::move(attempt), tried);
    }
  }

  /// What nothing else can hold: the next figure on a page of its own, cut to the column's height by whoever draws it.
  std::shared_ptr<const PageState> overfull_page(const std::shared_ptr<const PageState>& before, int first_line, int lines) const {
    auto state = std::make_shared<PageState>();
    state->before = before;
    state->position = before->position;
    state->cost = before->cost + costs_.page + costs_.hole_more;
    state->next_figure = before->next_figure;
    state->first_line = first_line;
    state->lines = lines;
    PagePlan& plan = state->plan;
    plan.head_lines.assign(static_cast<std::size_t>(room_.columns), 0);
    plan.foot_lines = plan.head_lines;
    for (int column = 0; column < room_.columns; ++column) state->columns.push_back({ways_to_fill(before->position, 0), 0});
    if (first_line == 0 && before->next_figure < static_cast<int>(figures_.size())) {
      plan.figures.push_back({before->next_figure, 0, 1, false, lines, 0});
      ++state->next_figure;
    }
    return state;
  }

  std::span<const FillBlock> flow_;
  std::span<const FloatingFigure> figures_;
  PageRoom room_;
  const PageCosts& costs_;
  mutable std::map<std::pair<FlowPosition, int>, std::shared_ptr<const std::vector<ColumnEnd>>> column_ways_;  ///< of the page being made
  std::vector<int> lines_from_;  ///< least lines of the flow from a block on
};

}  // namespace

std::vector<MadePage> make_pages(std::span<const FillBlock> flow, std::span<const FloatingFigure> figures, const PageRoom& room,
                                 const PageCosts& costs) {
  return PageMaker(flow, figures, room, costs).run();
}

}  // namespace banxin
