// Furniture: what stands on the pages outside the text (masthead, running heads, folios, rules), placed as the style says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "document/article.h"
#include "layout/emit.h"
#include "layout/text_setter.h"

namespace banxin {

/// What `${name}` stands for in furniture texts (style/furniture.h). Names without a value are empty.
using Variables = std::map<std::string, std::string, std::less<>>;

/// The variables of an article; `page` and `pages` are set for each page.
Variables article_variables(const Article& article, const Style& style);

/// Whether some furniture of the style prints `name` on some page of an article with these variables (its condition holds).
bool furniture_prints(const Style& style, std::string_view name, const Variables& variables);

/// The page that furniture is drawn on.
struct FurniturePage {
  int index = 0, count = 1;
  Size paper;
  Rectangle area;
  Length text_end;  ///< em-bottom of the last line of text (of figures too)
};

/// Draws the furniture of a page: items that stand above the text (`above`) or the others.
void draw_furniture(const FurniturePage& page, bool above, const Variables& variables, const TextSetter& setter, PageSink sink);

}  // namespace banxin
