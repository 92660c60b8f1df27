// An article as its author wrote it: texts with inline markup and blocks, nothing yet of how it looks.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length_text.h"
#include "base/source.h"
#include "text/name_line.h"

namespace banxin {

/// What inline markup says of a stretch of text. Values add up: `**strong *and emphasized***`.
struct InlineMarkup {
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  bool marked = false;
  bool superscript = false;
  bool subscript = false;
  NameLine name_line;    ///< of `[北京]{underline}` and `[红楼梦]{wavy}`
  std::string link;      ///< target of `[text](target)`, empty when none
  std::string language;  ///< of `[text]{lang=…}`, empty: the article's
  std::string footnote;  ///< the mark of `[^mark]`; its run holds no text of its own
  friend bool operator==(const InlineMarkup&, const InlineMarkup&) = default;
};

/// Bytes `[begin, end)` of a text that share their markup.
struct InlineRun {
  std::uint32_t begin = 0, end = 0;
  InlineMarkup markup;
  friend bool operator==(const InlineRun&, const InlineRun&) = default;
};

/// A text as printed, markup removed. The runs cover it without gaps, in order; a text without markup has one run, an empty one none.
struct RichText {
  SourceText text;
  std::vector<InlineRun> runs;

  bool empty() const { return text.empty(); }
  const std::string& plain() const { return text.text(); }
};

struct Block;

struct Paragraph {
  RichText text;
};

struct Heading {
  int level = 2;  ///< 1 to 3; `##` is 2
  RichText text;
};

/// A ratio of width to height as the author wrote it.
struct AspectRatio {
  int width = 0, height = 0;
  friend bool operator==(const AspectRatio&, const AspectRatio&) = default;
};

/// How many columns of the page something takes.
struct ColumnSpan {
  int columns = 0;  ///< 0: as the style says
  bool all = false;
  friend bool operator==(const ColumnSpan&, const ColumnSpan&) = default;
};

/// The point of a picture that stays in view when it is cropped, in per cent of its width and height from the left and from the top.
struct PictureFocus {
  int x = 50, y = 50;
  friend bool operator==(const PictureFocus&, const PictureFocus&) = default;
};

/// A picture, or the place that is kept for one.
struct Figure {
  enum class Place { automatic, here, top, bottom, page };
  enum class Fit { contain, cover };

  bool placeholder = false;  ///< a deliberate placeholder: no file was named
  SourceText path;           ///< as written; empty for a placeholder
  int page = 1;              ///< of a PDF, from 1
  RichText label;            ///< a placeholder's second line
  RichText caption, credit;
  std::optional<std::string> alt;  ///< text for readers who cannot see it
  std::optional<AspectRatio> ratio;
  ColumnSpan span;
  Place place = Place::automatic;
  Fit fit = Fit::contain;
  PictureFocus focus;
};

struct Quote {
  std::vector<Paragraph> paragraphs;
  RichText by;
};

/// An item of a list. Its blocks are paragraphs and lists.
struct ListItem {
  RichText mark;  ///< as printed before it: the author's own (`①`, `一、`, `□`) or counted on from the first; empty: the style's bullet
  std::vector<Block> blocks;
};

struct List {
  bool ordered = false;
  int first_number = 1;  ///< of an ordered list whose items have no marks of their own
  std::vector<ListItem> items;
};

/// A cell of a table, at its first column and row.
struct TableCell {
  std::vector<RichText> lines;  ///< the author's lines; none: an empty cell
  int column = 0;               ///< from 0
  int columns = 1, rows = 1;    ///< that it takes
  SourceSpan span;
};

/// A table. Its cells cover each place of every row once; places that a cell of a row above reaches into have none of their own.
struct Table {
  enum class Alignment { automatic, start, centre, end, decimal };
  enum class Rules { automatic, three_line, full };

