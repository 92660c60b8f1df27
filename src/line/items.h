// A paragraph as boxes and gaps: what every line of it is made of, whatever lines it is broken into.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/length.h"
#include "shape/cluster.h"
#include "shape/styled_text.h"
#include "text/composition_options.h"
#include "text/line_break.h"
#include "text/locale_rules.h"

namespace banxin {

/// A cluster. A full-width mark is the half em of its ink, its blanks belong to the gaps beside it or to the line's edge.
struct Box {
  Length body;
  Length cut;          ///< of the glyph's advance before the body: its origin is that much before the box
  Length lead, trail;  ///< blanks of a mark before and after the body
  Length em;
  Length first_blank, start_blank;  ///< kept before the body at the beginning of the paragraph and of a line
  Length end_rigid, end_removable;  ///< kept after the body at the end of a line; the second may go as a whole (stage S1)
  char32_t code_point = 0;
  CharacterClass character_class = CharacterClass::latin;
  MarkBody mark = MarkBody::solid;
  ShrinkStage stage = ShrinkStage::none;  ///< of the mark's blanks
  bool ends_doubled_exclamation = false;  ///< ？！ are one em in all: nothing follows
  bool blank = false;                     ///< dropped at the end of a line
  bool hangs = false;                     ///< may stand outside the measure
};

/// The space before a box.
struct Gap {
  Length natural, shrink, stretch;  ///< width, and by how much its stages may change it
  Length em;                        ///< what an equal part of a stage is measured in; nothing when no stage may
  ShrinkStage shrink_stage = ShrinkStage::none;
  StretchStage stretch_stage = StretchStage::none;
};

inline constexpr int first_shrink_stage = 2, last_shrink_stage = 7, shrink_stage_count = 6;
inline constexpr int stretch_stage_count = 3;

/// Running totals over the boxes and gaps before an index.
struct Totals {
  Length bodies, gaps;
  std::array<Length, shrink_stage_count> shrink;    ///< S2…S7
  std::array<Length, stretch_stage_count> stretch;  ///< E1…E3
  Length gap_ems, other_ems;                        ///< of the sites of E3; of those of E1 and E2
  std::int32_t characters = 0;                      ///< letters, digits and ideographs
};

/// A place where a line may end: before box `box`. What is blank before it is dropped, so the line's last box is the one before
/// `content_end`.
struct BreakPoint {
  std::uint32_t box = 0, content_end = 0;
  int penalty = 0;
  BreakKind kind = BreakKind::allowed;
  bool hyphen = false;                  ///< after a typed hyphen or with one of our own
  const Glyph* added_hyphen = nullptr;  ///< of the ShapedText: drawn at the line's end

  Length hyphen_width() const { return added_hyphen == nullptr ? Length() : added_hyphen->advance; }
};

struct ParagraphItems {
  std::vector<Box> boxes;          ///< one for each cluster
  std::vector<Gap> gaps;           ///< gaps[i] before boxes[i]; the first is empty
  std::vector<Totals> totals;      ///< one more than boxes
  std::vector<BreakPoint> breaks;  ///< in order; the last is the end of the paragraph (forced)

  Length width(std::uint32_t begin, std::uint32_t end) const {
    return totals[end].bodies - totals[begin].bodies + totals[end].gaps - totals[begin + 1].gaps;
  }
};

/// The room of lines that decides what is too wide for them.
struct LineRoom {
  Length first;      ///< of the first line, behind its indent
  Length narrowest;  ///< of all others
};

/// `options.level` is not `automatic`. Words and pieces of Western text wider than `room` may be broken anywhere in an emergency.
ParagraphItems make_items(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options, const LineRoom& room);

}  // namespace banxin
