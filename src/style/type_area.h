// The type area (版心): whole characters and whole lines, what is left over goes to the margins (CLREQ 2.3.5, JLREQ 2.4).
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/geometry.h"

namespace banxin {

struct Style;

/// What a type area is computed from. Of `inner`, `outer` and `characters` two at most may be given, likewise of `top`, `bottom` and
/// `lines`.
struct TypeAreaRequest {
  Size paper;
  std::optional<Length> top, bottom, inner, outer;
  std::optional<int> characters, lines;  ///< a column
  int columns = 1;
  std::vector<int> widths;  ///< characters of each column, when they differ; then `characters` says nothing
  Length gap;               ///< between columns
  Length notes;             ///< taken at the outer side by the notes and the gap beside them
  Length cell;   ///< width of a character: the body size, or the style's cell
  Length size;   ///< of the body
  Length pitch;  ///< of its lines
};

/// Where the text of a right-hand (recto) page stands.
struct TypeArea {
  Rectangle area;
  int characters = 0;  ///< a column, the widest where they differ
  int lines = 0;
  std::vector<Length> column_x;  ///< left edge of each column, from the left edge of the paper
  std::vector<Length> column_widths;
  Length notes;  ///< to the right of `area`, gap and column of notes

  int columns() const { return static_cast<int>(column_x.size()); }
  /// Width of `span` neighbouring columns from `first` on, with the gaps between them.
  Length width_over(int first, int span) const {
    const auto begin = static_cast<std::size_t>(first), last = begin + static_cast<std::size_t>(span) - 1;
    return column_x[last] + column_widths[last] - column_x[begin];
  }
  Length margin_bottom(Size paper) const { return paper.height - area.bottom(); }
  Length margin_outer(Size paper) const { return paper.width - area.right() - notes; }
};

/// Why there is no type area: what was asked for is larger than the paper allows. `most` is the largest count that fits, perhaps 0.
struct TypeAreaFault {
  enum class Axis { characters, lines } axis;
  int most = 0;
};

/// One margin given: it holds, and the rest follows on the other side. None given: the area is centred. Both given: as many characters or
/// lines as fit between them, the remainder halved.
std::variant<TypeArea, TypeAreaFault> compute_type_area(const TypeAreaRequest& request);

/// What a style says of paper, columns and type; its margins and its area are left to be filled in.
TypeAreaRequest type_area_request(const Style& style);

/// Of a resolved style; on a left-hand page of facing pages (`verso`) inner and outer margins change places.
TypeArea type_area(const Style& style, bool verso = false);

}  // namespace banxin
