#include "layout/page_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace banxin {

namespace {

constexpr Length thematic_rule_weight = Length::from_points(0.35);

/// One page as it is drawn.
class PageBuilder {
 public:
  PageBuilder(const BuildInput& input, int index, PagedDocument& document)
      : input_(input), made_(input.pages[static_cast<std::size_t>(index)]), geometry_(input.geometry), index_(index), document_(document) {}

  Page run() {
    page_.trim = geometry_.paper;
    page_.label = fmt::format("{}", index_ + 1);
    const FurniturePage furniture = furniture_page();
    draw_furniture(furniture, true, input_.variables, input_.setter, sink());
    if (index_ == 0) draw_head();
    draw_column_rules();
    draw_flow();
    draw_furniture(furniture, false, input_.variables, input_.setter, sink());
    return std::move(page_);
  }

 private:
  PageSink sink() { return {page_.items, page_.links, document_.structure}; }

  FurniturePage furniture_page() const {
    FurniturePage page;
    page.index = index_;
    page.count = static_cast<int>(input_.pages.size());
    page.paper = geometry_.paper;
    page.area = geometry_.area.area;
    page.notes = geometry_.area.notes;
    page.body_size = geometry_.body_size;
    page.head = {page.area.y, page.area.y, page.area.y};
    page.first_line = page.area.y;
    page.text_end = text_end();
    page.qr = input_.qr;
    page.nodes = input_.furniture_nodes;
    if (index_ > 0) return page;
    const Length top = geometry_.line_top(input_.head_start_line);
    const HeadBlock& head = input_.head;
    page.head = {top + head.title_end, top + head.height, top + head.height};
    page.first_line = geometry_.line_top(made_.first_line);
    if (head.rules.empty()) return page;
    page.head.rule = top + head.rules.front().y;
    page.first_line = geometry_.line_top(geometry_.first_line_from(page.head.rule + head.rules.front().after));
    return page;
  }

  int lines_used(std::size_t column) const {
    if (made_.plan.foot_lines[column] > 0) return made_.lines;
    const int head = made_.plan.head_lines[column];
    return made_.used[column] > 0 || head > 0 ? head + made_.used[column] : 0;
  }

  Length em_bottom_of(int line) const { return geometry_.line_top(line) + geometry_.body_size; }

  Length text_end() const {
    int lines = 0;
    for (std::size_t column = 0; column < made_.columns.size(); ++column) lines = std::max(lines, lines_used(column));
    return em_bottom_of(made_.first_line + lines - 1);
  }

  void draw_head() {
    const Length top = geometry_.line_top(input_.head_start_line);
    banxin::draw_head(input_.head, {geometry_.area.area.x, top}, sink());
    for (const HeadText& line : input_.head.lines) {
      if (document_.outline.empty() && document_.structure[static_cast<std::size_t>(line.node)].heading_level == 1) {
        document_.outline.push_back(
            {document_.metadata.title, 1, static_cast<std::size_t>(index_), {geometry_.area.area.x, top + line.top}});
      }
    }
  }

  /// Rules stand in the middle of the gaps, beside text, and stop at figures that span the gap.
  void draw_column_rules() {
    const auto& rule = input_.setter.style().columns.rule;
    if (!rule) return;
    for (int column = 0; column + 1 < geometry_.columns(); ++column) {
      if (lines_used(static_cast<std::size_t>(column) + 1) == 0) continue;  // nothing to part
      int begin = 0, end = std::max(lines_used(static_cast<std::size_t>(column)), lines_used(static_cast<std::size_t>(column) + 1));
      for (const FigurePlace& place : made_.plan.figures) {
        if (column < place.column || column + 1 >= place.column + place.span) continue;
        if (place.at_foot)
          end = std::min(end, made_.lines - place.lines);
        else
          begin = std::max(begin, place.at + place.lines);
      }
      if (begin >= end) continue;
      StrokeItem stroke;
      const Length x = geometry_.area.column_x[static_cast<std::size_t>(column)] + geometry_.area.column_width + geometry_.gap.scaled(1, 2);
      stroke.from = {x, geometry_.line_top(made_.first_line + begin)};
      stroke.to = {x, em_bottom_of(made_.first_line + end - 1)};
      stroke.weight = *rule;
      page_.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
    }
  }

  /// Text and figures in the article's order: a figure follows the paragraph it belongs to, or stands before the first one that begins
  /// here.
  void draw_flow() {
    std::vector<FigurePlace> waiting = made_.plan.figures;
    std::sort(waiting.begin(), waiting.end(), [](const FigurePlace& a, const FigurePlace& b) { return a.figure < b.figure; });
    const auto draw_waiting = [&](int before_block) {
      while (!waiting.empty() && anchor_of(waiting.front()) < before_block) {
        draw_place(waiting.front());
        waiting.erase(waiting.begin());
      }
    };
    for (std::size_t column = 0; column < made_.columns.size(); ++column) {
      for (const ColumnPiece& piece : made_.columns[column]) {
        if (piece.line_begin == 0) draw_waiting(piece.block);
        draw_piece(static_cast<int>(column), piece);
      }
    }
    draw_waiting(static_cast<int>(input_.flow.blocks.size()) + 1);
  }

