// Paragraphs and headings of the flow: galleys for every width of column and every number of lines they can take.
#pragma once

#include <map>
#include <vector>

#include "layout/emit.h"
#include "layout/flow_content.h"
#include "layout/text_setter.h"

namespace banxin {

/// A piece of text on its own lines that follows a block's lines wherever they go: the mark of a list item.
struct BlockMarker {
  Galley galley;
  Length x;       ///< from the column's edge
  int node = -1;  ///< of its own; -1: the block's
};

/// How a text stands in its column.
struct TextPlacement {
  Length x;       ///< from the column's edge to the measure
  Length size;    ///< of its type
  Length pitch;   ///< of its lines
  Length offset;  ///< of its first em-top below the em-top of its first grid line (headings are centred in their lines)
  int node = -1;
};

/// The first character of a paragraph, several lines high; these lines stand beside it.
struct DropCap {
  Galley letter;
  Length baseline;  ///< below the em-top of the first line
  Length x;         ///< of the letter, from the measure's edge
  Length room;      ///< by which the lines beside it are shorter
  int lines = 0;
};

/// What is special about the beginning of a paragraph.
struct ParagraphBeginning {
  DropCap cap = {};    ///< without lines when there is none; the paragraph was set beside it
  TextLead lead = {};  ///< with a node of its own
};

/// A paragraph in every width of column and number of lines that it may take.
struct SetParagraph {
  std::vector<Galley> galleys;
  std::vector<BlockVariant> variants;  ///< one for each galley
};

/// Sets a paragraph that stands `x` from its column's edge.
SetParagraph set_paragraph(const RichText& text, const TextStyle& type, Length x, const ColumnMeasures& measures, const TextSetter& setter,
                           const TypedStretch* stretch = nullptr);

/// Running text in whole grid lines that may be cut between columns.
class ParagraphContent : public FlowContent {
 public:
  /// `setter` outlives it. The ways that the text is set become those of `fill`.
  ParagraphContent(SetParagraph set, const TextStyle& type, const TextPlacement& placement, const ColumnMeasures& measures,
                   const TextSetter& setter, FillBlock& fill)
      : type_(type), placement_(placement), measures_(measures), setter_(setter), galleys_(std::move(set.galleys)) {
    fill.variants = std::move(set.variants);
  }

  /// A text that was set before, in columns of its width alone.
  ParagraphContent(Galley galley, const TextStyle& type, const TextPlacement& placement, const ColumnMeasures& measures,
                   const TextSetter& setter)
      : type_(type), placement_(placement), measures_(measures), setter_(setter), galleys_{std::move(galley)} {}

  /// Of the list items that begin with it, the outermost first.
  void set_markers(std::vector<BlockMarker> markers) { markers_ = std::move(markers); }

  void set_beginning(ParagraphBeginning beginning) { beginning_ = std::move(beginning); }

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;
  const Galley* galley(int variant) const override { return &galleys_[static_cast<std::size_t>(variant)]; }
  int go_on(FillBlock& fill, int variant, int line, int measure) override;

 private:
  TextStyle type_;
  TextPlacement placement_;
  const ColumnMeasures& measures_;
  const TextSetter& setter_;
  std::vector<Galley> galleys_;               ///< one for each variant
  std::map<std::vector<Length>, int> mixed_;  ///< variants that change their width, by the measures of their first lines and then the last
  std::vector<BlockMarker> markers_;
  ParagraphBeginning beginning_;
};

/// Lines of display type that stand whole, in a column of each width.
class HeadingContent : public FlowContent {
 public:
  struct Setting {
    Galley galley;
    TextPlacement placement;
    Length bar;     ///< width of a bar at the column's edge beside all its lines; 0: none
    Length raised;  ///< towards what stands above it in its column
  };

  /// One setting for each variant of the block.
  explicit HeadingContent(std::vector<Setting> settings) : settings_(std::move(settings)) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;
  const Galley* galley(int variant) const override { return &settings_[static_cast<std::size_t>(variant)].galley; }

 private:
  std::vector<Setting> settings_;
};

}  // namespace banxin
