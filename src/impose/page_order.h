// Which pages stand on which side of which sheet, so that they follow each other when the sheets are folded.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace banxin {

/// `two_up` and `four_up`: pages in reading order, sheets cut or read as they are. `booklet`: all sheets folded one in the other and
/// stapled through the fold. `signatures`: as many booklets as needed, one behind the other, bound at their spines.
enum class Imposition { two_up, four_up, booklet, signatures };

/// The side of the spine on the first page: left for horizontal lines, right for vertical ones.
enum class Binding { left, right };

/// One side of a sheet.
struct SheetSide {
  std::vector<std::optional<std::size_t>> pages;  ///< from 0, by place: left to right, then downwards; nothing: a blank
  int depth = 0;                                  ///< sheets folded around this one
};

/// Front and back of each sheet in turn. `signature` is the number of pages of one, a multiple of four; the last may have fewer.
std::vector<SheetSide> page_order(Imposition way, std::size_t pages, std::size_t signature, Binding binding);

}  // namespace banxin
