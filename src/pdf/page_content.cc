// A page's items as one content stream.
#include "pdf/page_content.h"

#include <algorithm>

#include "pdf/content_stream.h"
#include "pdf/pdf_text.h"
#include "pdf/run_content.h"

namespace banxin::pdf {
namespace {

/// The property list of an artifact (ISO 32000-2, 14.8.2.2): running heads and folios, rules and tints, printer's marks.
std::string artifact_properties(ItemTag::Artifact artifact) {
  switch (artifact) {
    case ItemTag::Artifact::none:
      return "";
    case ItemTag::Artifact::pagination_header:
      return "<</Type/Pagination/Subtype/Header>>";
    case ItemTag::Artifact::pagination_footer:
      return "<</Type/Pagination/Subtype/Footer>>";
    case ItemTag::Artifact::layout:
      return "<</Type/Layout>>";
    case ItemTag::Artifact::page:
      return "<</Type/Page>>";
  }
  return "";
}

class PageWriter {
 public:
  PageWriter(const Page& page, const std::vector<StructureNode>& structure, const FontTable& fonts, const ImageTable& images,
             const ColourWriting& colours)
      : page_(page), structure_(structure), fonts_(fonts), images_(images), sheet_(page), content_(sheet_, colours) {}

  PageContent write() {
    for (std::size_t begin = 0; begin < page_.items.size();) {
      std::size_t end = begin + 1;
      while (end < page_.items.size() && page_.items[end].tag == page_.items[begin].tag) ++end;
      begin_sequence(page_.items[begin].tag);
      for (std::size_t i = begin; i < end; ++i) std::visit([this](const auto& item) { draw(item); }, page_.items[i].content);
      content_.end_text();
      content_.end_marked();
      begin = end;
    }
    result_.stream = content_.take();
    std::sort(result_.fonts.begin(), result_.fonts.end());
    return std::move(result_);
  }

 private:
  void begin_sequence(const ItemTag& tag) {
    if (tag.artifact != ItemTag::Artifact::none || tag.node < 0) {
      content_.begin_marked("Artifact", artifact_properties(tag.artifact));
      return;
    }
    const auto identifier = text_of(static_cast<int>(result_.marked_nodes.size()));
    content_.begin_marked(structure_type(structure_[static_cast<std::size_t>(tag.node)]), "<</MCID " + identifier + ">>");
    result_.marked_nodes.push_back(tag.node);
  }

  void draw(const GlyphRunItem& run) {
    const std::size_t font = fonts_.index_of(*run.face);
    if (std::find(result_.fonts.begin(), result_.fonts.end(), font) == result_.fonts.end()) result_.fonts.push_back(font);
    show_run(content_, run, fonts_.fonts()[font]);
  }

  void draw(const StrokeItem& stroke) {
    content_.end_text();
    content_.set_stroke(stroke.colour);
    content_.set_line(stroke.weight, stroke.dash, stroke.round_caps);
    content_.move_to(stroke.from);
    content_.line_to(stroke.to);
    content_.paint(false, true);
  }

  void set_paint(const std::optional<Colour>& fill, const std::optional<Colour>& stroke, Length weight, const std::vector<Length>& dash) {
    content_.end_text();
    if (fill) content_.set_fill(*fill);
    if (!stroke) return;
    content_.set_stroke(*stroke);
    content_.set_line(weight, dash, false);
  }

  void draw(const PathItem& path) {
    using Kind = PathItem::Segment::Kind;
    if (!path.fill && !path.stroke) return;
    set_paint(path.fill, path.stroke, path.weight, {});
    for (const PathItem::Segment& segment : path.segments) {
      switch (segment.kind) {
        case Kind::move:
          content_.move_to(segment.to);
          break;
        case Kind::line:
          content_.line_to(segment.to);
          break;
        case Kind::curve:
          content_.curve_to(segment.control1, segment.control2, segment.to);
          break;
        case Kind::close:
          content_.close_path();
          break;
      }
    }
    content_.paint(path.fill.has_value(), path.stroke.has_value());
  }

  /// The stroke's middle lies half its weight inside the area, so that fill and stroke take two rectangles.
  void draw(const RectangleItem& item) {
    set_paint(item.fill, item.stroke, item.weight, item.dash);
    if (item.fill) {
      content_.rectangle(item.area);
      content_.paint(true, false);
    }
    if (item.stroke) {
      const Length inset = item.weight.scaled(1, 2);
      content_.rectangle({item.area.x + inset, item.area.y + inset, item.area.width - item.weight, item.area.height - item.weight});
      content_.paint(false, true);
    }
  }

  void draw(const ImageItem& item) {
    const Picture* picture = item.picture.get();
    if (std::find(result_.pictures.begin(), result_.pictures.end(), picture) == result_.pictures.end()) result_.pictures.push_back(picture);
    content_.end_text();
    content_.save();
    if (item.clip != item.area) {
      content_.rectangle(item.clip);
      content_.clip();
    }
    content_.image(images_.resource_name(*picture), image_matrix(item.area, sheet_, picture->orientation));
    content_.restore();
  }

  const Page& page_;
  const std::vector<StructureNode>& structure_;
  const FontTable& fonts_;
  const ImageTable& images_;
  const Sheet sheet_;
  ContentStream content_;
  PageContent result_;
};

}  // namespace

PageContent make_page_content(const Page& page, const std::vector<StructureNode>& structure, const FontTable& fonts,
                              const ImageTable& images, const ColourWriting& colours) {
  return PageWriter(page, structure, fonts, images, colours).write();
}

std::string structure_type(const StructureNode& node) {
  using Type = StructureNode::Type;
  switch (node.type) {
    case Type::document:
      return "Document";
    case Type::article:
      return "Art";
    case Type::section:
      return "Sect";
    case Type::heading:
      return "H" + text_of(std::clamp(node.heading_level, 1, 6));
    case Type::paragraph:
      return "P";
    case Type::list:
      return "L";
    case Type::list_item:
      return "LI";
    case Type::label:
      return "Lbl";
    case Type::list_body:
      return "LBody";
    case Type::figure:
      return "Figure";
    case Type::caption:
      return "Caption";
    case Type::table:
      return "Table";
    case Type::table_row:
      return "TR";
    case Type::table_header:
      return "TH";
    case Type::table_data:
      return "TD";
    case Type::block_quote:
      return "BlockQuote";
    case Type::note:
      return "Note";
    case Type::reference:
      return "Reference";
    case Type::link:
      return "Link";
    case Type::span:
      return "Span";
  }
  return "NonStruct";
}

}  // namespace banxin::pdf