  int anchor_of(const FigurePlace& place) const { return input_.flow.figures[static_cast<std::size_t>(place.figure)].anchor_block; }

  void draw_piece(int column, const ColumnPiece& piece) {
    const FlowBlock& block = input_.flow.blocks[static_cast<std::size_t>(piece.block)];
    const int line = made_.first_line + made_.plan.head_lines[static_cast<std::size_t>(column)] + piece.at;
    const Length left = geometry_.area.column_x[static_cast<std::size_t>(column)];
    const Point top{left + block.x, geometry_.line_top(line) + block.offset};
    const ItemTag tag{block.node, ItemTag::Artifact::none};
    if (block.rule) draw_thematic_rule({left, geometry_.line_top(line)});
    if (block.bar > Length()) draw_bar(block, {left, top.y});
    if (block.galleys.empty()) return;
    const Galley& galley = block.galleys[static_cast<std::size_t>(piece.variant)];
    if (block.on_grid) {
      if (piece.line_begin == 0 && block.marker) {
        const BlockMarker& marker = *block.marker;
        const ItemTag marker_tag{marker.node >= 0 ? marker.node : block.node, ItemTag::Artifact::none};
        emit_lines(marker.galley, 0, 1, {left + marker.x, top.y}, block.size, block.pitch, marker_tag, sink());
      }
      emit_lines(galley, static_cast<std::size_t>(piece.line_begin), static_cast<std::size_t>(piece.line_end), top, block.size, block.pitch,
                 tag, sink());
      return;
    }
    emit_lines(galley, 0, galley.lines.size(), top, block.size, block.pitch, tag, sink());
    add_to_outline(block, galley, top);
  }

  void draw_bar(const FlowBlock& block, Point top) {
    const auto turns = static_cast<std::int64_t>(block.galleys.front().lines.size()) - 1;
    RectangleItem bar{{top.x, top.y, block.bar, block.pitch * std::max<std::int64_t>(turns, 0) + block.size}, Colour::black(), {}, {}, {}};
    page_.items.push_back({std::move(bar), {-1, ItemTag::Artifact::layout}, {}});
  }

  void add_to_outline(const FlowBlock& block, const Galley& galley, Point top) {
    const int level = document_.structure[static_cast<std::size_t>(block.node)].heading_level;
    if (level > 0) document_.outline.push_back({galley.text->text.text(), level, static_cast<std::size_t>(index_), top});
  }

  /// A third of the column, in the middle of its line.
  void draw_thematic_rule(Point top) {
    StrokeItem stroke;
    const Length third = geometry_.area.column_width.scaled(1, 3);
    const Length y = top.y + geometry_.body_size.scaled(1, 2);
    stroke.from = {top.x + third, y};
    stroke.to = {top.x + third * 2, y};
    stroke.weight = thematic_rule_weight;
    page_.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
  }

  void draw_place(const FigurePlace& place) {
    const LoadedFigure& figure = input_.flow.figures[static_cast<std::size_t>(place.figure)].figure;
    const FigureSetting setting = set_figure_over(figure, place.span, geometry_, input_.setter);
    Point corner{geometry_.area.column_x[static_cast<std::size_t>(place.column)], geometry_.line_top(made_.first_line + place.at)};
    if (place.at_foot) {
      // The caption's last baseline is the last baseline of the column; white to whole lines stands above the picture.
      const Length last_baseline = geometry_.line_top(made_.first_line + made_.lines - 1) + ascent_of(geometry_.body_size);
      const Length caption_size = input_.setter.style().of(Element::caption).size;
      const Length foot = setting.text_height > Length() ? last_baseline - ascent_of(caption_size) + caption_size
                                                         : em_bottom_of(made_.first_line + made_.lines - 1);
      corner.y = foot - setting.height;
    }
    draw_figure(figure, setting, corner, input_.setter, sink());
  }

  const BuildInput& input_;
  const MadePage& made_;
  const PageGeometry& geometry_;
  int index_;
  PagedDocument& document_;
  Page page_;
};

}  // namespace

PageGeometry page_geometry(const Style& style) {
  return {style.page.paper, type_area(style), style.columns.gap, style.grid.pitch, style.of(Element::body).size};
}

FigureSetting set_figure_over(const LoadedFigure& figure, int span, const PageGeometry& geometry, const TextSetter& setter) {
  const Style& style = setter.style();
  // Room for two lines of caption must remain.
  const Length tallest = geometry.area.area.height - style.images.caption_gap - style.of(Element::caption).pitch * 2;
  return set_figure(figure, geometry.width_over(span), tallest, span > 1, setter);
}

void build_pages(const BuildInput& input, PagedDocument& document) {
  for (std::size_t index = 0; index < input.pages.size(); ++index) {
    document.pages.push_back(PageBuilder(input, static_cast<int>(index), document).run());
  }
}

}  // namespace banxin
