// Furniture: what stands on the pages outside the text (masthead, running heads, folios, rules), placed as the style says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "document/article.h"
#include "layout/emit.h"
#include "layout/text_setter.h"
#include "style/furniture.h"

namespace banxin {

/// What `${name}` stands for in furniture texts (style/furniture.h). Names without a value are empty.
using Variables = std::map<std::string, std::string, std::less<>>;

/// The values in `variables`, which must outlive what is returned.
VariableLookup lookup_in(const Variables& variables);

/// The variables of an article; `page` and `pages` are set for each page.
Variables article_variables(const Article& article, const Style& style);

/// A date as the style prints it; as written when it cannot be read as one.
std::string printed_date(const DateText& date, const Article& article, const Style& style);

/// Whether some furniture of the style prints `name` as text on some page of an article with these variables (its condition holds).
bool furniture_prints(const Style& style, std::string_view name, const Variables& variables);

/// Where the head of the article stands on its page, in page coordinates.
struct HeadMarks {
  Length title_end, rule, end;  ///< em-bottom of the title, the first rule across the head, em-bottom or rule that ends the head
};

/// Structure of the article's QR code: a link with a figure in it; -1 when no page has one.
struct QrNodes {
  int link = -1, figure = -1;
};

/// Whether an item comes before the text in reading order: what is measured from the foot comes after it.
bool stands_above(const FurnitureItem& item);

/// Structure nodes by item of the style's furniture; -1 where an item is an artifact.
using FurnitureNodes = std::vector<int>;

/// What the furniture alone tells of an article (its date, credits, …) is text of the article where it stands first; all else in the
/// furniture repeats, and is an artifact. Adds nodes below `parent` for the telling items above the text, or for the others, and enters
/// them into `nodes`.
void add_furniture_nodes(const Style& style, const Variables& variables, bool above, int parent, PagedDocument& document,
                         FurnitureNodes& nodes);

/// The page that furniture is drawn on.
struct FurniturePage {
  int index = 0, count = 1;
  Size paper;
  Rectangle area;  ///< of the text's columns
  Length notes;    ///< taken at its right by the notes, their gap included
  Length body_size;
  HeadMarks head;
  Length first_line;  ///< em-top of the first grid line clear of the head; see FurnitureItem::From
  Length notes_end;   ///< em-bottom of the last line beside which there is room for notes
  Length text_end;    ///< em-bottom of the last line of text (of figures too)
  QrNodes qr;
  FurnitureNodes nodes;
};

/// Draws the furniture of a page: items that stand above the text (`above`) or the others.
void draw_furniture(const FurniturePage& page, bool above, const Variables& variables, const TextSetter& setter, PageSink sink);

}  // namespace banxin