  RichText caption;
  int columns = 0, header_rows = 0;
  std::vector<std::vector<TableCell>> rows;          ///< the rows of the header first
  std::vector<Alignment> alignment;                  ///< one for each column
  std::vector<std::optional<WrittenLength>> widths;  ///< one for each column; nothing: by content. Per cent are of the table's measure
  Rules rules = Rules::automatic;
  ColumnSpan span;
};

/// Blocks in a frame or on a tint, as the style has it. No box and no break stands in it.
struct Box {
  RichText title;
  std::vector<Block> blocks;
  ColumnSpan span;
};

/// Lines as the author set them. An empty one parts two stanzas.
struct Verse {
  std::vector<RichText> lines;
};

/// Program text, line by line, indents and empty lines kept. Every run is code.
struct CodeBlock {
  std::vector<RichText> lines;
  std::string language;  ///< as written behind the fence, if at all
};

/// A sentence lifted out of the text; lines set by the author when more than one.
struct PullQuote {
  std::vector<RichText> lines;
  RichText by;
  ColumnSpan span;
};

struct QrCode {
  SourceText text;  ///< that the code holds, up to 1,000 bytes
  RichText caption;
};

/// A question of a worksheet and the room for its answer: ruled lines, choices or squares, one of them or none.
struct Question {
  std::vector<Paragraph> paragraphs;
  RichText marks;  ///< as written, a number as a rule; empty: none
  int lines = 0, squares = 0;
  std::vector<RichText> choices;
};

struct ThematicRule {};

struct Break {
  enum class To { column, page, frame };
  To to = To::column;
};

struct Space {
  int lines = 1;
};

struct Block {
  std::variant<Paragraph, Heading, Figure, Quote, List, Table, Box, Verse, CodeBlock, PullQuote, QrCode, Question, ThematicRule, Break,
               Space>
      content;
  SourceSpan span;
};

/// A calendar date, when the author's spelling can be read as one (ISO forms, `2025年5月13日`).
struct CalendarDate {
  int year = 0, month = 0, day = 0;
  friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

struct DateText {
  RichText written;
  std::optional<CalendarDate> date;
};

struct Masthead {
  RichText name, issue, date, column, slogan;
};

/// The text of `[^mark]`, paragraph by paragraph.
struct Footnote {
  SourceText mark;
  std::vector<Paragraph> paragraphs;
};

/// What an official document (公文) has besides its text.
struct OfficialMatter {
  std::vector<RichText> issuer;  ///< 发文机关
  RichText number;               ///< 发文字号
  RichText addressee;            ///< 主送机关
  std::vector<RichText> signed_by;
  bool sealed = false;  ///< room is kept for the seal
  std::vector<RichText> attachments;
  RichText remark;  ///< 附注
  RichText copies;  ///< 抄送
  RichText printed_by;
  DateText printed_date;
};

/// What a worksheet has above its title.
struct WorksheetMatter {
  std::vector<RichText> fields;  ///< blanks to fill in: 班级, 姓名, …
  RichText instruction;
  RichText time;  ///< suggested or allowed, as printed
};

/// A whole article. Texts hold their markup; nothing says yet how they look.
struct Article {
  SourceSpan span;  ///< the whole file
  std::string language = "zh-Hans";
  std::optional<SourceText> style;  ///< as written; the driver's default is `newspaper`

  std::vector<RichText> kicker, title, subtitle, deck;  ///< lines set by the author when more than one
  bool title_is_list = false;  ///< the author set the lines by hand: they are never joined or broken anew without need
  std::vector<RichText> byline;
  RichText source, dateline, section, column, link;
  DateText date;
  std::optional<Masthead> masthead;
  OfficialMatter official;
  WorksheetMatter worksheet;
  std::vector<Block> body;
  std::vector<Footnote> footnotes;  ///< in the order of the file
  std::vector<RichText> credits;
  std::vector<std::string> keywords, author;
  std::string description;
  std::vector<SourceText> embedded_files;  ///< paths, as written
};

}  // namespace banxin
