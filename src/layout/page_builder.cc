#include "layout/page_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace banxin {

namespace {

/// One page as it is drawn.
class PageBuilder {
 public:
  PageBuilder(const BuildInput& input, const std::vector<int>& variants, int index, std::vector<NoteLine>& notes, int& lines_numbered,
              PagedDocument& document)
      : input_(input),
        variants_(variants),
        made_(input.pages[static_cast<std::size_t>(index)]),
        geometry_(input.geometry),
        area_(input.geometry.area_of(index)),
        index_(index),
        notes_(notes),
        lines_numbered_(lines_numbered),
        document_(document) {}

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
    page.area = area_.area;
    page.notes = area_.notes;
    page.body_size = geometry_.body_size;
    page.head = {page.area.y, page.area.y, page.area.y};
    page.first_line = page.area.y;
    page.text_end = text_end();
    page.notes_end = notes_end();
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

  Length em_bottom_of(int line) const { return geometry_.line_top(line) + geometry_.body_size; }
  /// Em-top of a line that counts from the head of the page's columns.
  Length line_top(int line) const { return geometry_.line_top(made_.first_line + line); }

  Length text_end() const {
    int lines = 0;
    for (const MadeBand& band : made_.bands) {
      for (const MadeColumn& column : band.columns) lines = std::max(lines, band.first_line + lines_used(made_, band, column));
    }
    for (const SpanningPiece& piece : made_.spanning) lines = std::max(lines, piece.line + piece.lines);
    for (const FigurePlace& place : made_.plan.figures) lines = std::max(lines, place.at_foot ? made_.lines : place.at + place.lines);
    if (made_.note_lines > 0) lines = made_.lines + made_.lines_for_notes;
    return em_bottom_of(made_.first_line + lines - 1);
  }

  /// Questions take the notes' room: notes end above the first of them.
  Length notes_end() const {
    const bool last = index_ + 1 == static_cast<int>(input_.pages.size());
    for (const MadeBand& band : made_.bands) {
      for (const MadeColumn& column : band.columns) {
        for (const ColumnPiece& piece : column.fill.pieces) {
          if (!input_.flow.blocks[static_cast<std::size_t>(piece.block)].beside_no_notes) continue;
          const int line = column.first_line + piece.at;
          return line == 0 ? line_top(0) : em_bottom_of(made_.first_line + line - 1);
        }
      }
    }
    return last ? text_end() : area_.area.bottom();
  }

  void draw_head() {
    const Length top = geometry_.line_top(input_.head_start_line);
    banxin::draw_head(input_.head, {area_.area.x, top}, sink());
    if (!input_.deck_box.empty()) draw_box_of_deck();
    for (const HeadText& line : input_.head.lines) {
      if (document_.outline.empty() && document_.structure[static_cast<std::size_t>(line.node)].heading_level == 1) {
        document_.outline.push_back({document_.metadata.title, 1, static_cast<std::size_t>(index_), {area_.area.x, top + line.top}});
      }
    }
  }

  void draw_box_of_deck() {
    const bool last = input_.setter.style().head.deck_box.in_last_column;
    const std::size_t column = last ? area_.column_x.size() - 1 : 0;
    draw_deck_box(input_.deck_box, {area_.column_x[column], line_top(0)}, area_.column_widths[column], input_.setter, sink());
  }

  /// A rule in the gap behind a column.
  struct ColumnRule {
    int column = 0;
    int begin = 0, end = 0;  ///< lines
  };

  /// Rules stand in the middle of the gaps, beside text, and stop at figures and blocks that span the gap.
  void draw_column_rules() {
    const Style& style = input_.setter.style();
    if (!style.columns.rule || !style.page.frames.empty()) return;
    std::vector<ColumnRule> rules;
    for (int column = 0; column + 1 < geometry_.columns(); ++column) {
      int begin = std::max(head_lines_over(column), figure_lines_over(column, false));
      for (const SpanningPiece& piece : made_.spanning) {
        if (column < piece.column || column + 1 >= piece.column + piece.span) continue;
        add_column_rule(column, begin, piece.line, rules);
        begin = std::max(begin, piece.line + piece.lines);
      }
      add_column_rule(column, begin, made_.lines - figure_lines_over(column, true), rules);
    }
    std::stable_sort(rules.begin(), rules.end(), [](const ColumnRule& a, const ColumnRule& b) { return a.begin < b.begin; });
    for (const ColumnRule& rule : rules) draw_column_rule(rule, *style.columns.rule);
  }

