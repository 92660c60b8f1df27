// What furniture tells of an article, as text of the article.
#include <algorithm>
#include <set>

#include "layout/furniture.h"
#include "layout/structure.h"

namespace banxin {

namespace {

/// The variables that an item prints: of alternatives, the first that says something.
std::vector<std::string_view> printed_variables(const FurnitureItem& item, const VariableLookup& lookup) {
  std::vector<std::string_view> printed;
  for (const VariableUse& use : variable_uses(item.text)) {
    const auto name = std::find_if(use.names.begin(), use.names.end(), [&](std::string_view n) { return !lookup(n).empty(); });
    if (name != use.names.end()) printed.push_back(*name);
  }
  return printed;
}

/// Variables whose values stand nowhere in the text when furniture prints them.
bool stands_in_furniture_alone(std::string_view name, const VariableLookup& lookup) {
  if (name == "masthead.name") return lookup(name) != lookup("source");
  return name == "date" || name.starts_with("date.") || name == "column" || name.starts_with("masthead.") || name == "credits" ||
         name == "link" || name == "issuer" || name == "number" || name == "instruction" || name == "time" || name.starts_with("fields.");
}

/// Items that tell what stands nowhere else.
std::vector<bool> telling_items(const Style& style, const Variables& variables) {
  const VariableLookup lookup = lookup_in(variables);
  std::set<std::string_view> told;
  const auto is_news = [&](std::string_view name) {
    const bool part_of_told = name.starts_with("date.") && told.contains("date");
    return stands_in_furniture_alone(name, lookup) && !told.contains(name) && !part_of_told;
  };
  std::vector<bool> telling;
  for (const FurnitureItem& item : style.furniture) {
    telling.push_back(false);
    const bool on_one_page = item.on != FurnitureItem::On::later && item.on != FurnitureItem::On::even;
    if (item.kind != FurnitureItem::Kind::text || !on_one_page || !conditions_hold(item, lookup)) continue;
    const std::vector<std::string_view> names = printed_variables(item, lookup);
    telling.back() = std::any_of(names.begin(), names.end(), is_news);
    // Items that want a certain room take turns: what one tells, another must where the first does not stand.
    if (!item.minimum_room && !item.maximum_room) told.insert(names.begin(), names.end());
  }
  return telling;
}

}  // namespace

bool stands_above(const FurnitureItem& item) {
  using From = FurnitureItem::From;
  return item.from != From::area_bottom && item.from != From::page_bottom && item.from != From::text_end;
}

void add_furniture_nodes(const Style& style, const Variables& variables, bool above, int parent, PagedDocument& document,
                         FurnitureNodes& nodes) {
  nodes.resize(style.furniture.size(), -1);
  const std::vector<bool> telling = telling_items(style, variables);
  for (std::size_t i = 0; i < style.furniture.size(); ++i) {
    if (!telling[i] || stands_above(style.furniture[i]) != above) continue;
    nodes[i] = add_node(document, StructureNode::Type::paragraph, parent, {});
    document.structure.back().is_furniture = true;
  }
}

}  // namespace banxin
