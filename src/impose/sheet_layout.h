// Where the pages of a side stand on their sheet.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "impose/page_order.h"

namespace banxin {

struct SheetOptions {
  Imposition way = Imposition::booklet;
  std::optional<Size> sheet;  ///< pages shrink to fit it, never grow; nothing: the sheet is as large as its pages ask
  Length gutter;              ///< between neighbouring pages
  Length creep;               ///< by which a sheet's pages move towards the fold for each sheet folded around it: its thickness
  bool marks = false;         ///< crop marks at the corners, fold marks between
};

/// The places of a sheet, which is alike on all sides.
class SheetLayout {
 public:
  /// `page` is the largest trim size among the pages.
  SheetLayout(Size page, const SheetOptions& options);

  Size sheet() const { return sheet_; }
  /// What all pages and gutters take together.
  Rectangle block() const { return block_; }
  int columns() const { return columns_; }
  /// Of pages; 1 is full size.
  double scale() const { return static_cast<double>(scale_) / full_size; }

  /// Where page `place` of a side stands, creep included (y downwards from the upper left corner of the sheet).
  Rectangle place(std::size_t place, int depth) const;
  /// What of a page may show there: its own side of the fold and half of each gutter, all to the sheet's edge elsewhere.
  Rectangle room(std::size_t place) const;
  /// Places of folds (x) or cuts between pages, besides the block's edges.
  std::vector<Length> inner_columns() const;
  std::vector<Length> inner_rows() const;

 private:
  Length scaled(Length length) const { return length.scaled(scale_, full_size); }
  static constexpr std::int64_t full_size = 1'000'000;

  SheetOptions options_;
  Size page_;  ///< scaled
  int columns_ = 2, rows_ = 1;
  Size sheet_;
  Rectangle block_;
  std::int64_t scale_ = full_size;
};

}  // namespace banxin
