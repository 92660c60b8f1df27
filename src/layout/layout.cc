#include "layout/layout.h"

#include <algorithm>

#include "layout/furniture.h"
#include "layout/head_block.h"
#include "layout/not_yet.h"
#include "layout/page_builder.h"
#include "layout/page_maker.h"
#include "layout/qr_drawing.h"
#include "layout/structure.h"
#include "style/type_area.h"

namespace banxin {

namespace {

constexpr std::string_view ideographic_space = "　";

/// Says once, at the first run of the body's paragraphs that `is_marked` picks.
template <typename Predicate>
void note_first_run(const Article& article, Predicate is_marked, std::string code, DiagnosticSink& sink) {
  for (const Block& block : article.body) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (!paragraph) continue;
    for (const InlineRun& run : paragraph->text.runs) {
      if (!is_marked(run.markup)) continue;
      sink.note(std::move(code), paragraph->text.text.span(run.begin, run.end));
      return;
    }
  }
}

/// Marks between lines need half an em there (composition rules 10.5). With less, kai takes the place of emphasis dots; lines under names
/// have nothing to take theirs and stay.
Style with_possible_marks(const Style& style, const Article& article, DiagnosticSink& sink) {
  Style result = style;
  const Length size = style.of(Element::body).size;
  if (style.grid.pitch - size >= size.scaled(1, 2)) return result;
  const auto has_name_line = [](const InlineMarkup& markup) { return markup.name_line.form != NameLine::Form::none; };
  note_first_run(article, has_name_line, "layout-name-lines-need-room", sink);
  if (style.emphasis != "dots") return result;
  result.emphasis = "kai";
  note_first_run(
      article, [](const InlineMarkup& markup) { return markup.emphasis; }, "layout-emphasis-dots-need-room", sink);
  return result;
}

/// Source, names and, where no furniture prints it, the date.
Byline byline_of(const Article& article, const Style& style, const Variables& variables) {
  std::vector<RichText> texts = {article.source};
  texts.insert(texts.end(), article.byline.begin(), article.byline.end());
  if (!furniture_prints(style, "date", variables))
    texts.push_back(plain_text(variables.contains("date") ? variables.at("date") : std::string()));
  Byline byline{join_texts(texts, ideographic_space), {}};
  if (article.byline.size() < 2) return byline;  // one text says more than a name: 记者 张三
  auto at = static_cast<std::uint32_t>(article.source.empty() ? 0 : article.source.text.size() + ideographic_space.size());
  for (const RichText& name : article.byline) {
    if (name.empty()) continue;
    const auto end = at + static_cast<std::uint32_t>(name.text.size());
    byline.names.push_back({at, end});
    at = end + static_cast<std::uint32_t>(ideographic_space.size());
  }
  return byline;
}

/// What must print and has no place in the furniture of this style stands at the end of the text.
std::vector<RichText> end_texts_of(const Article& article, const Style& style, const Variables& variables) {
  std::vector<RichText> texts;
  if (!article.column.empty() && !furniture_prints(style, "column", variables) && !furniture_prints(style, "masthead.column", variables)) {
    texts.push_back(article.column);
  }
  if (!furniture_prints(style, "credits", variables)) texts.insert(texts.end(), article.credits.begin(), article.credits.end());
  if (!article.link.empty() && !furniture_prints(style, "link", variables)) texts.push_back(article.link);
  return texts;
}

DocumentMetadata metadata_of(const Article& article) {
  DocumentMetadata metadata;
  metadata.title = join_texts(article.title, "").plain();
  metadata.description = article.description;
  metadata.language = article.language;
  metadata.authors = article.author;
  if (metadata.authors.empty()) {
    for (const RichText& name : article.byline) metadata.authors.push_back(name.plain());
  }
  metadata.keywords = article.keywords;
  return metadata;
}

int first_text_line(const HeadBlock& head, int start_line, Length pitch) {
  if (head.lines.empty()) return start_line;
  const Length end = head.height + head.minimum_after;
  return start_line + static_cast<int>((end.raw() + pitch.raw() - 1) / pitch.raw());
}

FlowOpening opening_of(const Article& article, const PageGeometry& geometry, const TextSetter& setter, int parent,
                       PagedDocument& document) {
  FlowOpening opening;
  if (article.deck.empty()) return opening;
  const Length width = geometry.area.column_width;
  if (setter.style().head.deck == HeadStyle::Deck::column) opening.paragraph = set_deck_paragraph(article, width, setter);
  if (setter.style().head.deck == HeadStyle::Deck::box)
    opening.box = std::make_shared<const DeckBox>(set_deck_box(article, width, setter, parent, document));
  return opening;
}

/// Grid lines that each figure takes over one column, two, and so on.
std::vector<FloatingFigure> floating_figures(const Flow& flow, const PageGeometry& geometry, const TextSetter& setter) {
  std::vector<FloatingFigure> result;
  for (const FlowFigure& figure : flow.figures) {
    const Figure& source = *figure.figure.figure;
    FloatingFigure floating;
    floating.anchor_block = figure.anchor_block;
    floating.fixed_span = source.span.all ? geometry.columns() : source.span.columns;
    if (!result.empty() && flow.figures.front().figure.box && result.size() == 1 && floating.fixed_span == 0)
      floating.fixed_span = setter.style().images.lead_span;  // the box before it does not count as the page's first figure
    if (source.place == Figure::Place::top) floating.place = FloatingFigure::Place::top;
    if (source.place == Figure::Place::bottom) floating.place = FloatingFigure::Place::bottom;
    for (int span = 1; span <= geometry.columns(); ++span) {
      const FigureSetting setting = set_figure_over(figure.figure, span, geometry, setter);
      floating.lines_by_span.push_back(grid_lines_for(setting.height, geometry.body_size, geometry.pitch));
    }
    const int widest = floating.fixed_span > 0 ? std::min(floating.fixed_span, geometry.columns()) : 1;
    if (floating.lines_by_span[static_cast<std::size_t>(widest - 1)] > geometry.area.lines) {
      setter.sink().error("layout-figure-too-high", source.caption.empty() ? figure.figure.span : source.caption.text.span());
    }
    result.push_back(std::move(floating));
  }
  return result;
}

std::vector<FillBlock> fill_blocks(const Flow& flow) {
  std::vector<FillBlock> result;
  for (const FlowBlock& block : flow.blocks) result.push_back(block.fill);
  return result;
}

/// Of each text the way of setting it that the pages took.
std::vector<Galley> printed_galleys(const HeadBlock& head, const Flow& flow, const std::vector<MadePage>& pages) {
  std::vector<Galley> result;
  for (const HeadText& text : head.lines) result.push_back(text.galley);
  std::vector<std::size_t> variants(flow.blocks.size(), 0);
  for (const MadePage& page : pages) {
    for (const std::vector<ColumnPiece>& column : page.columns) {
      for (const ColumnPiece& piece : column) variants[static_cast<std::size_t>(piece.block)] = static_cast<std::size_t>(piece.variant);
    }
  }
  for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
    if (!flow.blocks[i].galleys.empty()) result.push_back(flow.blocks[i].galleys[variants[i]]);
  }
  return result;
}

}  // namespace

