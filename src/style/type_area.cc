#include "style/type_area.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "style/style.h"

namespace banxin {
namespace {

/// One direction of the page: `count` units whose extent is `base + count * step`, between two margins.
struct Axis {
  Length paper;
  std::optional<Length> start, end;
  std::optional<int> count;
  Length base, step;

  Length extent(int units) const { return base + step * units; }
  int most_within(Length room) const {
    const Length free = room - base;
    return free < step ? 0 : static_cast<int>(free.raw() / step.raw());
  }
};

struct Fit {
  int count = 0;
  Length start, extent;
};

/// Nothing when the units asked for, or a single one, do not fit.
std::optional<Fit> fit(const Axis& axis) {
  const Length start = axis.start.value_or(Length()), end = axis.end.value_or(Length());
  const Length room = axis.paper - start - end;
  const int most = axis.most_within(room);
  const int count = axis.count.value_or(most);
  if (count < 1 || count > most) return std::nullopt;
  const Length extent = axis.extent(count), rest = room - extent;
  if (axis.start && !axis.end) return Fit{count, start, extent};
  if (axis.end && !axis.start) return Fit{count, rest, extent};
  return Fit{count, start + rest.scaled(1, 2), extent};
}

/// Columns of given widths are one unit of all their characters.
Axis inline_axis(const TypeAreaRequest& request) {
  const Length gaps = request.gap * (request.columns - 1) + request.notes;
  if (request.widths.empty())
    return {request.paper.width, request.inner, request.outer, request.characters, gaps, request.cell * request.columns};
  const int all = std::accumulate(request.widths.begin(), request.widths.end(), 0);
  return {request.paper.width, request.inner, request.outer, 1, gaps, request.cell * all};
}

/// L lines take L * pitch - (pitch - size).
Axis block_axis(const TypeAreaRequest& request) {
  return {request.paper.height, request.top, request.bottom, request.lines, request.size - request.pitch, request.pitch};
}

TypeAreaFault fault(TypeAreaFault::Axis which, const Axis& axis) {
  return {which, axis.most_within(axis.paper - axis.start.value_or(Length()) - axis.end.value_or(Length()))};
}

}  // namespace

std::variant<TypeArea, TypeAreaFault> compute_type_area(const TypeAreaRequest& request) {
  assert(request.columns > 0 && request.cell > Length() && request.pitch > Length());
  const Axis horizontal = inline_axis(request), vertical = block_axis(request);
  const std::optional<Fit> across = fit(horizontal), down = fit(vertical);
  if (!across) return fault(TypeAreaFault::Axis::characters, horizontal);
  if (!down) return fault(TypeAreaFault::Axis::lines, vertical);
  TypeArea result{{across->start, down->start, across->extent - request.notes, down->extent}, across->count, down->count, {}, {}, request.notes};
  std::vector<int> widths = request.widths;
  if (widths.empty()) widths.assign(static_cast<std::size_t>(request.columns), across->count);
  result.characters = *std::max_element(widths.begin(), widths.end());
  Length x = result.area.x;
  for (const int characters : widths) {
    result.column_x.push_back(x);
    result.column_widths.push_back(request.cell * characters);
    x += result.column_widths.back() + request.gap;
  }
  return result;
}

TypeAreaRequest type_area_request(const Style& style) {
  TypeAreaRequest request;
  request.paper = style.page.paper;
  request.columns = style.columns.count;
  request.widths = style.columns.widths;
  request.gap = style.columns.gap;
  request.notes = style.notes.taken();
  request.size = style.of(Element::body).size;
  request.cell = style.grid.cell.value_or(request.size);
  request.pitch = style.grid.pitch;
  return request;
}

TypeArea type_area(const Style& style, bool verso) {
  TypeAreaRequest request = type_area_request(style);
  request.top = style.page.margin_top;
  request.inner = style.page.facing && verso ? style.page.margin_outer : style.page.margin_inner;
  request.characters = style.page.area_characters;
  request.lines = style.page.area_lines;
  auto area = compute_type_area(request);
  assert(std::holds_alternative<TypeArea>(area));
  return std::get<TypeArea>(std::move(area));
}

}  // namespace banxin
