// A style, resolved: every value an article is set with. Lengths are absolute (ems and percentages worked out), texts still hold
// `${variables}`.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/pdf_standard.h"
#include "colour/colour.h"
#include "font/font.h"
#include "style/page_costs.h"
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
  deck_label,
  byline,
  heading1,
  heading2,
  heading3,
  caption,
  credit,
  quote,
  quote_by,
  list,
  footnote,
  table,
  table_header,
  box_title,
  drop_cap,
  verse,
  code,
  pull_quote,
  pull_quote_by,
  credits,
  addressee,
  attachment,
  signature,
  remark,
  record,
  question,
  question_number,
  question_marks,
  question_count,
  questions_heading,
  questions_hint,
  paragraph_number,
  line_number,
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
  int spread = 0;    ///< width that short titles and names are letterspaced to, thousandths of an em; 0: they are not
  Length before;     ///< space above, from the em-bottom of what stands above to the em-top of the first line
  Length after;
  int keep = 0;             ///< lines of following text it must stand with
  int lines = 0;            ///< 占行: whole grid lines it takes (per line of its own when it turns); 0: as many as needed
  int max_lines = 0;        ///< display lines at most, before the next size of the ladder is tried; 0: any number
  int span = 1;             ///< of a heading: columns that it stands over, text above it in them balanced; 0: all
  int max_of_title = 1000;  ///< its size is at most this share of the title's, thousandths (kicker, subtitle: 500)
  Colour colour = Colour::black();
  bool by_sense = false;  ///< display lines: broken by sense, balanced, never justified, no final stop
  Length inset;           ///< of all lines from the column's edge (headings)
  int drop_cap = 0;       ///< lines that the first character of the body takes; 0 or 1: none
  bool run_in = false;    ///< headings: the paragraph below goes on in the same line
  Length bar;             ///< width of a black bar at the column's edge, as high as the em boxes; 0: none (headings)
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// An area of a page template: columns `[first_column, last_column]` and grid lines `[first_line, last_line]`, counted from 1.
struct PageFrame {
  int first_column = 1, last_column = 1, first_line = 1, last_line = 1;
};

/// What is printed beyond the trim for the cutter and the printer.
struct PrinterMarks {
  bool crop = false;          ///< where the sheet is cut
  bool registration = false;  ///< crosses by which plates are set in register
  bool colour_bar = false;    ///< patches of each ink, to measure
  bool slug_line = false;     ///< title, page and date in words

  bool any() const { return crop || registration || colour_bar || slug_line; }
  friend bool operator==(const PrinterMarks&, const PrinterMarks&) = default;
};

struct PageStyle {
  Size paper;
  Length bleed;  ///< how far colour that runs to the trim edge runs beyond it
  PrinterMarks marks;
  bool facing = false;
  Length margin_top, margin_bottom, margin_inner, margin_outer;
  int area_characters = 0;  ///< per column
  int area_lines = 0;
  std::vector<PageFrame> frames;  ///< that text fills one after the other; empty: the columns
};

/// The column for the reader's notes at the outer side of the text, the same on every page. It holds furniture alone.
struct NotesStyle {
  Length gap, width;  ///< from the text to it; 0: there is none

  Length taken() const { return width > Length() ? gap + width : Length(); }
};

struct ColumnStyle {
  int count = 3;
  std::vector<int> widths;  ///< characters of each, when they differ; else empty
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

/// Where a figure stands when its author does not say: `automatic` is the head or the foot of a column, whichever suits the page.
enum class FigurePlacement { automatic, here, top, bottom, page };

struct ImageStyle {
  FigurePlacement place = FigurePlacement::automatic;
  int scale = 1000;   ///< height beside what the shape asks, thousandths; a whole picture is never higher than its shape
  int shrink = 100;   ///< a picture may be lower by so much of its height rather than leave a hole, thousandths
  int lead_span = 1;  ///< columns that the first figure of a page takes when the author says nothing
  std::pair<int, int> lead_ratio{16, 9};  ///< of a placeholder that spans, when the author names none
  std::pair<int, int> ratio{4, 3};
  int minimum_dots_per_inch = 150;
  Length caption_gap;        ///< picture's foot to the caption's em-top
  std::string caption_mark;  ///< `triangle` or nothing
  PlaceholderStyle placeholder;
};

/// Rules of tables.
struct TableStyle {
  bool full = false;   ///< between all cells, not above, below the header and below alone (三线表), when the author does not say
  Length thick, thin;  ///< weights: above and below; the others
  std::string number;  ///< before their captions, `#` for the number of the table; empty: none
};

/// The rule above a pull quote.
struct PullQuoteStyle {
  Length rule;
  Colour colour = Colour::black();
};

/// How boxes in the text look.
struct BoxStyle {
  std::optional<Colour> fill;
  Length frame;  ///< weight; 0: none
};

/// A piece of a page outside the text: masthead, running head, folio, rules. Placed by its own figures, no code knows its purpose.
struct FurnitureItem {
  enum class Kind { text, rule, qr_code };
  enum class On { first, later, all, last, odd, even };
  /// What the edges of `side` belong to: text and notes together, the text's columns, the notes.
  enum class Within { area, text, notes };
  /// The horizontal edge that `x` is measured from, and how a text stands to that point: left edge – starts there, right – ends there,
  /// centre – centred.
  enum class Side { left, right, centre, inner, outer };
  /// What `y` is measured from, downwards. On pages without a head, `head_rule` (the first rule in the head), `title_end` and `head_end`
  /// are the area's top. `first_line` is the em-top of the first grid line clear of the head's rule, or of the head when it has none;
  /// `text_end` the em-bottom of the last line: on all pages but the last, the area's foot; `notes_end` the same, or the em-bottom of the
  /// last line before the questions, which take the notes' room.
  enum class From { page_top, area_top, area_bottom, page_bottom, title_end, head_rule, head_end, first_line, text_end, notes_end };

