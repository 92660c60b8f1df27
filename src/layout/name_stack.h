// The names of several authorities one below another in the header of an official document (GB/T 9704-2012, 7.2.4).
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "layout/emit.h"
#include "layout/text_setter.h"
#include "style/furniture.h"

namespace banxin {

/// Names in the order of the article, each as wide as the widest, and what they share beside them.
struct NameStack {
  struct Text {
    Galley galley;
    Length x, y;  ///< em-top of its first line, from the stack's left and top
  };
  std::vector<Text> texts;  ///< in reading order: what is shared comes last
  Length size, pitch;
  Length width, height;  ///< of all, from the first em-top to the last em-bottom
};

/// The stack that an item prints at most `room` wide, at the first size of its ladder at which it fits; nothing when the item stacks
/// nothing, its variable has one value, or it fits at none: then all stand in one text.
std::optional<NameStack> set_name_stack(const FurnitureItem& item, const VariableLookup& lookup, const TextSetter& setter, Length room);

/// Whole grid lines that an item's stack takes beyond a single line at the largest size, to a quarter of a line.
int grid_lines_besides_first(const NameStack& stack, const FurnitureItem& item, const Style& style);

/// Those of the tallest stack on the first page, in an area so wide: what stands below the header begins so much lower.
int lines_of_name_stacks(const VariableLookup& lookup, Length area, const TextSetter& setter);

void draw_name_stack(const NameStack& stack, Point top_left, ItemTag tag, PageSink sink);

}  // namespace banxin
