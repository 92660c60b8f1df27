// Notes at the foot of a column: what they take of its lines, and how much of them is carried on where they do not fit.
#pragma once

#include <optional>

#include "base/length.h"

namespace banxin {

/// A note that belongs to a line of a block.
struct AnchoredNote {
  int line = 0;   ///< that holds its mark
  int lines = 0;  ///< its own length, in lines of notes
  friend bool operator==(const AnchoredNote&, const AnchoredNote&) = default;
};

/// How note lines count against the lines of the grid.
struct NoteRoom {
  Length grid_pitch;
  Length line_pitch;       ///< of notes
  Length around;           ///< what the rule and the space about it take besides
  bool over_page = false;  ///< they stand at the foot of the page over all its columns

  /// Grid lines that so many lines of notes take of a column.
  int taken(int note_lines) const;
  /// Lines of notes that stand in so many grid lines.
  int held(int grid_lines) const;
  friend bool operator==(const NoteRoom&, const NoteRoom&) = default;
};

/// The notes of a column down to a place in it.
struct NoteLines {
  int all = 0;
  int last = 0;  ///< of these, the last note's, which alone may be carried on
};

/// Least lines of a note on either side of its cut.
constexpr int least_note_lines = 2;

/// The foot of a column that ends at a place.
struct NoteFoot {
  int carried = 0;    ///< lines of notes for the next column
  int here = 0;       ///< lines of notes at this foot
  int free = 0;       ///< grid lines left between text and notes
  bool torn = false;  ///< a note does not begin in the column of its mark: nothing else was possible
};

/// Notes below `room` grid lines that the text leaves free. Only what does not fit is carried on.
NoteFoot note_foot(const NoteRoom& notes, NoteLines lines, int room);

}  // namespace banxin
