#include "impose/sheet_layout.h"

#include <algorithm>

namespace banxin {
namespace {

/// White around the pages that marks take.
constexpr Length room_for_marks = Length::from_millimetres(10);

bool folded(Imposition way) { return way == Imposition::booklet || way == Imposition::signatures; }

}  // namespace

SheetLayout::SheetLayout(Size page, const SheetOptions& options) : options_(options) {
  if (options.way == Imposition::four_up) rows_ = 2;
  // Two lying pages stand one above the other; folded ones always have their spine between them.
  if (options.way == Imposition::two_up && page.width > page.height) std::swap(columns_, rows_);
  const Length margin = options.marks ? room_for_marks : Length(), gaps_x = options.gutter * (columns_ - 1),
               gaps_y = options.gutter * (rows_ - 1);
  const Size needed{page.width * columns_ + gaps_x + margin * 2, page.height * rows_ + gaps_y + margin * 2};
  const auto scale_on = [&](Size sheet) {
    const Length wide = sheet.width - gaps_x - margin * 2, high = sheet.height - gaps_y - margin * 2;
    const std::int64_t by_width = wide.scaled(full_size, std::max<std::int64_t>(1, (page.width * columns_).raw())).raw();
    const std::int64_t by_height = high.scaled(full_size, std::max<std::int64_t>(1, (page.height * rows_).raw())).raw();
    return std::clamp<std::int64_t>(std::min(by_width, by_height), 1, full_size);
  };
  sheet_ = options.sheet.value_or(needed);
  if (options.sheet) {
    const Size turned{sheet_.height, sheet_.width};
    const bool lies = needed.width > needed.height;
    const std::int64_t as_given = scale_on(sheet_), when_turned = scale_on(turned);
    if (when_turned > as_given || (when_turned == as_given && lies != (sheet_.width > sheet_.height))) sheet_ = turned;
    scale_ = scale_on(sheet_);
  }
  page_ = {scaled(page.width), scaled(page.height)};
  block_.width = page_.width * columns_ + gaps_x;
  block_.height = page_.height * rows_ + gaps_y;
  block_.x = (sheet_.width - block_.width).scaled(1, 2);
  block_.y = (sheet_.height - block_.height).scaled(1, 2);
}

Rectangle SheetLayout::place(std::size_t place, int depth) const {
  const auto column = static_cast<std::int64_t>(place) % columns_, row = static_cast<std::int64_t>(place) / columns_;
  const Length creep = folded(options_.way) ? options_.creep * depth : Length();
  return {block_.x + (page_.width + options_.gutter) * column + (column == 0 ? creep : -creep),
          block_.y + (page_.height + options_.gutter) * row, page_.width, page_.height};
}

Rectangle SheetLayout::room(std::size_t place) const {
  const auto column = static_cast<int>(place) % columns_, row = static_cast<int>(place) / columns_;
  const Rectangle page = this->place(place, 0);
  const Length half = options_.gutter.scaled(1, 2);
  const Length left = column == 0 ? Length() : page.x - half, right = column + 1 == columns_ ? sheet_.width : page.right() + half;
  const Length top = row == 0 ? Length() : page.y - half, bottom = row + 1 == rows_ ? sheet_.height : page.bottom() + half;
  return {left, top, right - left, bottom - top};
}

std::vector<Length> SheetLayout::inner_columns() const {
  std::vector<Length> places;
  for (int column = 1; column < columns_; ++column)
    places.push_back(place(static_cast<std::size_t>(column), 0).x - options_.gutter.scaled(1, 2));
  return places;
}

std::vector<Length> SheetLayout::inner_rows() const {
  std::vector<Length> places;
  for (int row = 1; row < rows_; ++row)
    places.push_back(place(static_cast<std::size_t>(row * columns_), 0).y - options_.gutter.scaled(1, 2));
  return places;
}

}  // namespace banxin