  /// Lines that figures over the gap behind a column take at the head or foot.
  int figure_lines_over(int column, bool at_foot) const {
    int lines = 0;
    for (const FigurePlace& place : made_.plan.figures) {
      const bool spans_gap = column >= place.column && column + 1 < place.column + place.span;
      if (spans_gap && place.at_foot == at_foot) lines = std::max(lines, place.at + place.lines);
    }
    return lines;
  }

  /// Down to the end of what stands on either side of it between two lines; none where nothing stands at its right.
  void add_column_rule(int column, int begin, int end, std::vector<ColumnRule>& rules) const {
    const int right = filled_to(column + 1, begin, end);
    if (right > begin) rules.push_back({column, begin, std::max(filled_to(column, begin, end), right)});
  }

  void draw_column_rule(const ColumnRule& rule, Length weight) {
    const auto c = static_cast<std::size_t>(rule.column);
    StrokeItem stroke;
    const Length x = area_.column_x[c] + area_.column_widths[c] + geometry_.gap.scaled(1, 2);
    stroke.from = {x, line_top(rule.begin)};
    stroke.to = {x, em_bottom_of(made_.first_line + rule.end - 1)};
    stroke.weight = weight;
    page_.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
  }

  /// The line below the last one between two lines that something in the column takes.
  int filled_to(int column, int begin, int end) const {
    int line = begin;
    for (const MadeBand& band : made_.bands) {
      for (const MadeColumn& made : band.columns) {
        if (made.column != column || band.first_line >= end) continue;
        const int used = lines_used(made_, band, made);
        if (used > 0) line = std::max(line, std::min(end, band.first_line + used));
      }
    }
    for (const SpanningPiece& piece : made_.spanning) {
      if (column >= piece.column && column < piece.column + piece.span && piece.line < end) line = std::max(line, piece.line + piece.lines);
    }
    return line;
  }

  /// Lines that a head over some of the columns takes on both sides of a gap.
  int head_lines_over(int column) const {
    const bool below_head = index_ == 0 && column + 1 < input_.head_columns && input_.head_columns < geometry_.columns();
    return below_head ? input_.geometry.first_line_from(line_top(0) + input_.head.height + input_.head.minimum_after) - made_.first_line
                      : 0;
  }

  /// Text and figures in the article's order: a figure follows the paragraph it belongs to, or stands before the first one that begins
  /// here.
  void draw_flow() {
    waiting_ = made_.plan.figures;
    std::sort(waiting_.begin(), waiting_.end(), [](const FigurePlace& a, const FigurePlace& b) { return a.figure < b.figure; });
    auto spanning = made_.spanning.begin();
    for (std::size_t band = 0; band < made_.bands.size(); ++band) {
      for (; spanning != made_.spanning.end() && spanning->band <= static_cast<int>(band); ++spanning) draw_spanning(*spanning);
      for (const MadeColumn& column : made_.bands[band].columns) draw_column(made_.bands[band], column);
    }
    for (; spanning != made_.spanning.end(); ++spanning) draw_spanning(*spanning);
    draw_waiting(static_cast<int>(input_.flow.blocks.size()) + 1);
    draw_notes(made_.note_lines, 0, made_.lines + made_.lines_for_notes);
  }

  /// The first of the notes that wait, above a line.
  void draw_notes(int lines, std::size_t column, int foot) {
    const auto end = notes_.begin() + std::min(lines, static_cast<int>(notes_.size()));
    input_.flow.notes.draw({notes_.begin(), end}, area_.column_x[column], em_bottom_of(made_.first_line + foot - 1), input_.setter.style(),
                           sink());
    notes_.erase(notes_.begin(), end);
  }

  void draw_waiting(int before_block) {
    while (!waiting_.empty() && anchor_of(waiting_.front()) < before_block) {
      draw_place(waiting_.front());
      waiting_.erase(waiting_.begin());
    }
  }

  int anchor_of(const FigurePlace& place) const { return input_.flow.figures[static_cast<std::size_t>(place.figure)].anchor_block; }

  void draw_column(const MadeBand& band, const MadeColumn& made) {
    const auto column = static_cast<std::size_t>(made.column);
    for (const ColumnPiece& piece : made.fill.pieces) {
      draw_piece(piece, {area_.column_x[column], line_top(made.first_line + piece.at), area_.column_widths[column]});
      collect_notes(piece);
    }
    const int foot = band.first_line + band.lines - (band.last ? lines_below_notes(made.column) : 0);
    draw_notes(made.fill.note_lines, column, foot);
  }

