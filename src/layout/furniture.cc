#include "layout/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "style/furniture.h"

namespace banxin {

namespace {

/// 0 Sunday … 6 Saturday, by the rule of Sakamoto.
int weekday_of(const CalendarDate& date) {
  static constexpr std::array<int, 12> shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int year = date.month < 3 ? date.year - 1 : date.year;
  return (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(date.month - 1)] + date.day) % 7;
}

std::string weekday_name(const CalendarDate& date, std::string_view language) {
  static constexpr std::array<std::string_view, 7> chinese = {"日", "一", "二", "三", "四", "五", "六"};
  static constexpr std::array<std::string_view, 7> japanese = {"日", "月", "火", "水", "木", "金", "土"};
  static constexpr std::array<std::string_view, 7> korean = {"일", "월", "화", "수", "목", "금", "토"};
  static constexpr std::array<std::string_view, 7> english = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const auto day = static_cast<std::size_t>(weekday_of(date));
  switch (locale_for(language)) {
    case Locale::ja:
      return fmt::format("{}曜日", japanese[day]);
    case Locale::ko:
      return fmt::format("{}요일", korean[day]);
    case Locale::other:
      return std::string(english[day]);
    default:
      return fmt::format("星期{}", chinese[day]);
  }
}

VariableLookup lookup_in(const Variables& variables) {
  return [&variables](std::string_view name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  };
}

void add_date(const DateText& date, const Article& article, const Style& style, Variables& variables) {
  variables["date"] = date.written.plain();
  if (!date.date) return;
  variables["date.year"] = fmt::format("{}", date.date->year);
  variables["date.month"] = fmt::format("{}", date.date->month);
  variables["date.day"] = fmt::format("{}", date.date->day);
  variables["date.weekday"] = weekday_name(*date.date, article.language);
  if (!style.date_pattern.empty()) variables["date"] = fill_variables(style.date_pattern, lookup_in(variables));
}

std::string joined(const std::vector<RichText>& texts, std::string_view separator) { return join_texts(texts, separator).plain(); }

bool stands_on(const FurnitureItem& item, const FurniturePage& page) {
  switch (item.on) {
    case FurnitureItem::On::first:
      return page.index == 0;
    case FurnitureItem::On::later:
      return page.index > 0;
    case FurnitureItem::On::last:
      return page.index == page.count - 1;
    case FurnitureItem::On::all:
      return true;
  }
  return false;
}

bool stands_above(const FurnitureItem& item) {
  return item.from == FurnitureItem::From::page_top || item.from == FurnitureItem::From::area_top;
}

class FurnitureDrawing {
 public:
  FurnitureDrawing(const FurniturePage& page, const Variables& variables, const TextSetter& setter, PageSink sink)
      : page_(page), variables_(variables), setter_(setter), sink_(sink) {}

  void draw(const FurnitureItem& item) {
    if (item.kind == FurnitureItem::Kind::rule)
      draw_rule(item);
    else
      draw_text(item);
  }

 private:
  enum class Edge { left, right, centre };

  /// The area's edge an item is measured from. Odd pages are right-hand ones: their outer edge is the right one.
  Edge edge_of(const FurnitureItem& item) const {
    const bool right_hand = page_.index % 2 == 0;
    switch (item.side) {
      case FurnitureItem::Side::left:
        return Edge::left;
      case FurnitureItem::Side::right:
        return Edge::right;
      case FurnitureItem::Side::centre:
        return Edge::centre;
      case FurnitureItem::Side::outer:
        return right_hand ? Edge::right : Edge::left;
      case FurnitureItem::Side::inner:
        return right_hand ? Edge::left : Edge::right;
    }
    return Edge::left;
  }

  Length x_of(const FurnitureItem& item) const {
    const bool mirrored =
        (item.side == FurnitureItem::Side::inner || item.side == FurnitureItem::Side::outer) && edge_of(item) == Edge::right;
    const Length shift = mirrored ? -item.x : item.x;
    switch (edge_of(item)) {
      case Edge::left:
        return page_.area.x + shift;
      case Edge::right:
        return page_.area.right() + shift;
      case Edge::centre:
        return page_.area.x + page_.area.width.scaled(1, 2) + shift;
    }
    return {};
  }

  Length y_of(const FurnitureItem& item) const {
    switch (item.from) {
      case FurnitureItem::From::page_top:
        return item.y;
      case FurnitureItem::From::area_top:
        return page_.area.y + item.y;
      case FurnitureItem::From::area_bottom:
        return page_.area.bottom() + item.y;
      case FurnitureItem::From::page_bottom:
        return page_.paper.height + item.y;
      case FurnitureItem::From::text_end:
        return page_.text_end + item.y;
    }
    return {};
  }

