#include "layout/column_notes.h"

#include <algorithm>

namespace banxin {

int NoteRoom::taken(int note_lines) const {
  if (note_lines == 0) return 0;
  const Length height = around + line_pitch * note_lines;
  return static_cast<int>((height.raw() + grid_pitch.raw() - 1) / grid_pitch.raw());
}

int NoteRoom::held(int grid_lines) const {
  const Length room = grid_pitch * grid_lines - around;
  return room < line_pitch ? 0 : static_cast<int>(room.raw() / line_pitch.raw());
}

NoteFoot note_foot(const NoteRoom& notes, NoteLines lines, int room) {
  NoteFoot foot;
  if (lines.all > 0 && notes.taken(lines.all) > room) {
    const int too_many = std::max(lines.all - notes.held(room), least_note_lines);
    foot.torn = too_many > lines.last - least_note_lines;
    foot.carried = std::min(too_many, lines.all);
  }
  foot.here = lines.all - foot.carried;
  foot.free = room - notes.taken(foot.here);
  return foot;
}

}  // namespace banxin
