// The finished page: everything at its place, in physical points, each item with its structure tag and its source.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/source.h"
#include "colour/colour.h"
#include "font/font.h"

namespace banxin {

/// A node of the document's structure (ISO 32000-2, 14.8). Items name the node that they belong to.
struct StructureNode {
  enum class Type {
    document,
    article,
    section,
    heading,
    paragraph,
    list,
    list_item,
    label,
    list_body,
    figure,
    caption,
    table,
    table_row,
    table_header,
    table_data,
    block_quote,
    note,
    reference,
    link,
    span
  };
  Type type = Type::paragraph;
  int heading_level = 0;
  int parent = -1;          ///< index of the parent; -1 for the root alone
  std::string language;     ///< when it differs from the parent's
  std::string alternative;  ///< alternative text of a figure
  SourceSpan span;
  std::string note;           ///< of a footnote's mark and of its number: what its author calls the note
  bool is_furniture = false;  ///< stands where the style has it on the page, whatever its place in the reading order

  /// How the items of a list are told apart by their labels.
  enum class Numbering { none, bullet, decimal };
  Numbering numbering = Numbering::none;

  /// What a header cell heads.
  enum class Scope { none, row, column, both };
  Scope scope = Scope::none;
  int row_span = 1, column_span = 1;  ///< of a cell
};

/// What a page item is for: a node of the structure, or furniture of the page (an Artifact).
struct ItemTag {
  enum class Artifact { none, pagination_header, pagination_footer, layout, page };
  int node = -1;  ///< of Document::structure, when not an artifact
  Artifact artifact = Artifact::none;
  friend bool operator==(const ItemTag&, const ItemTag&) = default;
};

/// A glyph at its place. `x` and `y` are absolute offsets from the run's origin (x right, y up), never summed advances.
struct PositionedGlyph {
  std::uint32_t id = 0;
  Length x, y;
  std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of the run's text; equal when an earlier glyph of its cluster has the text
};

/// Glyphs of one face, size and colour on one baseline.
struct GlyphRunItem {
  Point origin;  ///< baseline start
  const FontFace* face = nullptr;
  Length size;
  Colour colour = Colour::black();
  std::string text;  ///< what the glyphs say, UTF-8, in logical order
  std::vector<PositionedGlyph> glyphs;
  Length advance;            ///< to the end of the last glyph
  bool told_as_one = false;  ///< letterspaced so far that readers would take its characters for words: its text is given as a whole
};

/// A straight stroke.
struct StrokeItem {
  Point from, to;
  Length weight;
  Colour colour = Colour::black();
  std::vector<Length> dash;  ///< on, off, …; empty: solid
  bool round_caps = false;
};

/// A path of straight lines and curves, filled or stroked: the icon of a placeholder, ▲ marks.
struct PathItem {
  struct Segment {
    enum class Kind { move, line, curve, close };
    Kind kind = Kind::move;
    Point to, control1, control2;  ///< controls of a curve alone
  };
  std::vector<Segment> segments;
  std::optional<Colour> fill, stroke;
  Length weight;
};

/// A filled rectangle (tint of a placeholder, a box).
struct RectangleItem {
  Rectangle area;
  std::optional<Colour> fill, stroke;  ///< the stroke runs inside the area
  Length weight;
  std::vector<Length> dash;
};

/// A picture: encoded bytes as read (JPEG passes through), placed to fill `area`, clipped to `clip`.
struct Picture;
struct ImageItem {
  Rectangle area, clip;
  std::shared_ptr<const Picture> picture;
};

struct PageItem {
  std::variant<GlyphRunItem, StrokeItem, PathItem, RectangleItem, ImageItem> content;
  ItemTag tag;
  SourceSpan span;
};

/// A place in the document.
struct PagePlace {
  std::size_t page = 0;  ///< index
  Point place;
};

/// A clickable area that leads to a web address or to a place in the document.
struct LinkArea {
  Rectangle area;
  std::string target;  ///< the address; with a `place`, what its reader is told of it
  int node = -1;
  SourceSpan span;
  std::optional<PagePlace> place = {};
};

struct Page {
  Size trim;
  Length bleed;                 ///< how far colour that runs to the trim edge runs beyond it, on all sides
  Length slug;                  ///< beyond the bleed, on all sides: room for printer's marks
  std::string label;            ///< as printed (`1`, `iv`)
  std::vector<PageItem> items;  ///< in reading order; backgrounds before what stands on them
  std::vector<LinkArea> links;
};

struct OutlineEntry {
  std::string title;
  int level = 1;
  std::size_t page = 0;  ///< index
  Point place;
};

struct DocumentMetadata {
  std::string title, description, language;
  std::vector<std::string> authors, keywords;
  /// Seconds since 1970 of SOURCE_DATE_EPOCH or of the article's date; nothing: dates are left out.
  std::optional<std::int64_t> date;
};

/// Pages and what holds them together.
struct PagedDocument {
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  ///< [0] is the document; parents come before children
  std::vector<OutlineEntry> outline;
  DocumentMetadata metadata;
};

}  // namespace banxin
