// Furniture items on a page: which of them stand there, where, and what is drawn.
#include <fmt/format.h>

#include <algorithm>

#include "layout/furniture.h"
#include "layout/name_stack.h"
#include "layout/qr_drawing.h"

namespace banxin {

namespace {

using Kind = FurnitureItem::Kind;
using From = FurnitureItem::From;
using Side = FurnitureItem::Side;

/// Closer rules than these would make a tint, and endless work.
constexpr Length least_repeat = Length::from_points(1);

bool stands_on(const FurnitureItem& item, const FurniturePage& page) {
  switch (item.on) {
    case FurnitureItem::On::first:
      return page.index == 0;
    case FurnitureItem::On::later:
      return page.index > 0;
    case FurnitureItem::On::last:
      return page.index == page.count - 1;
    case FurnitureItem::On::odd:
      return page.index % 2 == 0;
    case FurnitureItem::On::even:
      return page.index % 2 == 1;
    case FurnitureItem::On::all:
      return true;
  }
  return false;
}

bool has_box(const FurnitureItem& item) { return item.fill || item.frame > Length(); }

Length end_of_text(const FurniturePage& page) { return page.index == page.count - 1 ? page.text_end : page.area.bottom(); }

bool has_room(const FurnitureItem& item, const FurniturePage& page) {
  const Length room = page.area.bottom() - end_of_text(page);
  return (!item.minimum_room || room >= *item.minimum_room) && (!item.maximum_room || room < *item.maximum_room);
}

RichText rich_text(const std::vector<FilledRun>& runs) {
  std::string text;
  std::vector<InlineRun> markup;
  for (const FilledRun& run : runs) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += run.text;
    InlineRun part{begin, static_cast<std::uint32_t>(text.size()), {}};
    part.markup.strong = run.strong;
    markup.push_back(std::move(part));
  }
  RichText result = plain_text(std::move(text));
  result.runs = std::move(markup);
  return result;
}

class FurnitureDrawing {
 public:
  FurnitureDrawing(const FurniturePage& page, const Variables& variables, const TextSetter& setter, PageSink sink)
      : page_(page), variables_(variables), setter_(setter), items_(setter.style().furniture), placed_(items_.size()), sink_(sink) {}

