// Figures: a picture or placeholder with its caption and credit, set for a width and drawn at a place.
#pragma once

#include <memory>
#include <optional>

#include "document/article.h"
#include "image/picture.h"
#include "layout/emit.h"
#include "layout/text_setter.h"

namespace banxin {

/// A figure of the article, its picture read.
struct LoadedFigure {
  const Figure* figure = nullptr;
  int number = 1;                          ///< in the article
  std::shared_ptr<const Picture> picture;  ///< null: a placeholder is drawn
  bool missing = false;                    ///< a file was named and could not be read
  int node = -1, caption_node = -1;        ///< of the document's structure
  SourceSpan span;
};

/// A figure set for a width.
struct FigureSetting {
  Length width;
  Length picture_height;
  AspectRatio ratio;
  Galley caption, credit;  ///< without lines when the figure has none
  bool credit_on_caption_line = false;
  Length text_height;  ///< of caption and credit, gap above not included; 0 without them
  Length height;       ///< of all: picture, gap, text
};

/// Sets a figure over `width`; a picture higher than `tallest` (caption not included) is set lower, its sides cut or left free.
FigureSetting set_figure(const LoadedFigure& figure, Length width, Length tallest, bool spanning, const TextSetter& setter);

/// The same figure with its picture lower by so many grid lines.
FigureSetting shrunk_by(FigureSetting setting, int lines, const TextSetter& setter);

/// Grid lines by which its picture may be lower (`images.shrink`).
int most_shrunk(const FigureSetting& setting, const Style& style);

/// Whole grid lines that hold `height`: the least k with k pitches less the gap between lines at least as high (composition rules 7.3).
int grid_lines_for(Length height, Length size, Length pitch);

/// Draws a figure whose picture has its upper left corner at `place`.
void draw_figure(const LoadedFigure& figure, const FigureSetting& setting, Point place, const TextSetter& setter, PageSink sink);

}  // namespace banxin
