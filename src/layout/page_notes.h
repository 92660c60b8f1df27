// Notes at the foot of a page, over all its columns: how much room the page keeps for them.
#pragma once

#include <functional>
#include <vector>

#include "layout/page_attempt.h"

namespace banxin {

/// Fills a page from its start, the ways to end the flow on it that cost less than the limit alone.
using FillPage = std::function<std::vector<PageAttempt>(const PageStart& start, int limit)>;

/// What filling a page above its notes depends on.
struct PageNoteRules {
  std::span<const FillBlock> flow;
  const PageCosts& costs;
  NoteRoom room;
  int columns = 1;
};

/// Fills the page above as much room as the notes of its text take, and tries what else that text may be: with more of it less is left for
/// the notes that it brings. What does not fit is carried on to the next page. `limit` becomes what the cheapest way to end the flow costs.
std::vector<PageAttempt> fill_above_notes(const PageNoteRules& rules, const PageStart& start, const FillPage& fill, int& limit);

}  // namespace banxin