  std::string name;  ///< its key in the style, for messages and `extends`
  Kind kind = Kind::text;
  On on = On::all;
  std::string when;    ///< variables, separated by spaces, that must all say something; `a|b`: one of them; empty: always
  std::string unless;  ///< variables of which none may say anything
  Within within = Within::area;
  Side side = Side::left;
  Length x;  ///< to the right of the side's point; with `inner` and `outer` from that edge into the page
  /// An earlier item: when it is printed, this one stands `x` from its far end, away from the side's edge; else at that edge.
  std::string beside;
  std::string with;  ///< an earlier item: this one stands only where that is printed; empty: whatever others do
  From from = From::page_top;
  Length y;
  bool baseline = false;  ///< `y` is the text's baseline, not its em-top; with `first_line` it counts from that line's baseline
  std::string text;       ///< with `${variables}`; see style/furniture.h for what they are and how they are filled in
  TextStyle style;
  /// Line pitch, at the largest size, of a text whose variable has several values (`issuer`): each stands on a line of its own, as wide as
  /// the widest. 0: all in one line.
  Length stack;
  std::string stack_end;  ///< what the last value may end with: it then stands beside all of them, halfway down
  std::string under;      ///< an earlier item: this one stands lower by the grid lines that its stack takes besides the first line
  // A rule runs from (x, y) over `length` along the line (or the whole area when absent), or down over `height`; its middle lies on that
  // line. A text is at most `length` wide, a stack also at most `height` high (half the paper without one): the first size of its ladder is
  // taken at which it is. With `fill` or `frame` a text stands in the middle of a box of `height`, at least `length` wide. A QR code is a
  // square of `length`, of 64 pt without one.
  std::optional<Length> length, height;
  /// Width of the room that `x` and `length` were measured in. In a narrower one what lies right of the room's edge shrinks with it. A rule
  /// begins clear of the text that it stands `with`.
  std::optional<Length> measured_in;
  Length weight;
  Length dot_pitch;  ///< of a rule of round dots; 0: solid
  /// A rule is repeated every so far (upwards when negative) down to `to` + `to_y`; without `every` it runs upright to there.
  std::optional<Length> every;
  std::optional<From> to;
  Length to_y;
  // It stands only where the text ends at least `minimum_room` (less than `maximum_room`) above the area's foot.
  std::optional<Length> minimum_room, maximum_room;
  std::optional<Colour> fill;  ///< of the box
  Length frame;                ///< weight of the box's frame; 0: none
  Length padding;              ///< least space between the box's sides and its text
  Colour colour = Colour::black();
};

/// A rule across the head.
struct HeadRule {
  std::string name;
  Length weight = Length::from_points(0.25);
  Length before;            ///< least space to the element above
  Length after;             ///< to the em-top of the element below, or least space to the body
  std::optional<Length> y;  ///< below the start line's em-top; the rule stands lower only when the elements above need it
  std::string with;         ///< an element: the rule stands only when that does; empty: always
  bool full = true;         ///< over all columns, not the head's own width
};

/// A box at the head of a column that holds the deck.
struct DeckBoxStyle {
  std::optional<Colour> fill;
  Length frame;                ///< weight; 0: none
  Length padding;              ///< on all sides; the rest of the last grid line stands below
  Length bullet;               ///< diameter of the dot before an item
  Length hang;                 ///< from the dot to the item's text
  Length between;              ///< two items
  Length label_rule;           ///< length of the short rule below the label; 0: none
  bool in_last_column = true;  ///< else in the first
  Length top_rule;             ///< weight of a rule along its upper edge; 0: none
  Length top;                  ///< white above the first text besides the padding
  int minimum_lines = 0;       ///< grid lines that it takes at least when figures may stand beside it
  bool byline = false;         ///< source and names stand in it, each on a line, below the deck
};

/// Head of the article: which elements, in which order.
struct HeadStyle {
  /// Where the deck stands: in the head, at the head of the first column, in a box over one column.
  enum class Deck { head, column, box };

