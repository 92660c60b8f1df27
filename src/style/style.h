// A style, resolved: every value an article is set with. Lengths are absolute (ems and percentages worked out), texts still hold
// `${variables}`.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "colour/colour.h"
#include "font/font.h"
#include "text/composition_options.h"

namespace banxin {

enum class Alignment { justify, start, centre, end, even };

/// What a text of the article is, for its type: `text.ELEMENT` of a style.
enum class Element {
  body,
  title,
  kicker,
  subtitle,
  deck,
  byline,
  heading1,
  heading2,
  heading3,
  caption,
  credit,
  quote,
  quote_by,
  list,
  credits,
  column_name,
  label,
  label_second,
  folio,
  running_head,
  count
};
std::string_view name_of(Element element);

/// How an element is set.
struct TextStyle {
  FontRole font = FontRole::song;
  int weight = 400;
  Length size;                ///< the largest of `sizes`
  std::vector<Length> sizes;  ///< a ladder, largest first: the largest is taken at which the text fits; one entry when there is no choice
  Length pitch;               ///< line pitch at `size`; at a smaller size of the ladder it keeps the ratio
  int indent = 0;             ///< first line, thousandths of an em
  Alignment align = Alignment::justify;
  int tracking = 0;  ///< thousandths of an em
  Length before;     ///< space above, from the em-bottom of what stands above to the em-top of the first line
  Length after;
  int keep = 0;             ///< lines of following text it must stand with
  int lines = 0;            ///< 占行: whole grid lines it takes (per line of its own when it turns); 0: as many as needed
  int max_lines = 0;        ///< display lines at most, before the next size of the ladder is tried; 0: any number
  int max_of_title = 1000;  ///< its size is at most this share of the title's, thousandths (kicker, subtitle: 500)
  Colour colour = Colour::black();
  bool by_sense = false;  ///< display lines: broken by sense, balanced, never justified, no final stop
};

struct PageStyle {
  Size paper;
  bool facing = false;
  Length margin_top, margin_bottom, margin_inner, margin_outer;
  int area_characters = 0;  ///< per column
  int area_lines = 0;
};

struct ColumnStyle {
  int count = 3;
  Length gap;
  std::optional<Length> rule;  ///< weight of the column rule, none when absent
};

struct GridStyle {
  Length pitch;                ///< line pitch of the body
  std::optional<Length> cell;  ///< cell width if it is not the body size
};

/// The emptiest look of a page waiting for its photograph: see docs/style.md, `images.placeholder`.
struct PlaceholderStyle {
  std::optional<Colour> fill;  ///< none: for copiers
  Length frame;                ///< weight
  int scale = 1000;            ///< k of the drawing, thousandths
  bool icon = true;
  bool label = true;
};

struct ImageStyle {
  int lead_span = 1;                      ///< columns that the first figure of a page takes when the author says nothing
  std::pair<int, int> lead_ratio{16, 9};  ///< of a placeholder that spans, when the author names none
  std::pair<int, int> ratio{4, 3};
  int minimum_dots_per_inch = 150;
  Length caption_gap;        ///< picture's foot to the caption's em-top
  std::string caption_mark;  ///< `triangle` or nothing
  PlaceholderStyle placeholder;
};

/// A piece of a page outside the text: masthead, running head, folio, rules. Placed by its own figures, no code knows its purpose.
struct FurnitureItem {
  enum class Kind { text, rule };
  enum class On { first, later, all, last };
  /// The horizontal edge that `x` is measured from, and how a text stands to that point: left edge – starts there, right – ends there,
  /// centre – centred.
  enum class Side { left, right, centre, inner, outer };
  /// What `y` is measured from, downwards.
  enum class From { page_top, area_top, area_bottom, page_bottom, text_end };

  std::string name;  ///< its key in the style, for messages and `extends`
  Kind kind = Kind::text;
  On on = On::all;
  std::string when;    ///< variables, separated by spaces, that must all say something; `a|b`: one of them; empty: always
  std::string unless;  ///< variables of which none may say anything
  Side side = Side::left;
  Length x;  ///< to the right of the side's point; with `inner` and `outer` from that edge into the page
  From from = From::page_top;
  Length y;
  bool baseline = false;  ///< `y` is the text's baseline, not its em-top
  std::string text;       ///< with `${variables}`; see style/furniture.h for what they are and how they are filled in
  TextStyle style;
  // A rule runs from (x, y) over `length` along the line (or the whole area when absent), or down over `height`; its middle lies on that
  // line. A text is at most `length` wide: the first size of its ladder is taken at which it is.
  std::optional<Length> length, height;
  Length weight;
  Colour colour = Colour::black();
};

/// Head of the article: which elements, in which order.
struct HeadStyle {
  int start_line_with_masthead = 4;  ///< grid line at which the head block begins
  int start_line = 0;
  Length before;         ///< from that line's em-top to the em-top of the block's first element
  Length minimum_after;  ///< free space below the block before the body's first line
};

struct OutputStyle {
  std::string standard = "none";
  bool compress = true;
};

struct Style {
  std::string name;
  std::string language;
  PageStyle page;
  ColumnStyle columns;
  GridStyle grid;
  /// Family names in order by role; the language-specific list (`song` under `ja`) first, then the general one.
  std::map<FontRole, std::vector<std::string>> fonts;
  std::array<TextStyle, static_cast<std::size_t>(Element::count)> text;
  CompositionOptions composition;
  std::string emphasis = "dots";  ///< dots, kai or hei
  int orphan_lines = 1, widow_lines = 2;
  ImageStyle images;
  HeadStyle head;
  std::vector<FurnitureItem> furniture;
  OutputStyle output;
  std::string date_pattern;  ///< `${year}年${month}月${day}日`

  const TextStyle& of(Element element) const { return text[static_cast<std::size_t>(element)]; }
  TextStyle& of(Element element) { return text[static_cast<std::size_t>(element)]; }
};

}  // namespace banxin
