// An article in its style to finished pages.
#pragma once

#include "base/deadline.h"
#include "document/article.h"
#include "layout/flow.h"
#include "layout/fullness.h"
#include "layout/page_report.h"
#include "page/page.h"
#include "style/style.h"
#include "text/hyphenation.h"

namespace banxin {

struct KeptLayout;

/// What pages are made from.
struct LayoutInput {
  const Article& article;
  const Style& style;
  const FontLibrary& fonts;
  PictureLoader load_picture;
  std::vector<Galley>* galleys = nullptr;           ///< when given: filled with the head's and the body's texts as they were printed
  std::vector<PageReport>* page_reports = nullptr;  ///< when given: filled with one for each page
  Fullness* fullness = nullptr;                     ///< when given: how full the pages came out
  const HyphenationLibrary* hyphenation = nullptr;  ///< without it words are divided at the author's soft hyphens alone
  unsigned threads = 1;                             ///< that may set paragraphs and search for pages; these are the same
  Deadline deadline = {};                           ///< past it OutOfTime is thrown
  KeptLayout* kept = nullptr;  ///< when given: what an edit did not change is taken from it, and it keeps what the next run may take
};

/// Sets and lays out the whole article. Faults of the article that can be printed around are reported to `sink`.
PagedDocument lay_out(const LayoutInput& input, DiagnosticSink& sink);

}  // namespace banxin
