#include "layout/flow.h"

#include <algorithm>

#include "layout/placeholder.h"
#include "layout/structure.h"

namespace banxin {

namespace {

/// In columns of this many characters or fewer a paragraph's first line may stand alone at the foot.
constexpr int narrow_column_characters = 17;
constexpr int list_indent_ems = 2;
/// Longer paragraphs are set in one length alone: the search for another grows with the square of the lines.
constexpr int most_lines_varied = 80;
constexpr std::string_view bullet = "•";

class FlowBuilder {
 public:
  FlowBuilder(const ColumnRoom& room, const TextSetter& setter, const PictureLoader& load, PagedDocument& document)
      : room_(room), setter_(setter), style_(setter.style()), load_(load), document_(document) {}

  Flow run(const Article& article, FlowOpening opening, const std::vector<RichText>& end_texts, int parent) {
    add_opening(std::move(opening), article, parent);
    bool first_paragraph = true;
    for (const Block& block : article.body) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) highest_heading_ = std::min(highest_heading_, heading->level);
    }
    for (const Block& block : article.body) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block.content); paragraph && first_paragraph) {
        add_paragraph(with_dateline(article.dateline, paragraph->text), Element::body, Length(), parent, block.span);
        first_paragraph = false;
      } else {
        add(block, parent, Length());
      }
    }
    for (const RichText& text : end_texts) add_paragraph(text, Element::credits, Length(), parent, text.text.span());
    return std::move(flow_);
  }

 private:
  void add_opening(FlowOpening opening, const Article& article, int parent) {
    if (opening.box && !opening.box->empty()) {
      static const Figure place = [] {
        Figure figure;
        figure.span.columns = 1;
        figure.place = Figure::Place::top;
        return figure;
      }();
      LoadedFigure loaded;
      loaded.figure = &place;
      loaded.box = std::move(opening.box);
      loaded.span = article.deck.front().text.span();
      flow_.figures.push_back({std::move(loaded), -1});
    }
    if (opening.paragraph.text.lines.empty()) return;
    const SourceSpan span = article.deck.front().text.span();
    const TextStyle& type = style_.of(Element::deck);
    FlowBlock block;
    block.size = type.size;
    block.pitch = style_.grid.pitch;
    block.offset = ascent_of(style_.of(Element::body).size) - ascent_of(type.size);
    if (!opening.paragraph.label.lines.empty()) {
      const int label = structure(StructureNode::Type::label, parent, span);
      block.marker = BlockMarker{std::move(opening.paragraph.label), Length(), label};
    }
    block.node = structure(StructureNode::Type::paragraph, parent, span);
    block.span = span;
    block.fill.variants = {{static_cast<int>(opening.paragraph.text.lines.size()), 0}};
    block.fill.splittable = true;
    block.galleys.push_back(std::move(opening.paragraph.text));
    flow_.blocks.push_back(std::move(block));
    add_space(1, span);
  }

  /// The dateline (电头) runs into the first paragraph, in bold.
  static RichText with_dateline(const RichText& dateline, const RichText& text) {
    if (dateline.empty()) return text;
    RichText strong = dateline;
    for (InlineRun& run : strong.runs) run.markup.strong = true;
    return join_texts({strong, text}, "　");
  }

  void add(const Block& block, int parent, Length x) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
      add_paragraph(paragraph->text, Element::body, x, parent, block.span);
    else if (const auto* heading = std::get_if<Heading>(&block.content))
      add_heading(*heading, parent, block.span);
    else if (const auto* figure = std::get_if<Figure>(&block.content))
      add_figure(*figure, parent, block.span);
    else if (const auto* quote = std::get_if<Quote>(&block.content))
      add_quote(*quote, parent, x, block.span);
    else if (const auto* list = std::get_if<List>(&block.content))
      add_list(*list, parent, x, block.span);
    else if (const auto* page_break = std::get_if<Break>(&block.content))
      add_break(*page_break, block.span);
    else if (const auto* space = std::get_if<Space>(&block.content))
      add_space(space->lines, block.span);
    else if (std::holds_alternative<ThematicRule>(block.content))
      add_rule(block.span);
  }

  int structure(StructureNode::Type type, int parent, SourceSpan span) { return add_node(document_, type, parent, span); }

  /// A text in whole grid lines that may be cut between columns.
  FlowBlock& add_text(const RichText& text, const TextStyle& type, Length x, int node, SourceSpan span) {
    FlowBlock block;
    block.galleys.push_back(setter_.paragraph(text, type, room_.width - x));
    block.x = x;
    block.size = type.size;
    block.pitch = style_.grid.pitch;
    // Smaller or larger type stands on the grid lines by its baseline, like the text beside it.
    block.offset = ascent_of(style_.of(Element::body).size) - ascent_of(type.size);
    block.node = node;
    block.span = span;
    block.fill.variants = {{static_cast<int>(block.galleys.front().lines.size()), 0}};
    add_other_lengths(block, type);
    block.fill.splittable = true;
    block.fill.orphans = room_.characters <= narrow_column_characters ? 1 : 2;
    flow_.blocks.push_back(std::move(block));
    return flow_.blocks.back();
  }

  /// The paragraph in a line more and a line fewer, where that is within reach: what makes columns come out even.
  void add_other_lengths(FlowBlock& block, const TextStyle& type) const {
    const Galley best = block.galleys.front();
    const auto count = static_cast<std::int64_t>(best.lines.size());
    if (count < 3 || count > most_lines_varied) return;
    const double worst = worst_badness(best);
    const Length last_line = best.lines.back().ink_end;
    const Length reach_of_lines = type.size * (count - 1);
    std::vector<int> lengths;
    if (best.measure - last_line < reach_of_lines) lengths.push_back(static_cast<int>(count) + 1);
    if (last_line < reach_of_lines) lengths.push_back(static_cast<int>(count) - 1);
    for (const int lines : lengths) {
      std::optional<Galley> other = setter_.paragraph_in_lines(best, type, lines);
      if (!other) continue;
      const double worse = std::max(0.0, worst_badness(*other) - worst);
      block.fill.variants.push_back({lines, costs_.other_lines + static_cast<int>(worse * costs_.other_lines_badness)});
      block.galleys.push_back(std::move(*other));
    }
  }

  static double worst_badness(const Galley& galley) {
    double worst = 0;
    for (const Line& line : galley.lines) worst = std::max(worst, line.report.badness);
    return worst;
  }

  void add_paragraph(const RichText& text, Element element, Length x, int parent, SourceSpan span) {
    if (text.empty()) return;
    add_text(text, style_.of(element), x, structure(StructureNode::Type::paragraph, parent, span), span);
  }

  void add_heading(const Heading& heading, int parent, SourceSpan span) {
    const Element elements[] = {Element::heading1, Element::heading2, Element::heading3};
    const TextStyle& type = style_.of(elements[std::clamp(heading.level, 1, 3) - 1]);
    const int node = structure(StructureNode::Type::heading, parent, span);
    // The title is level 1, and no level is skipped on the way down (PDF/UA-1, 7.4.2).
    heading_level_ = std::min(heading.level - highest_heading_ + 2, heading_level_ + 1);
    document_.structure[static_cast<std::size_t>(node)].heading_level = heading_level_;
    FlowBlock block;
    TextSetter::Display display = setter_.display(heading.text, type, room_.width - type.inset, type.size);
    block.x = type.inset;
    block.bar = type.bar;
    const auto lines = static_cast<std::int64_t>(display.galley.lines.size());
    block.galleys.push_back(std::move(display.galley));
    block.size = display.size;
    block.pitch = display.pitch;
    block.on_grid = false;
    block.node = node;
    block.span = span;
    const Length height = block.size + block.pitch * std::max<std::int64_t>(lines - 1, 0);
    const int needed = grid_lines_for(height, style_.of(Element::body).size, style_.grid.pitch);
    // 占行: a heading that turns keeps the white of a one-line heading around it.
    const int taken = lines <= 1 ? std::max(type.lines, needed) : needed + std::max(0, type.lines - 1);
    const Length footprint = style_.grid.pitch * taken - (style_.grid.pitch - style_.of(Element::body).size);
    block.offset = (footprint - height).scaled(1, 2);
    block.fill.variants = {{taken, 0}};
    block.fill.keep_with_next = std::max(type.keep, 2);
    flow_.blocks.push_back(std::move(block));
  }

  void add_figure(const Figure& figure, int parent, SourceSpan span) {
    LoadedFigure loaded;
    loaded.figure = &figure;
    loaded.number = ++figure_count_;
    loaded.span = span;
    loaded.node = structure(StructureNode::Type::figure, parent, span);
    document_.structure.back().alternative = alternative_of(figure);
    if (!figure.caption.empty() || !figure.credit.empty()) loaded.caption_node = structure(StructureNode::Type::caption, loaded.node, span);
    if (!figure.placeholder) {
      loaded.picture = load_(figure);
      loaded.missing = !loaded.picture;
    }
    flow_.figures.push_back({std::move(loaded), static_cast<int>(flow_.blocks.size()) - 1});
  }

  /// Every figure says something to those who cannot see it (PDF/UA-1, 7.3).
  std::string alternative_of(const Figure& figure) const {
    if (figure.alt && !figure.alt->empty()) return *figure.alt;
    if (!figure.caption.empty()) return figure.caption.plain();
    if (!figure.label.empty()) return figure.label.plain();
    return std::string(placeholder_words(setter_.language()).picture);
  }

  void add_quote(const Quote& quote, int parent, Length x, SourceSpan span) {
    const int node = structure(StructureNode::Type::block_quote, parent, span);
    const TextStyle& type = style_.of(Element::quote);
    const Length inner = x + type.size;
    for (const Paragraph& paragraph : quote.paragraphs) {
      if (paragraph.text.empty()) continue;
      add_text(paragraph.text, type, inner, structure(StructureNode::Type::paragraph, node, span), span);
    }
    if (!quote.by.empty()) {
      add_text(quote.by, style_.of(Element::quote_by), inner, structure(StructureNode::Type::paragraph, node, span), span);
    }
  }

  void add_list(const List& list, int parent, Length x, SourceSpan span) {
    const int node = structure(StructureNode::Type::list, parent, span);
    document_.structure.back().numbering = list.ordered ? StructureNode::Numbering::decimal : StructureNode::Numbering::bullet;
    const Length indent = list_indent(list);
    for (const ListItem& item : list.items) {
      const int item_node = structure(StructureNode::Type::list_item, node, span);
      const int label_node = structure(StructureNode::Type::label, item_node, span);
      const int body_node = structure(StructureNode::Type::list_body, item_node, span);
      const std::size_t first = flow_.blocks.size();
      const Length inner = x + indent;
      for (const Block& block : item.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
          add_paragraph(paragraph->text, Element::list, inner, body_node, block.span);
        else
          add(block, body_node, inner);
      }
      if (first < flow_.blocks.size()) mark_item(flow_.blocks[first], item.mark, x, indent, label_node);
    }
  }

  /// From the list's edge to its texts: whole ems, with room for the widest mark and half an em behind it.
  Length list_indent(const List& list) const {
    const Length size = style_.of(Element::list).size;
    Length indent = size * list_indent_ems;
    for (const ListItem& item : list.items) {
      if (item.mark.empty()) continue;
      const Galley mark = setter_.label(item.mark, style_.of(Element::list), size, room_.width);
      while (indent < mark.lines.front().ink_end + size.scaled(1, 2)) indent += size;
    }
    return indent;
  }

  void mark_item(FlowBlock& block, const RichText& mark, Length x, Length indent, int node) {
    const TextStyle& type = style_.of(Element::list);
    TextStyle aligned = type;
    aligned.align = Alignment::end;
    if (mark.empty()) aligned.font = FontRole::hei;  // song's bullet is hardly more than a middle dot
    // The mark ends half an em before the text.
    const Length width = indent - type.size.scaled(1, 2);
    block.marker = BlockMarker{setter_.label(mark.empty() ? plain_text(std::string(bullet)) : mark, aligned, type.size, width), x, node};
  }

  void add_break(const Break& to, SourceSpan span) {
    FlowBlock block;
    block.span = span;
    block.fill.forced_break = to.to == Break::To::page ? FillBlock::Break::page : FillBlock::Break::column;
    flow_.blocks.push_back(std::move(block));
  }

  void add_space(int lines, SourceSpan span) {
    FlowBlock block;
    block.span = span;
    block.fill.variants = {{lines, 0}};
    flow_.blocks.push_back(std::move(block));
  }

  void add_rule(SourceSpan span) {
    add_space(1, span);
    flow_.blocks.back().rule = true;
  }

  ColumnRoom room_;
  const TextSetter& setter_;
  const Style& style_;
  const PictureLoader& load_;
  PagedDocument& document_;
  Flow flow_;
  const PageCosts costs_;
  int highest_heading_ = 3;  ///< the smallest level that the article uses: structure levels follow the title without a gap
  int heading_level_ = 1;    ///< of the heading before
  int figure_count_ = 0;
};

}  // namespace

Flow build_flow(const Article& article, FlowOpening opening, const std::vector<RichText>& end_texts, const ColumnRoom& room,
                const TextSetter& setter, const PictureLoader& load, int parent, PagedDocument& document) {
  return FlowBuilder(room, setter, load, document).run(article, std::move(opening), end_texts, parent);
}

}  // namespace banxin
