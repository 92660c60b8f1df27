#include "layout/page_notes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace banxin {

namespace {

/// Of a page's lines notes leave so many to the text, in per cent.
constexpr int least_text_percent = 25;
/// Rooms tried for one page. More are wanted only where each line of the text brings notes of its own.
constexpr std::size_t most_rooms = 8;

class PageAboveNotes {
 public:
  PageAboveNotes(const PageNoteRules& rules, const PageStart& start, const FillPage& fill, int& limit)
      : rules_(rules), start_(start), fill_(fill), limit_(limit), page_lines_(start.head.lines) {}

  std::vector<PageAttempt> run() {
    want(rules_.room.taken(start_.position.notes));
    while (!wanted_.empty()) {
      const int room = *wanted_.begin();
      wanted_.erase(wanted_.begin());
      PageStart above = start_;
      above.position.notes = 0;
      above.head.lines -= room;
      for (PageAttempt& attempt : fill_(above, limit_)) add(std::move(attempt), room);
      if (wanted_.empty()) want_between();
    }
    return std::move(result_);
  }

 private:
  /// Where the flow has ended notes take what they need.
  int most_room() const {
    const bool text_goes_on = start_.position.block < static_cast<int>(rules_.flow.size());
    return page_lines_ - (text_goes_on ? std::max(1, page_lines_ * least_text_percent / 100) : 0);
  }

  void want(int room) {
    room = std::clamp(room, 0, std::max(0, most_room()));
    if (is_short_.size() < most_rooms && is_short_.try_emplace(room, false).second) wanted_.insert(room);
  }

  /// Where the next larger room was too large for the mark to stand on the page, one between holds more of its note.
  void want_between() {
    for (auto next = is_short_.begin(), room = next++; next != is_short_.end(); room = next++) {
      if (room->second && !next->second && next->first - room->first > 1) return want((room->first + next->first) / 2);
    }
  }

  bool ends_flow(const FlowPosition& position) const { return position == FlowPosition{static_cast<int>(rules_.flow.size()), 0, 0, -1}; }

  void add(PageAttempt attempt, int kept) {
    const bool ends = ends_flow(attempt.position);
    const NoteLines notes = notes_between(rules_.flow, start_.position, attempt.position);
    // Notes follow the last text of the flow directly.
    const int room = ends ? page_lines_ - attempt.lines : kept;
    const int needed = rules_.room.taken(notes.all);
    if (needed != kept) want(needed);
    is_short_[kept] |= needed > kept;
    const NoteFoot foot = note_foot(rules_.room, notes, room);
    attempt.note_lines = foot.here;
    attempt.lines_for_notes = ends ? rules_.room.taken(foot.here) : kept;
    attempt.position.notes = foot.carried;
    if (foot.carried > 0)
      attempt.cost += foot.torn ? rules_.costs.note_torn : rules_.costs.note_carried_on * rules_.columns;
    else if (!ends)
      attempt.cost += hole_cost(foot.free, rules_.costs);  // the columns end together above it
    if (ends && foot.carried == 0) limit_ = std::min(limit_, attempt.cost);
    result_.push_back(std::move(attempt));
  }

  const PageNoteRules& rules_;
  const PageStart& start_;
  const FillPage& fill_;
  int& limit_;
  int page_lines_;
  std::set<int> wanted_;          ///< grid lines to be kept for notes
  std::map<int, bool> is_short_;  ///< those that were wanted, and whether text above them brought more notes
  std::vector<PageAttempt> result_;
};

}  // namespace

std::vector<PageAttempt> fill_above_notes(const PageNoteRules& rules, const PageStart& start, const FillPage& fill, int& limit) {
  return PageAboveNotes(rules, start, fill, limit).run();
}

}  // namespace banxin
