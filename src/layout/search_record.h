// The search for pages as it went last time. After an edit it goes on from the last page that the edit cannot have changed, and stops where
// it comes to the same ends as last time: the pages from there on are last time's.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "layout/band_fill.h"
#include "layout/page_maker.h"
#include "layout/page_ways.h"

namespace banxin {

/// What pages are made of.
struct SearchMatter {
  std::vector<FillBlock> flow;
  std::vector<FloatingFigure> figures;
  NoteRoom notes;
  PageRoom room;
  PageCosts costs;
  SearchWidth width;
};

/// What two flows have in common: the blocks before `first` with the figures that belong to them; the blocks from `end` on, which are those
/// from `last_end` on of the flow before, with the figures from `figure_end`, `last_figure_end` on.
struct FlowEdit {
  int first = 0;
  int end = 0, last_end = 0;
  int figure_end = 0, last_figure_end = 0;

  int block_shift() const { return end - last_end; }
  int figure_shift() const { return figure_end - last_figure_end; }
};

FlowEdit flow_edit(const SearchMatter& last, const SearchMatter& now);

/// Keeps the ends of every page. What comes of a search with a record is what would come of it without, whatever the edit.
class SearchRecord {
 public:
  /// A search begins. Gives the number of pages whose ends are last time's; it goes on from `ends()`.
  int begin(SearchMatter matter);
  const PageStates& ends() const { return now_.ends.back(); }
  /// Whether it holds a search to its end: before the first `add`, that nothing has changed.
  bool is_whole() const { return is_whole_; }
  /// Adds the ends of the next page, and the cheapest end of the article as far as it is known. Where the search would go on as last time
  /// the rest is taken over, and the record is whole.
  void add(const PageStates& ends, const std::shared_ptr<PageState>& finished);
  /// The search has come to its end. Gives the cheapest way to the end of the article; null: there is none.
  std::shared_ptr<PageState> finish();

  /// Pages that were searched since it began.
  int searched() const { return searched_; }

 private:
  struct Search {
    std::vector<PageStates> ends;         ///< by the number of pages before them
    std::shared_ptr<PageState> finished;  ///< null: no way to the end is known
    std::size_t pages_to_finish = 0;      ///< after which one was known for the first time
  };

  std::size_t pages_unchanged() const;
  bool may_go_on_from(std::size_t pages) const;
  bool go_on_alike(const PageStates& last) const;
  void take_over(std::size_t pages);

  SearchMatter matter_;
  FlowEdit edit_;
  Search now_, last_;
  bool is_whole_ = false;
  int searched_ = 0;
  std::size_t resumed_ = 0;  ///< pages before the first that was searched
};

}  // namespace banxin
