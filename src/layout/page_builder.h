// What the page maker decided, turned into page items: text, figures, column rules, furniture, in reading order.
#pragma once

#include <vector>

#include "layout/deck_box.h"
#include "layout/flow.h"
#include "layout/furniture.h"
#include "layout/head_block.h"
#include "layout/made_page.h"
#include "style/type_area.h"

namespace banxin {

/// The type area of a page and the line grid in it. Where the style has frames, these are the areas' columns.
struct PageGeometry {
  Size paper;
  TypeArea recto, verso;  ///< of right-hand and left-hand pages; alike when pages do not face each other
  Length gap;             ///< between columns
  Length pitch, body_size;
  Length head_width;  ///< of the columns that the head runs over

  const TypeArea& area_of(int page_index) const { return page_index % 2 == 0 ? recto : verso; }
  int columns() const { return recto.columns(); }
  /// Em-top of a grid line.
  Length line_top(int line) const { return recto.area.y + pitch * line; }
  /// The first grid line whose em-top is not above `y`.
  int first_line_from(Length y) const { return static_cast<int>(((y - recto.area.y).raw() + pitch.raw() - 1) / pitch.raw()); }
};

PageGeometry page_geometry(const Style& style);

/// The columns that the head runs over, from the first.
int head_columns(const Style& style);

/// The widths of the columns, each once.
ColumnMeasures column_measures(const PageGeometry& geometry);

/// The height that a picture may have: two lines of caption must fit on the page below it.
Length tallest_picture(const PageGeometry& geometry, const Style& style);

/// A figure set over `span` columns from `column` on.
FigureSetting set_figure_over(const LoadedFigure& figure, int column, int span, const PageGeometry& geometry, const TextSetter& setter);

struct BuildInput {
  const std::vector<MadePage>& pages;
  const Flow& flow;
  const HeadBlock& head;
  const DeckBox& deck_box;  ///< stands at the head of the last column
  int head_start_line;
  int head_columns;  ///< that the head runs over, from the first
  const PageGeometry& geometry;
  const Variables& variables;
  const FurnitureNodes& furniture_nodes;
  const TextSetter& setter;
  QrNodes qr;
};

/// Of each block of the flow the variant in which its last piece stands: all of it is drawn so.
std::vector<int> printed_variants(const std::vector<MadePage>& pages, std::size_t blocks);

/// Adds the pages and the outline to `document`.
void build_pages(const BuildInput& input, PagedDocument& document);

}  // namespace banxin
