// What must hold of every finished page: the product's promises as checks, run on each page that a test makes.
#pragma once

#include <string>
#include <vector>

#include "page/page.h"

namespace banxin {

/// Breaches of what holds of any document, one readable line each, in page order; none when all is well:
/// - every item lies on its page (printer's marks and pictures that bleed aside);
/// - each run's glyphs advance from left to right, end at the run's end, are no empty boxes, and give its text exactly once;
/// - every text belongs to a node of the structure or to an artifact, and the structure is one tree with parents first;
/// - headings and paragraphs of the text follow each other in the structure's order, none taken up again after the next has begun;
/// - outline and links name pages and nodes that exist.
std::vector<std::string> check_page_invariants(const PagedDocument& document);

/// Where body lines may stand.
struct BodyGrid {
  Rectangle area;         ///< the type area
  Length first_baseline;  ///< from the top of the page
  Length pitch;           ///< baseline to baseline, > 0
  Length size;            ///< of body type: runs of paragraphs in this size are body text, whatever else is on their line
};

/// Body text off the grid by more than 0.01 pt, or with ink outside the area, one readable line each.
std::vector<std::string> check_body_grid(const PagedDocument& document, const BodyGrid& grid);

/// The text of all pages in reading order, artifacts left out: lines of one block joined, blocks ended by a line feed.
std::string extracted_text(const PagedDocument& document);

/// The text of each structure node's own runs, by index, in page order.
std::vector<std::string> text_by_node(const PagedDocument& document);

/// The nearest node at or above `node` that is no inline part of a line (span, link, reference); -1 for none.
int block_of(const std::vector<StructureNode>& structure, int node);

}  // namespace banxin
