// What the figures of a finished page cost: by where they stand on the page, and by how far from their paragraphs.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/page_charges.h"

namespace banxin {

/// What figures are judged against.
struct PageOfFigures {
  std::span<const FloatingFigure> figures;
  const PageRoom& room;
  const PageCosts& costs;
  int columns = 1, lines = 0;  ///< of the page
  std::vector<int> taken;      ///< lines of each column that a head block takes; empty: none
};

/// Of the arrangement alone.
std::vector<PageCharge> arrangement_charges(const PagePlan& plan, const PageOfFigures& page);

/// The column in which a block of the flow ends on the page: that of its last line, or of the last text when it goes on overleaf. Nothing
/// when it does not end there, or for block -1.
std::optional<int> column_of_end(const MadePage& made, std::span<const FillBlock> flow, int block);

/// Columns from the end of each figure's paragraph, on this page, to the figure.
std::vector<PageCharge> distance_charges(const MadePage& made, std::span<const FillBlock> flow, const PageOfFigures& page);

}  // namespace banxin