  /// Of the notes at the page's foot; -1: the column does not go down to it.
  int lines_of_notes(int column) const {
    for (const MadeBand& band : made_.bands) {
      for (const MadeColumn& made : band.columns) {
        if (band.last && made.column == column) return input_.flow.notes.room(input_.setter.style()).taken(made.fill.note_lines);
      }
    }
    return -1;
  }

  /// Notes stand below the figure at the foot of their column, unless it spans columns whose notes are not equally high.
  int lines_below_figure(const FigurePlace& place) const {
    if (!place.at_foot) return 0;
    const int lines = lines_of_notes(place.column);
    for (int column = place.column; column < place.column + place.span; ++column) {
      if (lines_of_notes(column) != lines) return 0;
    }
    return std::max(0, lines);
  }

  int lines_below_notes(int column) const {
    for (const FigurePlace& place : made_.plan.figures) {
      if (column >= place.column && column < place.column + place.span && lines_below_figure(place) > 0) return 0;
    }
    return made_.plan.foot_lines[static_cast<std::size_t>(column)];
  }

  void collect_notes(const ColumnPiece& piece) {
    const auto block = static_cast<std::size_t>(piece.block);
    const std::vector<AnchoredNote>& anchored = input_.flow.fill[block].variant(variants_[block]).notes;
    for (std::size_t i = 0; i < anchored.size(); ++i) {
      if (anchored[i].line < piece.line_begin || anchored[i].line >= piece.line_end) continue;
      for (int line = 0; line < anchored[i].lines; ++line) notes_.push_back({input_.flow.blocks[block].notes[i], line});
    }
  }

  void draw_spanning(const SpanningPiece& spanning) {
    const BlockVariant& way = input_.flow.fill[static_cast<std::size_t>(spanning.block)].variant(spanning.variant);
    const int shrunk = std::max(0, way.lines_of(spanning.begin, spanning.end) - spanning.lines);
    draw_piece({spanning.block, spanning.variant, spanning.begin, spanning.end, spanning.line, shrunk},
               {area_.column_x[static_cast<std::size_t>(spanning.column)], line_top(spanning.line),
                area_.width_over(spanning.column, spanning.span)});
  }

  void draw_piece(ColumnPiece piece, const PiecePlace& place) {
    if (piece.line_begin == 0) draw_waiting(piece.block);
    const FlowBlock& block = input_.flow.blocks[static_cast<std::size_t>(piece.block)];
    if (!block.content) return;
    piece.variant = variants_[static_cast<std::size_t>(piece.block)];
    block.content->draw(piece, place, sink());
    if (block.numbered) number_lines(piece, place);
    list_in_outline(block, piece, place);
  }

  void list_in_outline(const FlowBlock& block, const ColumnPiece& piece, const PiecePlace& place) {
    if (block.heading_node < 0 || piece.line_begin > 0) return;
    const int level = document_.structure[static_cast<std::size_t>(block.heading_node)].heading_level;
    const Galley& galley = *block.content->galley(piece.variant);
    const std::uint32_t end = block.heading_end > 0 ? block.heading_end : static_cast<std::uint32_t>(galley.text->text.size());
    document_.outline.push_back({title_of(galley, end), level, static_cast<std::size_t>(index_), {place.left, place.top}});
  }

  /// Of a heading, its text down to `end` without note marks.
  static std::string title_of(const Galley& heading, std::uint32_t end) {
    std::string title;
    for (const StyledRun& run : heading.text->runs) {
      if (run.style.note.empty() && run.begin < end) title += heading.text->text.view().substr(run.begin, run.end - run.begin);
    }
    return title;
  }

  /// Numbers beside the lines, their ends in one place left of the text.
  void number_lines(const ColumnPiece& piece, const PiecePlace& place) {
    const Style& style = input_.setter.style();
    if (style.numbering.lines == 0) return;
    const TextStyle& type = style.of(Element::line_number);
    for (int line = 0; line < piece.line_end - piece.line_begin; ++line) {
      if (++lines_numbered_ % style.numbering.lines != 0) continue;
      const Galley number = input_.setter.label(plain_text(fmt::format("{}", lines_numbered_)), type, type.size, place.left);
      const Length x = place.left - style.numbering.gap - number.lines.front().ink_end;
      const Length baseline = place.top + geometry_.pitch * line + ascent_of(geometry_.body_size);
      emit_line(number, number.lines.front(), {x, baseline}, {-1, ItemTag::Artifact::layout}, sink());
    }
  }