  ItemTag tag_of(const FurnitureItem& item) const {
    return {-1, stands_above(item) ? ItemTag::Artifact::pagination_header : ItemTag::Artifact::pagination_footer};
  }

  void draw_rule(const FurnitureItem& item) {
    StrokeItem rule;
    rule.from = {x_of(item), y_of(item)};
    rule.weight = item.weight;
    rule.colour = item.colour;
    if (item.height) {
      rule.to = {rule.from.x, rule.from.y + *item.height};
    } else {
      const Length length = item.length.value_or(page_.area.width);
      if (edge_of(item) == Edge::right) rule.from.x -= length;
      if (edge_of(item) == Edge::centre) rule.from.x -= length.scaled(1, 2);
      rule.to = {rule.from.x + length, rule.from.y};
    }
    sink_.items.push_back({std::move(rule), tag_of(item), {}});
  }

  void draw_text(const FurnitureItem& item) {
    const std::string text = fill_variables(item.text, lookup_in(variables_));
    if (text.empty()) return;
    TextStyle type = item.style;
    type.align = Alignment::start;
    const Galley galley = set_text(text, item, type);
    Length baseline = y_of(item) + (item.baseline ? Length() : ascent_of(type.size));
    for (const Line& line : galley.lines) {
      Length x = x_of(item);
      if (edge_of(item) == Edge::right) x -= line.ink_end;
      if (edge_of(item) == Edge::centre) x -= (line.ink_start + line.ink_end).scaled(1, 2);
      emit_line(galley, line, {x, baseline}, tag_of(item), sink_);
      baseline += type.pitch;
    }
  }

  /// The text at the largest size of its ladder at which it stands on one line of its width; `type` takes that size.
  Galley set_text(const std::string& text, const FurnitureItem& item, TextStyle& type) const {
    const Length width = item.length.value_or(page_.area.width);
    const std::vector<Length> sizes = type.sizes.empty() ? std::vector<Length>{type.size} : type.sizes;
    Galley galley;
    for (const Length size : sizes) {
      type.pitch = item.style.pitch.scaled(size.raw(), item.style.size.raw());
      type.size = size;
      galley = setter_.label(plain_text(text), type, size, width);
      if (galley.lines.size() <= 1) break;
    }
    return galley;
  }

  const FurniturePage& page_;
  const Variables& variables_;
  const TextSetter& setter_;
  PageSink sink_;
};

}  // namespace

Variables article_variables(const Article& article, const Style& style) {
  const Masthead masthead = article.masthead.value_or(Masthead{});
  Variables variables;
  variables["title"] = joined(article.title, "");
  variables["section"] = article.section.plain();
  variables["column"] = article.column.plain();
  variables["source"] = article.source.plain();
  variables["byline"] = joined(article.byline, "　");
  variables["credits"] = joined(article.credits, "　");
  variables["link"] = article.link.plain();
  variables["masthead.name"] = masthead.name.empty() ? article.source.plain() : masthead.name.plain();
  variables["masthead.issue"] = masthead.issue.plain();
  variables["masthead.column"] = masthead.column.empty() ? article.column.plain() : masthead.column.plain();
  variables["masthead.slogan"] = masthead.slogan.plain();
  DateText date = article.date;
  if (!masthead.date.empty()) date = DateText{masthead.date, article.date.date};
  if (!date.written.empty()) add_date(date, article, style, variables);
  return variables;
}

bool furniture_prints(const Style& style, std::string_view name, const Variables& variables) {
  const std::string parts = std::string(name) + ".";
  return std::any_of(style.furniture.begin(), style.furniture.end(), [&](const FurnitureItem& item) {
    if (item.on == FurnitureItem::On::later || !conditions_hold(item, lookup_in(variables))) return false;
    for (const VariableUse& use : variable_uses(item.text)) {
      for (const std::string_view used : use.names) {
        if (used == name || used.starts_with(parts)) return true;
      }
    }
    return false;
  });
}

void draw_furniture(const FurniturePage& page, bool above, const Variables& variables, const TextSetter& setter, PageSink sink) {
  Variables here = variables;
  here["page"] = fmt::format("{}", page.index + 1);
  here["pages"] = fmt::format("{}", page.count);
  FurnitureDrawing drawing(page, here, setter, sink);
  for (const FurnitureItem& item : setter.style().furniture) {
    if (stands_above(item) == above && stands_on(item, page) && conditions_hold(item, lookup_in(here))) drawing.draw(item);
  }
}

}  // namespace banxin
