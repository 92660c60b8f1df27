// Why a page is as it is, in terms of the article: what it cost and where, its figures, and what came closest instead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/flow.h"
#include "layout/page_charges.h"

namespace banxin {

/// A place of the article.
struct ReportedText {
  SourceSpan span;     ///< null for what no file says
  std::string begins;  ///< its first characters; empty for what is no text
};

struct ReportedCharge {
  int PageCosts::*cost = nullptr;
  int times = 1, amount = 0;
  int column = -1;    ///< from the left, 0 first; -1: no single one
  ReportedText text;  ///< the block or figure
};

struct ReportedFigure {
  ReportedText caption;
  int column = 0, span = 1;
  bool at_foot = false;
  int lines = 0, shrunk = 0;
  int from_paragraph = 0;  ///< columns from the end of its paragraph to it; negative: it stands ahead
  bool paragraph_on_page = false;
};

/// Where the page could have ended instead.
struct ReportedPageEnd {
  ReportedText text;  ///< what the next page would have begun with; empty: nothing is left
  int figures = 0;    ///< more figures than now on the pages up to it; negative: fewer
  int more = 0;       ///< what the whole article would cost more
};

/// How its figures could have stood instead.
struct ReportedArrangement {
  std::vector<ReportedFigure> figures;  ///< without what is known of their paragraphs
  int more = 0;                         ///< what the whole article would cost more
};

struct PageReport {
  std::vector<ReportedCharge> charges;  ///< the dearest first
  std::vector<ReportedFigure> figures;
  int cost = 0;
  std::optional<ReportedPageEnd> other_end;
  std::vector<ReportedArrangement> arrangements;  ///< the cheapest first
};

/// One report for each page. `alternatives` are those of make_pages.
std::vector<PageReport> report_pages(const ChargedPages& article, const Flow& flow, const std::vector<PageAlternatives>& alternatives);

}  // namespace banxin
