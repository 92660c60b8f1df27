// Footnotes set for the foot of a column: number, text, rule.
#pragma once

#include <string_view>
#include <vector>

#include "layout/column_fill.h"
#include "layout/emit.h"
#include "layout/flow_content.h"
#include "layout/note_marks.h"
#include "layout/text_setter.h"

namespace banxin {

/// A footnote in lines of whole characters: its number, an em behind it, its text; lines that turn are an em in.
struct SetNote {
  const Footnote* note = nullptr;
  Galley number;
  std::vector<Galley> paragraphs;
  std::vector<int> nodes;  ///< of the paragraphs
  int number_node = -1;

  int lines() const;
};

/// Lines of notes are whole characters long; what is left of the column stands before them.
constexpr Length note_measure(Length column, Length size) { return size * (column.raw() / size.raw()); }

/// A line of a note.
struct NoteLine {
  int note = 0, line = 0;
};

/// The notes of an article, set for the narrowest column, or over all of them.
class NoteSetting {
 public:
  NoteSetting() = default;
  NoteSetting(const Article& article, const NoteNumbers& numbers, const ColumnMeasures& measures, bool over_page, const TextSetter& setter);

  bool empty() const { return notes_.empty(); }
  /// Index of the note that the author calls so; -1: there is none.
  int find(std::string_view name) const;
  const SetNote& operator[](int index) const { return notes_[static_cast<std::size_t>(index)]; }

  /// Adds the nodes of a note below `parent`.
  void add_nodes(int index, int parent, PagedDocument& document);

  NoteRoom room(const Style& style) const;

  /// Draws the rule and lines of notes below it, the last em-bottom at `foot`, in a column at `left`.
  void draw(const std::vector<NoteLine>& lines, Length left, Length foot, const Style& style, PageSink sink) const;

  /// Where the notes' lines begin, from the column's edge: they are whole characters long.
  Length left() const { return left_; }

 private:
  void draw_line(const NoteLine& line, Point top, const TextStyle& type, PageSink sink) const;

  std::vector<SetNote> notes_;
  bool over_page_ = false;
  Length column_, left_;
};

/// Of the notes of a block, in their order, the line of each one's mark, the first where there is none: it stands in the head then.
std::vector<AnchoredNote> anchored_notes(const std::vector<NoteMark>& marks, const std::vector<int>& notes, const NoteSetting& setting);

}  // namespace banxin
