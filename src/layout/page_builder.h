// What the page maker decided, turned into page items: text, figures, column rules, furniture, in reading order.
#pragma once

#include <vector>

#include "layout/flow.h"
#include "layout/furniture.h"
#include "layout/head_block.h"
#include "layout/page_maker.h"
#include "style/type_area.h"

namespace banxin {

/// The type area of every page and the line grid in it.
struct PageGeometry {
  Size paper;
  TypeArea area;
  Length gap;  ///< between columns
  Length pitch, body_size;

  int columns() const { return static_cast<int>(area.column_x.size()); }
  /// Em-top of a grid line.
  Length line_top(int line) const { return area.area.y + pitch * line; }
  /// The first grid line whose em-top is not above `y`.
  int first_line_from(Length y) const { return static_cast<int>(((y - area.area.y).raw() + pitch.raw() - 1) / pitch.raw()); }
  Length width_over(int span) const { return area.column_width * span + gap * (span - 1); }
};

PageGeometry page_geometry(const Style& style);

/// A figure set over `span` columns, no higher than the type area.
FigureSetting set_figure_over(const LoadedFigure& figure, int span, const PageGeometry& geometry, const TextSetter& setter);

struct BuildInput {
  const std::vector<MadePage>& pages;
  const Flow& flow;
  const HeadBlock& head;
  int head_start_line;
  const PageGeometry& geometry;
  const Variables& variables;
  const FurnitureNodes& furniture_nodes;
  const TextSetter& setter;
  QrNodes qr;
};

/// Adds the pages and the outline to `document`.
void build_pages(const BuildInput& input, PagedDocument& document);

}  // namespace banxin
