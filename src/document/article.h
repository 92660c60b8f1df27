// An article as its author wrote it: texts with inline markup and blocks, nothing yet of how it looks.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.h"

namespace banxin {

/// What inline markup says of a stretch of text. Values add up: `**strong *and emphasized***`.
struct InlineMarkup {
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  bool marked = false;
  bool superscript = false;
  bool subscript = false;
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

/// A picture, or the place that is kept for one.
struct Figure {
  enum class Place { automatic, here, top, bottom, page };
  enum class Fit { contain, cover };

  bool placeholder = false;  ///< a deliberate placeholder: no file was named
  SourceText path;           ///< as written; empty for a placeholder
  RichText label;            ///< a placeholder's second line
  RichText caption, credit;
  std::optional<std::string> alt;  ///< text for readers who cannot see it
  std::optional<AspectRatio> ratio;
  int span = 0;  ///< columns; 0: as the style says
  bool span_all = false;
  Place place = Place::automatic;
  Fit fit = Fit::contain;
  std::string focus;
};

struct Quote {
  std::vector<Paragraph> paragraphs;
  RichText by;
};

struct List {
  bool ordered = false;
  int first_number = 1;
  std::vector<std::vector<Block>> items;
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
  std::variant<Paragraph, Heading, Figure, Quote, List, ThematicRule, Break, Space> content;
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
  std::vector<Block> body;
  std::vector<RichText> credits;
  std::vector<std::string> keywords, author;
  std::string description;
};

}  // namespace banxin