  std::string masthead = "masthead.name";  ///< variables, as in FurnitureItem::when, that tell of a masthead
  int columns = 0;                         ///< that it runs over, from the first; text runs beside it in the others. 0: all
  int start_line_with_masthead = 4;        ///< grid line at which the head block begins
  int start_line = 0;
  Length before;         ///< from that line's em-top to the em-top of the block's first element
  Length minimum_after;  ///< free space below the block before the body's first line
  std::vector<std::string> order = {"kicker", "title", "subtitle", "deck", "byline"};  ///< elements, and names of `rules`
  std::vector<HeadRule> rules;
  std::optional<Length> width;  ///< of its texts, when not that of the columns
  Deck deck = Deck::head;
  std::string deck_label;  ///< printed before the deck
  DeckBoxStyle deck_box;
};

/// The record of copies and printing (版记) at the foot of an official document: rows between rules.
struct RecordStyle {
  Length row;  ///< height of a row of one line
  Length outer_rule = Length::from_points(1), inner_rule = Length::from_points(0.7);
};

/// What is printed with the matter of official documents besides its own texts.
struct MatterStyle {
  std::string attachments, copies, printed;  ///< before the attachments, before the copies, behind the date of printing
  int lines_for_seal = 2;                    ///< empty lines above a signature that is sealed
  /// Diameter of a seal and least space between two, for signatures of several authorities.
  Length seal = Length::from_millimetres(42), between_seals = Length::from_millimetres(1);
  RecordStyle record;
};

/// Footnotes and endnotes.
struct NoteStyle {
  /// At the foot of the column that holds the mark, at the foot of its page over all columns, or all of them after the text.
  enum class Place { column, page, end };
  /// Whether numbers begin anew on every page.
  enum class Numbering { page, article };
  Place place = Place::column;
  Numbering numbering = Numbering::page;
  std::optional<Length> rule = Length::from_points(0.35);  ///< weight of the rule above them; none when absent
};

/// Numbers by which a text is cited.
struct NumberingStyle {
  bool paragraphs = false;  ///< ① ② … before the paragraphs of the body
  int lines = 0;            ///< beside every so many lines of the body; 0: none
  Length gap;               ///< from a line's number to the line
};

/// The questions of a worksheet.
struct QuestionStyle {
  std::string heading, hint;  ///< above the first question; without a heading there is no rule either
  std::string marks;          ///< how marks are printed, `#` for their number
  std::string count;          ///< below squares, `#` for how many there are so far; empty: nothing
  Length rule = Length::from_points(1), rule_before, outdent;
  int squares_in_a_row = 20;
  Length squares_gap;
};

struct OutputStyle {
  /// `automatic`: as written, in X-4 colours (not pictures) in process inks; `gray`: black alone; `cmyk`: process inks, pictures too.
  enum class Colours { automatic, gray, cmyk };
  PdfStandard standard = pdf_standards().front();
  Colours colours = Colours::automatic;
  int total_ink = 3000;  ///< more on one spot brings a warning, thousandths of a full layer
  SourceText profile;    ///< the file of an ICC profile, as written; empty: none
  SourceText password;   ///< to open the file with; empty: none
  bool compress = true;
};

/// A count that may be any of several neighbouring ones.
struct CountRange {
  int least = 1, most = 1;
  friend bool operator==(const CountRange&, const CountRange&) = default;
};

/// How far something may be changed to make the article fit, in thousandths of what it is: 0 or less, 0 or more.
struct FitLimit {
  enum class What { pitch, images, size, tracking };
  What what = What::pitch;
  int less = 0, more = 0;
  friend bool operator==(const FitLimit&, const FitLimit&) = default;
};

/// What the article shall fill. Of `pages` and `columns` one at most is set.
struct FitStyle {
  std::optional<CountRange> pages, columns;
  std::vector<FitLimit> adjust;  ///< in the order of use, each once

  bool wanted() const { return pages || columns; }
};

struct Style {
  std::string name;
  std::string language;
  PageStyle page;
  NotesStyle notes;
  ColumnStyle columns;
  GridStyle grid;
  /// Family names in order by role; the language-specific list (`song` under `ja`) first, then the general one.
  std::map<FontRole, std::vector<std::string>> fonts;
  std::array<TextStyle, static_cast<std::size_t>(Element::count)> text;
  CompositionOptions composition;
  std::string emphasis = "dots";  ///< dots, kai or hei
  int orphan_lines = 1, widow_lines = 2;
  ImageStyle images;
  NoteStyle footnotes;
  TableStyle tables;
  BoxStyle boxes;
  PullQuoteStyle pull_quotes;
  PageCosts costs;
  FitStyle fit;
  HeadStyle head;
  MatterStyle matter;
  NumberingStyle numbering;
  QuestionStyle questions;
  std::vector<FurnitureItem> furniture;
  OutputStyle output;
  std::string date_pattern;  ///< `${year}年${month}月${day}日`

  const TextStyle& of(Element element) const { return text[static_cast<std::size_t>(element)]; }
  TextStyle& of(Element element) { return text[static_cast<std::size_t>(element)]; }
};

}  // namespace banxin