PagedDocument lay_out(const LayoutInput& input, DiagnosticSink& sink) {
  report_not_yet(input.article, sink);
  const Style style = with_possible_marks(input.style, input.article, sink);
  const TextSetter setter(style, input.fonts, input.article.language, sink, input.hyphenation);
  const Variables variables = article_variables(input.article, style);

  PagedDocument document;
  document.metadata = metadata_of(input.article);
  const int root = add_node(document, StructureNode::Type::document, -1, input.article.span);
  document.structure.front().language = input.article.language;
  const int article_node = add_node(document, StructureNode::Type::article, root, input.article.span);

  const PageGeometry geometry = page_geometry(style);
  FurnitureNodes furniture_nodes;
  add_furniture_nodes(style, variables, true, article_node, document, furniture_nodes);
  const HeadBlock head =
      build_head(input.article, byline_of(input.article, style, variables), geometry.area.area.width, setter, article_node, document);
  const QrNodes qr = add_qr_nodes(input.article, style, variables, article_node, document, sink);
  const Flow flow = build_flow(input.article, opening_of(input.article, geometry, setter, article_node, document),
                               end_texts_of(input.article, style, variables), {geometry.area.column_width, geometry.area.characters},
                               setter, input.load_picture, article_node, document);
  add_furniture_nodes(style, variables, false, article_node, document, furniture_nodes);

  if (head.height > geometry.area.area.height) sink.error("layout-head-too-high", join_texts(input.article.title, "").text.span());

  const bool masthead = !variables.at("masthead.name").empty();
  const int start_line = masthead ? style.head.start_line_with_masthead : style.head.start_line;
  const PageRoom room{geometry.columns(), geometry.area.lines, first_text_line(head, start_line, geometry.pitch), style.images.lead_span};
  const std::vector<MadePage> made = make_pages(fill_blocks(flow), floating_figures(flow, geometry, setter), room, PageCosts{});
  if (made.empty()) sink.error("layout-too-many-pages", input.article.span, {{"limit", std::to_string(room.most_pages)}});
  if (input.galleys != nullptr) *input.galleys = printed_galleys(head, flow, made);
  build_pages({made, flow, head, start_line, geometry, variables, furniture_nodes, setter, qr}, document);
  return document;
}

}  // namespace banxin