  void run(bool above) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (stands_above(items_[i]) == above) draw(i);
    }
  }

 private:
  enum class Edge { left, right, centre };

  /// An item between its left and right edge; what of it is nothing is not printed here.
  struct Placed {
    bool printed = false;
    Length left, right;
    Galley galley;
    TextStyle type;  ///< at the size taken
    std::optional<NameStack> stack;
    std::optional<QrSymbol> code;
    std::string text;
  };

  /// Odd pages are right-hand ones: their outer edge is the right one.
  Edge edge_of(const FurnitureItem& item) const {
    const bool right_hand = page_.index % 2 == 0;
    switch (item.side) {
      case Side::left:
        return Edge::left;
      case Side::right:
        return Edge::right;
      case Side::centre:
        return Edge::centre;
      case Side::outer:
        return right_hand ? Edge::right : Edge::left;
      case Side::inner:
        return right_hand ? Edge::left : Edge::right;
    }
    return Edge::left;
  }

  Rectangle room_of(const FurnitureItem& item) const {
    Rectangle room = page_.area;
    if (item.within == FurnitureItem::Within::area) room.width += page_.notes;
    if (item.within == FurnitureItem::Within::notes) {
      room.x = page_.area.right() + setter_.style().notes.gap;
      room.width = setter_.style().notes.width;
    }
    return room;
  }

  Length x_of(const FurnitureItem& item) {
    const Edge edge = edge_of(item);
    if (const Placed* neighbour = earlier(item.beside)) {
      if (!neighbour->printed) return point_at(edge, room_of(item));
      return edge == Edge::right ? neighbour->left - item.x : neighbour->right + item.x;
    }
    const bool mirrored = (item.side == Side::inner || item.side == Side::outer) && edge == Edge::right;
    const Length x = narrowed(item, item.x);
    return point_at(edge, room_of(item)) + (mirrored ? -x : x);
  }

  /// A distance into the room of an item that was measured in a wider one.
  Length narrowed(const FurnitureItem& item, Length distance) const {
    const Length room = room_of(item).width;
    if (!item.measured_in || room >= *item.measured_in || distance <= Length()) return distance;
    return distance.scaled(room.raw(), item.measured_in->raw());
  }

  static Length point_at(Edge edge, const Rectangle& room) {
    if (edge == Edge::centre) return room.x + room.width.scaled(1, 2);
    return edge == Edge::left ? room.x : room.right();
  }

  Length y_at(From from) const {
    switch (from) {
      case From::page_top:
        return Length();
      case From::area_top:
        return page_.area.y;
      case From::area_bottom:
        return page_.area.bottom();
      case From::page_bottom:
        return page_.paper.height;
      case From::title_end:
        return page_.head.title_end;
      case From::head_rule:
        return page_.head.rule;
      case From::head_end:
        return page_.head.end;
      case From::first_line:
        return page_.first_line;
      case From::text_end:
        return end_of_text(page_);
      case From::notes_end:
        return page_.notes_end;
    }
    return {};
  }

  Length y_of(const FurnitureItem& item) {
    const bool from_baseline = item.baseline && item.kind == Kind::rule && item.from == From::first_line;
    return y_at(item.from) + item.y + (from_baseline ? ascent_of(page_.body_size) : Length()) + stack_above(item);
  }

  /// By how much an item stands lower because of the stack that it stands under.
  Length stack_above(const FurnitureItem& item) {
    const auto other = std::find_if(items_.begin(), items_.end(), [&](const FurnitureItem& named) { return named.name == item.under; });
    if (other == items_.end()) return {};
    const Placed& place = placed(static_cast<std::size_t>(other - items_.begin()));
    if (!place.stack) return {};
    return setter_.style().grid.pitch * grid_lines_besides_first(*place.stack, *other, setter_.style());
  }

  ItemTag tag_of(const FurnitureItem& item) const {
    return {-1, stands_above(item) ? ItemTag::Artifact::pagination_header : ItemTag::Artifact::pagination_footer};
  }

  /// The item of that name, null when there is none. It stands before whatever names it, so this comes to an end.
  const Placed* earlier(const std::string& name) {
    if (name.empty()) return nullptr;
    const auto other = std::find_if(items_.begin(), items_.end(), [&](const FurnitureItem& named) { return named.name == name; });
    return other == items_.end() ? nullptr : &placed(static_cast<std::size_t>(other - items_.begin()));
  }

  ItemTag text_tag_of(std::size_t index) const {
    const bool repeated = page_.index > 0 && items_[index].on != FurnitureItem::On::last;
    if (repeated || page_.nodes[index] < 0) return tag_of(items_[index]);
    return {page_.nodes[index], ItemTag::Artifact::none};
  }

  const Placed& placed(std::size_t index) {
    if (!placed_[index]) placed_[index] = place(items_[index]);
    return *placed_[index];
  }

  Placed place(const FurnitureItem& item) {
    Placed result;
    if (item.within == FurnitureItem::Within::notes && page_.notes_end <= page_.first_line) return result;
    if (!stands_on(item, page_) || !has_room(item, page_) || !conditions_hold(item, lookup_in(variables_))) return result;
    if (const Placed* other = earlier(item.with); other != nullptr && !other->printed) return result;
    Length x = x_of(item);
    const Edge edge = edge_of(item);
    Length width;
    if (item.kind == Kind::rule) {
      result.printed = true;
      width = rule_width(item, edge, x);
      if (const std::optional<Length> text_end = end_of_its_text(item, edge); text_end && x < *text_end) {
        width = std::max(Length(), width - (*text_end - x));
        x = *text_end;
      }
    } else {
      const std::vector<FilledRun> runs = fill_runs(item.text, lookup_in(variables_));
      for (const FilledRun& run : runs) result.text += run.text;
      result.printed = !result.text.empty();
      if (!result.printed) return result;
      result.stack = set_name_stack(item, lookup_in(variables_), setter_, std::min(room_of(item).width, room_on_paper(edge, x)));
      width = result.stack              ? result.stack->width
              : item.kind == Kind::text ? set_text(runs, item, room_on_paper(edge, x), result)
                                        : set_code(item, result);
    }
    result.left = edge == Edge::left ? x : edge == Edge::right ? x - width : x - width.scaled(1, 2);
    result.right = result.left + width;
    return result;
  }

  /// As wide as what stands at `x` by this edge of its own may be before it leaves the paper.
  Length room_on_paper(Edge edge, Length x) const {
    const Length before = x, after = page_.paper.width - x;
    return edge == Edge::left ? after : edge == Edge::right ? before : std::min(before, after) * 2;
  }

  /// A rule of its own length was measured on another paper when it leaves this one: it ends with the room that it stands in.
  Length rule_width(const FurnitureItem& item, Edge edge, Length x) const {
    const Rectangle room = room_of(item);
    if (item.measured_in && item.length) return narrowed(item, item.x + *item.length) - narrowed(item, item.x);
    if (!item.length || *item.length <= room_on_paper(edge, x) + setter_.style().page.bleed) return item.length.value_or(room.width);
    const Length in_room = edge == Edge::left ? room.right() - x : edge == Edge::right ? x - room.x : room.width;
    return std::clamp(in_room, Length(), *item.length);
  }

  /// Where a rule may begin behind the text that it stands with, be that longer than the style thought or the room narrower.
  std::optional<Length> end_of_its_text(const FurnitureItem& item, Edge edge) {
    const Placed* text = item.measured_in ? earlier(item.with) : nullptr;
    if (edge != Edge::left || text == nullptr || text->galley.lines.empty()) return std::nullopt;
    return text->right + text->type.size.scaled(1, 4);
  }

  static Length set_code(const FurnitureItem& item, Placed& result) {
    const Length side = qr_side(item);
    result.code = qr_symbol_in(result.text, side);
    result.printed = result.code.has_value();
    return side;
  }

  /// Sets the text at the largest size of its ladder at which it stands on one line of its width. The width of its ink, or of its box.
  Length set_text(const std::vector<FilledRun>& runs, const FurnitureItem& item, Length on_paper, Placed& result) const {
    const Length wanted = has_box(item) ? room_of(item).width : item.length.value_or(room_of(item).width);
    const Length room = std::clamp(on_paper, std::min(item.style.size, wanted), wanted);
    const std::vector<Length> sizes = item.style.sizes.empty() ? std::vector<Length>{item.style.size} : item.style.sizes;
    result.type = item.style;
    result.type.align = Alignment::start;
    for (const Length size : sizes) {
      result.type.pitch = item.style.pitch.scaled(size.raw(), item.style.size.raw());
      result.type.size = size;
      result.galley = setter_.label(rich_text(runs), result.type, size, room);
      if (result.galley.lines.size() <= 1) break;
    }
    Length width;
    for (const Line& line : result.galley.lines) width = std::max(width, line.ink_end - (has_box(item) ? line.ink_start : Length()));
    return has_box(item) ? std::max(item.length.value_or(Length()), width + item.padding * 2) : width;
  }

  void draw(std::size_t index) {
    const FurnitureItem& item = items_[index];
    const Placed& place = placed(index);
    if (!place.printed) return;
    switch (item.kind) {
      case Kind::rule:
        return draw_rules(item, place);
      case Kind::qr_code:
        return draw_code(item, place);
      case Kind::text:
        return draw_text(item, place, text_tag_of(index));
    }
  }

  void draw_rules(const FurnitureItem& item, const Placed& place) {
    const Length y = y_of(item);
    const Length end = item.to ? y_at(*item.to) + item.to_y : y;
    if (!item.every) {
      const bool upright = item.height || item.to;
      if (!upright) return draw_rule(item, {place.left, y}, {place.right, y});
      const Length x = upright_x(item, place);
      return draw_rule(item, {x, y}, {x, item.height ? y + *item.height : end});
    }
    const bool upwards = *item.every < Length();
    const Length step = upwards ? std::min(*item.every, -least_repeat) : std::max(*item.every, least_repeat);
    for (Length at = y; upwards ? at >= end : at <= end; at += step) draw_rule(item, {place.left, at}, {place.right, at});
  }

  Length upright_x(const FurnitureItem& item, const Placed& place) const {
    switch (edge_of(item)) {
      case Edge::left:
        return place.left;
      case Edge::right:
        return place.right;
      case Edge::centre:
        return place.left + (place.right - place.left).scaled(1, 2);
    }
    return place.left;
  }

  void draw_rule(const FurnitureItem& item, Point from, Point to) {
    StrokeItem rule;
    rule.from = from;
    rule.to = to;
    rule.weight = item.weight;
    rule.colour = item.colour;
    if (item.dot_pitch > Length()) {
      // Dots are strokes without length whose round ends make a disc. The first and the last touch the rule's ends, so the pitch gives way.
      rule.round_caps = true;
      const Length radius = item.weight.scaled(1, 2);
      Length& start = from.x == to.x ? rule.from.y : rule.from.x;
      Length& end = from.x == to.x ? rule.to.y : rule.to.x;
      start += radius;
      end -= radius;
      const std::int64_t length = (end - start).raw(), pitch = item.dot_pitch.raw();
      const std::int64_t gaps = std::max<std::int64_t>(1, (length + pitch / 2) / pitch);
      rule.dash = {Length(), Length::from_raw(std::max<std::int64_t>(1, length / gaps))};
    }
    sink_.items.push_back({std::move(rule), tag_of(item), {}});
  }

  void draw_code(const FurnitureItem& item, const Placed& place) {
    const Rectangle square{place.left, y_of(item), place.right - place.left, place.right - place.left};
    const ItemTag tag = page_.qr.figure >= 0 ? ItemTag{page_.qr.figure, ItemTag::Artifact::none} : tag_of(item);
    sink_.items.push_back({qr_path(*place.code, square), tag, {}});
    const bool is_address = place.text.find("://") != std::string::npos;
    if (is_address && page_.qr.link >= 0) sink_.links.push_back({square, place.text, page_.qr.link, {}});
  }

  void draw_text(const FurnitureItem& item, const Placed& place, ItemTag tag) {
    if (place.stack) return draw_name_stack(*place.stack, {place.left, y_of(item)}, tag, sink_);
    Length baseline = y_of(item) + (item.baseline ? Length() : ascent_of(place.type.size));
    if (has_box(item)) {
      const Length height = item.height.value_or(place.type.size);
      RectangleItem box{{place.left, y_of(item), place.right - place.left, height}, item.fill, {}, item.frame, {}};
      if (item.frame > Length()) box.stroke = Colour::black();
      sink_.items.push_back({std::move(box), tag_of(item), {}});
      baseline = y_of(item) + (height - place.type.size).scaled(1, 2) + ascent_of(place.type.size);
    }
    for (const Line& line : place.galley.lines) {
      emit_line(place.galley, line, {line_start(item, place, line), baseline}, tag, sink_);
      baseline += place.type.pitch;
    }
  }

  Length line_start(const FurnitureItem& item, const Placed& place, const Line& line) const {
    const Length centred = place.left + (place.right - place.left - line.ink_start - line.ink_end).scaled(1, 2);
    if (has_box(item)) return centred;
    switch (edge_of(item)) {
      case Edge::left:
        return place.left;
      case Edge::right:
        return place.right - line.ink_end;
      case Edge::centre:
        return centred;
    }
    return place.left;
  }

  const FurniturePage& page_;
  const Variables& variables_;
  const TextSetter& setter_;
  const std::vector<FurnitureItem>& items_;
  std::vector<std::optional<Placed>> placed_;
  PageSink sink_;
};

}  // namespace

void draw_furniture(const FurniturePage& page, bool above, const Variables& variables, const TextSetter& setter, PageSink sink) {
  Variables here = variables;
  here["page"] = fmt::format("{}", page.index + 1);
  here["pages"] = fmt::format("{}", page.count);
  FurnitureDrawing(page, here, setter, sink).run(above);
}

}  // namespace banxin
