#include "layout/page_maker.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>

#include "base/parallel.h"
#include "layout/page_search.h"
#include "layout/search_record.h"

namespace banxin {

namespace {

/// How much dearer than the cheapest way the ways may be that are told of.
constexpr int cost_of_other_ends = 50'000;

class PageMaker {
 public:
  /// With `ways` it remembers also the ways that were not the cheapest.
  PageMaker(const PageMatter& matter, const PageRoom& room, const PageCosts& costs, PageWays* ways)
      : matter_(matter), room_(room), costs_(costs), search_(matter, room, costs, ways), ways_(ways) {}

  SearchWork work() const { return search_.work(); }

  /// Pages of what lies between two page breaks, by where it begins.
  using Chapters = std::map<FlowPosition, std::vector<MadePage>>;

  /// The pages from one page break to the next. None when there is more than one end that may go on behind that.
  std::vector<MadePage> chapter(const FlowPosition& begin) {
    const PageBreaks& breaks = search_.breaks();
    const FlowPosition end = breaks.end_of_chapter(begin);
    PageStates states = {std::make_shared<PageState>()};
    states.front()->position = begin;
    states.front()->next_figure = breaks.first_figure_of(begin);
    for (int page = 1; page < room_.most_pages && !states.empty(); ++page) {
      states = search_.next_page(states, page);
      breaks.drop_overtaken(states, costs_.page);
      if (std::any_of(states.begin(), states.end(), [&](const auto& state) { return state->position > end; })) return {};
      if (states.size() == 1 && breaks.is_beginning(*states.front(), end)) return pages_of(*states.front());
    }
    return {};
  }

  /// Chapters that need not be searched again.
  void know(Chapters chapters) { chapters_ = std::move(chapters); }

  /// With a `record` it searches no page that it kept.
  std::vector<MadePage> run(SearchRecord* record) {
    PageStates states = {std::make_shared<PageState>()};
    std::shared_ptr<PageState> finished;
    int page = 0;
    if (record != nullptr) {
      page = record->begin(search_matter());
      states = record->ends();
    }
    for (; !states.empty() && page < room_.most_pages && (record == nullptr || !record->is_whole()); ++page) {
      page += append_chapters(states, room_.most_pages - page - 1);
      states = search_.next_page(states, page);
      if (ways_ != nullptr) ways_->add_page(states);
      keep_finished(states, finished);
      search_.breaks().drop_overtaken(states, costs_.page);
      if (record != nullptr) record->add(states, finished);
    }
    if (record != nullptr) finished = record->finish();
    if (!finished) return {};
    if (ways_ != nullptr) tell_alternatives(finished);
    return pages_of(*finished);
  }

  /// For each page, when it remembers ways.
  const std::vector<PageAlternatives>& alternatives() const { return alternatives_; }

 private:
  SearchMatter search_matter() const {
    return {{matter_.flow.begin(), matter_.flow.end()},
            {matter_.figures.begin(), matter_.figures.end()},
            matter_.notes,
            room_,
            costs_,
            search_.width()};
  }

  /// Appends the pages of known chapters, `most` at most, to the only end there is. Gives their number.
  int append_chapters(PageStates& states, int most) {
    int appended = 0;
    while (states.size() == 1) {
      const auto known = chapters_.find(states.front()->position);
      if (known == chapters_.end() || !search_.breaks().is_beginning(*states.front(), known->first)) break;
      const int pages = static_cast<int>(known->second.size());
      if (pages == 0 || appended + pages > most) break;
      for (MadePage& page : known->second) {
        const std::shared_ptr<PageState> before = states.front();
        const int next_figure = before->next_figure + static_cast<int>(page.plan.figures.size());
        const WayCost cost = before->cost + page.cost;
        states.front() = std::make_shared<PageState>(PageState{page.end, next_figure, cost, std::move(page), before});
      }
      appended += pages;
    }
    return appended;
  }

  /// Takes the cheapest finished state out, and every state that, needing another page, cannot undercut it.
  void keep_finished(PageStates& states, std::shared_ptr<PageState>& finished) const {
    for (const auto& state : states) {
      if (search_.is_finished(*state) && (!finished || state->cost < finished->cost)) finished = state;
    }
    const int slack = ways_ != nullptr ? cost_of_other_ends : 0;
    std::erase_if(states, [&](const auto& state) {
      return search_.is_finished(*state) || (finished && state->cost + costs_.page >= finished->cost + slack);
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
      alternatives_.push_back({ways_->other_ends()[page], search_.other_arrangements(*states[page], page, last->cost)});
  }

  const PageMatter& matter_;
  const PageRoom& room_;
  const PageCosts& costs_;
  PageSearch search_;
  Chapters chapters_;
  PageWays* ways_;
  std::vector<PageAlternatives> alternatives_;
};

/// Chapters that have one end whatever stands before them, searched by several threads.
PageMaker::Chapters search_chapters(const PageMatter& matter, const PageRoom& room, const PageCosts& costs) {
  const std::vector<FlowPosition> begins = PageBreaks(matter.flow, matter.figures).chapters();
  std::vector<std::vector<MadePage>> found(begins.size());
  std::atomic<std::size_t> next = 0;
  for_each_index(std::min<std::size_t>(matter.threads, begins.size()), matter.threads, [&](std::size_t) {
    PageMaker maker(matter, room, costs, nullptr);
    for (std::size_t i = next++; i < begins.size(); i = next++) found[i] = maker.chapter(begins[i]);
  });
  PageMaker::Chapters chapters;
  for (std::size_t i = 0; i < begins.size(); ++i) chapters.emplace(begins[i], std::move(found[i]));
  return chapters;
}

}  // namespace

std::vector<MadePage> make_pages(const PageMatter& matter, const PageRoom& room, const PageCosts& costs,
                                 std::vector<PageAlternatives>* alternatives, SearchWork* work, SearchRecord* record) {
  PageWays ways;
  PageMaker maker(matter, room, costs, alternatives != nullptr ? &ways : nullptr);
  // What goes on in another width adds to the flow while it is searched.
  const bool may_keep = alternatives == nullptr && room.measures.empty();
  const bool may_divide = may_keep && matter.threads > 1 && room.most_columns == 0 && record == nullptr && work == nullptr;
  if (may_divide) maker.know(search_chapters(matter, room, costs));
  std::vector<MadePage> pages = maker.run(may_keep ? record : nullptr);
  if (alternatives != nullptr) *alternatives = maker.alternatives();
  if (work != nullptr) *work = maker.work();
  return pages;
}

}  // namespace banxin
