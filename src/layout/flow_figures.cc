#include "layout/flow_figures.h"

#include <utility>

#include "layout/figure_content.h"
#include "layout/placeholder.h"

namespace banxin {

void FlowFigures::add(const Figure& figure, int parent, SourceSpan span) {
  LoadedFigure loaded;
  loaded.figure = &figure;
  loaded.number = ++count_;
  loaded.span = span;
  loaded.node = writer_.node(StructureNode::Type::figure, parent, span);
  writer_.document().structure.back().alternative = alternative_of(figure);
  if (!figure.caption.empty() || !figure.credit.empty())
    loaded.caption_node = writer_.node(StructureNode::Type::caption, loaded.node, span);
  if (!figure.placeholder) {
    loaded.picture = writer_.input().load(figure);
    loaded.missing = !loaded.picture;
  }
  if (stands_in_text(figure))
    add_standing(std::move(loaded), parent);
  else
    writer_.flow().figures.push_back({std::move(loaded), static_cast<int>(writer_.flow().blocks.size()) - 1});
}

/// Every figure says something to those who cannot see it (PDF/UA-1, 7.3).
std::string FlowFigures::alternative_of(const Figure& figure) const {
  if (figure.alt && !figure.alt->empty()) return *figure.alt;
  if (!figure.caption.empty()) return figure.caption.plain();
  if (!figure.label.empty()) return figure.label.plain();
  return std::string(placeholder_words(writer_.setter().language()).picture);
}

/// A figure over some of the columns stands at their head or foot, unless its author wants it here.
bool FlowFigures::stands_in_text(const Figure& figure) const {
  const Style& style = writer_.style();
  if (writer_.in_box() || !style.page.frames.empty()) return true;
  if (figure.place != Figure::Place::automatic) return figure.place == Figure::Place::here;
  const int span = writer_.columns_of(figure.span);
  return style.images.place == FigurePlacement::here && (span == 1 || span == writer_.columns());
}

void FlowFigures::add_standing(LoadedFigure figure, int parent) {
  const Style& style = writer_.style();
  FlowPart part;
  part.fill.span = writer_.columns_of(figure.figure->span);
  part.fill.may_wait = part.fill.span == 1;
  part.fill.variants.clear();
  std::vector<FigureSetting> settings;
  const std::vector<Length>& widths = writer_.measures().over(part.fill.span);
  for (std::size_t measure = 0; measure < widths.size(); ++measure) {
    settings.push_back(set_figure(figure, widths[measure], writer_.input().tallest_picture, part.fill.span > 1, writer_.setter()));
    const int lines = grid_lines_for(settings.back().height, style.of(Element::body).size, style.grid.pitch);
    part.fill.variants.push_back({lines, 0, static_cast<int>(measure)});
  }
  part.fill.shrink = most_shrunk(settings.front(), style);
  const SourceSpan span = figure.span;
  part.content = std::make_unique<FigureContent>(std::move(figure), std::move(settings), writer_.setter());
  writer_.add(std::move(part), parent, span);
}

}  // namespace banxin
