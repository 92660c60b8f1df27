// A page's items as one content stream, in marked sequences by structure node.
#pragma once

#include <string>
#include <vector>

#include "pdf/content_stream.h"
#include "pdf/font_table.h"
#include "pdf/image_objects.h"

namespace banxin::pdf {

/// Made from the page and the tables alone, so that several pages can be made at once.
struct PageContent {
  std::string stream;                    ///< plain, until it is encoded for the file
  std::vector<int> marked_nodes;         ///< structure node by marked-content identifier
  std::vector<std::size_t> fonts;        ///< indices of the font table, ascending
  std::vector<const Picture*> pictures;  ///< in order of use, each once
};

PageContent make_page_content(const Page& page, const std::vector<StructureNode>& structure, const FontTable& fonts,
                              const ImageTable& images, const ColourWriting& colours);

/// The standard structure type of a node: `P`, `H2`, … (ISO 32000-2, 14.8.4).
std::string structure_type(const StructureNode& node);

}  // namespace banxin::pdf