  void draw_place(const FigurePlace& place) {
    const LoadedFigure& figure = input_.flow.figures[static_cast<std::size_t>(place.figure)].figure;
    const FigureSetting setting =
        shrunk_by(set_figure_over(figure, place.column, place.span, geometry_, input_.setter), place.shrunk, input_.setter);
    Point corner{area_.column_x[static_cast<std::size_t>(place.column)], line_top(place.at)};
    if (place.at_foot) {
      // The caption's last baseline is the last baseline of the column; white to whole lines stands above the picture.
      const Length last_top = line_top(made_.lines - 1 - lines_below_figure(place));
      const Length caption_size = input_.setter.style().of(Element::caption).size;
      const Length foot = setting.text_height > Length()
                              ? last_top + ascent_of(geometry_.body_size) - ascent_of(caption_size) + caption_size
                              : last_top + geometry_.body_size;
      corner.y = foot - setting.height;
    }
    draw_figure(figure, setting, corner, input_.setter, sink());
  }

  const BuildInput& input_;
  const std::vector<int>& variants_;
  const MadePage& made_;
  const PageGeometry& geometry_;
  const TypeArea& area_;
  int index_;
  std::vector<NoteLine>& notes_;  ///< lines of notes whose marks are drawn, for the next foot of a column
  int& lines_numbered_;           ///< lines of the body so far, through all pages
  PagedDocument& document_;
  Page page_;
  std::vector<FigurePlace> waiting_;  ///< figures of the page, not drawn yet
};

}  // namespace

namespace {

TypeArea with_frames(TypeArea area, const std::vector<PageFrame>& frames) {
  if (frames.empty()) return area;
  TypeArea result = area;
  result.column_x.clear();
  result.column_widths.clear();
  for (const PageFrame& frame : frames) {
    result.column_x.push_back(area.column_x[static_cast<std::size_t>(frame.first_column) - 1]);
    result.column_widths.push_back(area.width_over(frame.first_column - 1, frame.last_column - frame.first_column + 1));
  }
  return result;
}

}  // namespace

int head_columns(const Style& style) {
  return style.head.columns == 0 ? style.columns.count : std::min(style.head.columns, style.columns.count);
}

PageGeometry page_geometry(const Style& style) {
  const TypeArea recto = type_area(style), verso = type_area(style, true);
  return {style.page.paper, with_frames(recto, style.page.frames), with_frames(verso, style.page.frames),   style.columns.gap,
          style.grid.pitch, style.of(Element::body).size,          recto.width_over(0, head_columns(style))};
}

ColumnMeasures column_measures(const PageGeometry& geometry) {
  ColumnMeasures measures;
  measures.all = geometry.recto.area.width;
  for (const Length width : geometry.recto.column_widths) {
    const auto known = std::find(measures.widths.begin(), measures.widths.end(), width);
    measures.of_column.push_back(static_cast<int>(known - measures.widths.begin()));
    if (known == measures.widths.end()) measures.widths.push_back(width);
  }
  const int columns = geometry.columns();
  for (int span = 2; span <= columns; ++span) {
    std::vector<Length>& widths = measures.by_span.emplace_back();
    for (int column = 0; column + span <= columns && (column == 0 || !measures.alike()); ++column)
      widths.push_back(geometry.recto.width_over(column, span));
  }
  return measures;
}

Length tallest_picture(const PageGeometry& geometry, const Style& style) {
  return geometry.recto.area.height - style.images.caption_gap - style.of(Element::caption).pitch * 2;
}

FigureSetting set_figure_over(const LoadedFigure& figure, int column, int span, const PageGeometry& geometry, const TextSetter& setter) {
  return set_figure(figure, geometry.recto.width_over(column, span), tallest_picture(geometry, setter.style()), span > 1, setter);
}

std::vector<int> printed_variants(const std::vector<MadePage>& pages, std::size_t blocks) {
  std::vector<int> variants(blocks, 0);
  for (const MadePage& page : pages) {
    for (const SpanningPiece& piece : page.spanning) variants[static_cast<std::size_t>(piece.block)] = piece.variant;
    for (const MadeBand& band : page.bands) {
      for (const MadeColumn& column : band.columns) {
        for (const ColumnPiece& piece : column.fill.pieces) variants[static_cast<std::size_t>(piece.block)] = piece.variant;
      }
    }
  }
  return variants;
}

void build_pages(const BuildInput& input, PagedDocument& document) {
  const std::vector<int> variants = printed_variants(input.pages, input.flow.blocks.size());
  std::vector<NoteLine> notes;
  int lines_numbered = 0;
  for (std::size_t index = 0; index < input.pages.size(); ++index) {
    document.pages.push_back(PageBuilder(input, variants, static_cast<int>(index), notes, lines_numbered, document).run());
  }
}

}  // namespace banxin
