#include "layout/name_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "text/segmentation.h"

namespace banxin {

namespace {

/// What is stacked, and what stands beside all of it.
struct StackedNames {
  std::vector<std::string> names;
  std::string shared;
};

/// The text of an item once for each value of its first variable that has several.
std::vector<std::string> texts_of_values(const FurnitureItem& item, const VariableLookup& lookup) {
  for (const VariableUse& use : variable_uses(item.text)) {
    for (const std::string_view listed : use.names) {
      std::vector<std::string> texts;
      for (int i = 1; !lookup(fmt::format("{}.{}", listed, i)).empty(); ++i) {
        texts.push_back(fill_variables(
            item.text, [&](std::string_view name) { return name == listed ? lookup(fmt::format("{}.{}", name, i)) : lookup(name); }));
      }
      if (texts.size() > 1) return texts;
    }
  }
  return {};
}

StackedNames stacked_names(const FurnitureItem& item, const VariableLookup& lookup) {
  StackedNames result{texts_of_values(item, lookup), {}};
  if (result.names.empty() || item.stack_end.empty() || !result.names.back().ends_with(item.stack_end)) return result;
  result.shared = item.stack_end;
  std::string& last = result.names.back();
  last.resize(last.size() - result.shared.size());
  if (last.empty()) result.names.pop_back();
  return result;
}

/// The name tracked apart to `width`; one of a single character stays as it is.
Galley spread_to(const std::string& name, const Galley& natural, TextStyle type, Length width, Length room, const TextSetter& setter) {
  const auto gaps = static_cast<std::int64_t>(grapheme_boundaries(name).size()) - 2;
  if (gaps < 1) return natural;
  type.tracking += static_cast<int>((width - natural.widest_line()).raw() * 1000 / (type.size.raw() * gaps));
  return setter.label(plain_text(name), type, type.size, room);
}

TextStyle type_at(const FurnitureItem& item, Length size) {
  TextStyle type = item.style;
  type.align = Alignment::start;
  type.size = size;
  type.pitch = item.stack.scaled(size.raw(), item.style.size.raw());
  return type;
}

bool is_one_line(const Galley& galley) { return galley.lines.size() == 1; }

/// Nothing when some name does not stand on one line or all do not fit into `room`.
std::optional<NameStack> set_in(const StackedNames& stacked, const TextStyle& type, const TextSetter& setter, Size room) {
  NameStack stack{{}, type.size, type.pitch, {}, type.pitch * (static_cast<std::int64_t>(stacked.names.size()) - 1) + type.size};
  if (stack.height > room.height) return std::nullopt;
  Galley shared;
  Length beside;  // with what stands between, a character besides the tracking
  if (!stacked.shared.empty()) {
    shared = setter.label(plain_text(stacked.shared), type, type.size, room.width);
    beside = shared.widest_line() + type.size.scaled(1000 + type.tracking, 1000);
    if (!is_one_line(shared) || beside >= room.width) return std::nullopt;
  }
  std::vector<Galley> names;
  Length widest;
  for (const std::string& name : stacked.names) {
    names.push_back(setter.label(plain_text(name), type, type.size, room.width - beside));
    if (!is_one_line(names.back())) return std::nullopt;
    widest = std::max(widest, names.back().widest_line());
  }
  stack.width = widest + beside;
  if (stack.width > room.width) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Galley spread = spread_to(stacked.names[i], names[i], type, widest, room.width, setter);
    const Length x = (widest - spread.widest_line()).scaled(1, 2);
    stack.texts.push_back({std::move(spread), x, stack.pitch * static_cast<std::int64_t>(i)});
  }
  if (!stacked.shared.empty()) {
    const Length x = stack.width - shared.widest_line();
    stack.texts.push_back({std::move(shared), x, (stack.height - stack.size).scaled(1, 2)});
  }
  return stack;
}

}  // namespace

std::optional<NameStack> set_name_stack(const FurnitureItem& item, const VariableLookup& lookup, const TextSetter& setter, Length room) {
  if (item.stack <= Length()) return std::nullopt;
  const StackedNames stacked = stacked_names(item, lookup);
  if (stacked.names.size() < 2) return std::nullopt;
  const Size most{std::min(room, item.length.value_or(room)), item.height.value_or(setter.style().page.paper.height.scaled(1, 2))};
  const std::vector<Length> sizes = item.style.sizes.empty() ? std::vector<Length>{item.style.size} : item.style.sizes;
  for (const Length size : sizes) {
    if (std::optional<NameStack> stack = set_in(stacked, type_at(item, size), setter, most)) return stack;
  }
  return std::nullopt;
}

int grid_lines_besides_first(const NameStack& stack, const FurnitureItem& item, const Style& style) {
  const std::int64_t more = (stack.height - item.style.size).raw(), pitch = style.grid.pitch.raw();
  // A quarter of a line less white above what follows is not seen, a whole one more is.
  return static_cast<int>(std::max<std::int64_t>(0, more - pitch / 4 + pitch - 1) / pitch);
}

int lines_of_name_stacks(const VariableLookup& lookup, Length area, const TextSetter& setter) {
  int lines = 0;
  for (const FurnitureItem& item : setter.style().furniture) {
    using On = FurnitureItem::On;
    const bool on_first = item.on == On::first || item.on == On::odd || item.on == On::all;
    if (!on_first || !conditions_hold(item, lookup)) continue;
    const std::optional<NameStack> stack = set_name_stack(item, lookup, setter, area);
    if (stack) lines = std::max(lines, grid_lines_besides_first(*stack, item, setter.style()));
  }
  return lines;
}

void draw_name_stack(const NameStack& stack, Point top_left, ItemTag tag, PageSink sink) {
  for (const NameStack::Text& text : stack.texts) {
    emit_lines(text.galley, 0, text.galley.lines.size(), {top_left.x + text.x, top_left.y + text.y}, stack.size, stack.pitch, tag, sink);
  }
}

}  // namespace banxin
