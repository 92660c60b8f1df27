#include "layout/flow_content.h"

#include <algorithm>

namespace banxin {

std::vector<NoteMark> note_marks_of(const Galley& galley) {
  std::vector<NoteMark> marks;
  if (!galley.text) return marks;
  for (const StyledRun& run : galley.text->runs) {
    if (run.style.note.empty()) continue;
    const auto line = std::find_if(galley.lines.begin(), galley.lines.end(), [&](const Line& one) { return run.begin < one.text_end; });
    marks.push_back({run.style.note, static_cast<int>(line - galley.lines.begin())});
  }
  return marks;
}

}  // namespace banxin
