// The head of the article: kicker, title, subtitle, deck and byline over the columns of the first page.
#pragma once

#include <vector>

#include "document/article.h"
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

struct HeadBlock {
  std::vector<HeadText> lines;
  Length height;  ///< to the last em-bottom; 0 without a head
};

/// Sets the head over `width`. `byline` is the line of source and names (see layout.cc). Adds its structure below `parent`.
HeadBlock build_head(const Article& article, const RichText& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document);

}  // namespace banxin
