// The head of the article: kicker, title, subtitle, deck and byline over the columns of the first page, and the rules between them.
#pragma once

#include <optional>
#include <vector>

#include "document/article.h"
#include "layout/emit.h"
#include "layout/text_setter.h"
#include "page/page.h"

namespace banxin {

/// A text of the head at its place below the head's start line.
struct HeadText {
  Galley galley;
  Length top;  ///< em-top, below the em-top of the start line
  Length size, pitch;
  int node = -1;
};

/// A rule of the head: from the text's left edge, its middle `y` below the em-top of the start line.
struct HeadRuleLine {
  Length y, length, weight;
  Length after;  ///< space wanted below it
};

struct HeadBlock {
  std::vector<HeadText> lines;
  std::vector<HeadRuleLine> rules;
  Length height;         ///< to the last em-bottom or rule; 0 without a head
  Length minimum_after;  ///< least space from there to the body
  Length title_end;      ///< em-bottom of the title
};

/// The paragraph of a deck, and the label that stands on its first line.
struct LabelledDeck {
  Galley label;  ///< without lines when the style has none
  Galley text;
};

/// The lines that the author wrote as a deck, joined and set as one paragraph behind the style's label.
LabelledDeck set_deck_paragraph(const Article& article, Length width, const TextSetter& setter);

/// The line of source and names.
struct Byline {
  RichText text;
  std::vector<TextRange> names;  ///< those of a list
  std::vector<RichText> parts;   ///< names first, then where the article comes from, and when
};

/// Whether the box of the deck holds the byline too.
bool byline_stands_in_box(const Article& article, const HeadStyle& style);

/// Sets the head over `width`, the columns'. `byline` is the line of source and names (see layout.cc). Adds its structure below `parent`.
HeadBlock build_head(const Article& article, const Byline& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document);

/// Draws the head with the em-top of its start line at `corner`.
void draw_head(const HeadBlock& head, Point corner, PageSink sink);

}  // namespace banxin
