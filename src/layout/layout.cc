#include "layout/layout.h"

#include <algorithm>

#include "layout/furniture.h"
#include "layout/head_block.h"
#include "layout/kept_layout.h"
#include "layout/name_stack.h"
#include "layout/note_links.h"
#include "layout/page_bleed.h"
#include "layout/page_builder.h"
#include "layout/page_maker.h"
#include "layout/printer_marks.h"
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
  if (!furniture_prints(style, "date", variables) && article.official.signed_by.empty())
    texts.push_back(plain_text(variables.contains("date") ? variables.at("date") : std::string()));
  Byline byline{join_texts(texts, ideographic_space), {}, texts};
  std::rotate(byline.parts.begin(), byline.parts.begin() + 1,
              byline.parts.begin() + 1 + static_cast<std::ptrdiff_t>(article.byline.size()));
  std::erase_if(byline.parts, [](const RichText& part) { return part.empty(); });
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
  const OfficialMatter& official = article.official;
  for (const RichText& issuer : official.issuer) {
    if (!furniture_prints(style, "issuer", variables)) texts.push_back(issuer);
  }
  const WorksheetMatter& worksheet = article.worksheet;
  if (!furniture_prints(style, "fields", variables)) texts.insert(texts.end(), worksheet.fields.begin(), worksheet.fields.end());
  if (!worksheet.instruction.empty() && !furniture_prints(style, "instruction", variables)) texts.push_back(worksheet.instruction);
  if (!worksheet.time.empty() && !furniture_prints(style, "time", variables)) texts.push_back(worksheet.time);
  if (!official.number.empty() && !furniture_prints(style, "number", variables)) texts.push_back(official.number);
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

/// The grid line of the first page that the head begins at, below a masthead and what several names in it take besides.
int start_line_of(const TextSetter& setter, const Variables& variables, Length area) {
  const HeadStyle& head = setter.style().head;
  const bool masthead = condition_holds(head.masthead, lookup_in(variables));
  return (masthead ? head.start_line_with_masthead : head.start_line) + lines_of_name_stacks(lookup_in(variables), area, setter);
}

int first_text_line(const HeadBlock& head, int start_line, Length pitch) {
  if (head.lines.empty()) return start_line;
  const Length end = head.height + head.minimum_after;
  return start_line + static_cast<int>((end.raw() + pitch.raw() - 1) / pitch.raw());
}

/// The columns of the first page begin below a head over all of them. One over some takes the first lines of those, and the deck's box
/// those of its column.
void make_room_for_head(const HeadBlock& head, const DeckBox& box, bool beside_figures, int start_line, const Style& style,
                        const PageGeometry& geometry, PageRoom& room) {
  const int first_line = first_text_line(head, start_line, geometry.pitch), columns = head_columns(style);
  const bool over_all = columns == style.columns.count || !style.page.frames.empty();
  room.first_page_line = over_all ? first_line : start_line;
  if (over_all && box.empty()) return;
  room.first_head.assign(static_cast<std::size_t>(geometry.columns()), 0);
  if (!over_all) std::fill_n(room.first_head.begin(), columns, first_line - start_line);
  if (box.empty()) return;
  const DeckBoxStyle& look = style.head.deck_box;
  const int needed = grid_lines_for(box.height, geometry.body_size, geometry.pitch);
  (look.in_last_column ? room.first_head.back() : room.first_head.front()) += std::max(needed, beside_figures ? look.minimum_lines : 0);
}

FloatingFigure::Place place_of(const Figure& figure, FigurePlacement style_places) {
  using Placement = Figure::Place;
  if (figure.place == Placement::top || (figure.place == Placement::automatic && style_places == FigurePlacement::top))
    return FloatingFigure::Place::top;
  if (figure.place == Placement::bottom || (figure.place == Placement::automatic && style_places == FigurePlacement::bottom))
    return FloatingFigure::Place::bottom;
  if (figure.place == Placement::page || (figure.place == Placement::automatic && style_places == FigurePlacement::page))
    return FloatingFigure::Place::page;
  return FloatingFigure::Place::any;
}

/// Grid lines that a figure takes over one column, two, and so on, beginning in each column.
void measure_figure(const LoadedFigure& figure, const PageGeometry& geometry, const TextSetter& setter, FloatingFigure& floating) {
  const auto lines_over = [&](int column, int span) {
    const FigureSetting setting = set_figure_over(figure, column, span, geometry, setter);
    floating.shrink = std::max(floating.shrink, most_shrunk(setting, setter.style()));
    return grid_lines_for(setting.height, geometry.body_size, geometry.pitch);
  };
  const bool alike = setter.style().columns.widths.empty();
  for (int span = 1; span <= geometry.columns(); ++span) {
    std::vector<int>& lines = floating.lines_by_span.emplace_back();
    for (int column = 0; column + span <= geometry.columns() && (column == 0 || !alike); ++column)
      lines.push_back(lines_over(column, span));
  }
}

/// The block that a figure belongs to: the one before it, but behind a page break the one that comes next.
int anchor_of(const FlowFigure& figure, FloatingFigure::Place place, const Flow& flow) {
  const auto is_page_break = [&](int block) { return flow.fill[static_cast<std::size_t>(block)].forced_break == FillBlock::Break::page; };
  int anchor = figure.anchor_block;
  if (place == FloatingFigure::Place::page) return anchor;  // it may open what the break begins
  while (anchor >= 0 && anchor + 1 < static_cast<int>(flow.fill.size()) && is_page_break(anchor)) ++anchor;
  return anchor;
}

std::vector<FloatingFigure> floating_figures(const Flow& flow, const PageGeometry& geometry, const TextSetter& setter) {
  std::vector<FloatingFigure> result;
  for (const FlowFigure& figure : flow.figures) {
    const Figure& source = *figure.figure.figure;
    FloatingFigure floating;
    floating.fixed_span = source.span.all ? geometry.columns() : source.span.columns;
    floating.place = place_of(source, setter.style().images.place);
    floating.anchor_block = anchor_of(figure, floating.place, flow);
    if (!result.empty()) floating.anchor_block = std::max(floating.anchor_block, result.back().anchor_block);
    measure_figure(figure.figure, geometry, setter, floating);
    const int widest = floating.fixed_span > 0 ? std::min(floating.fixed_span, geometry.columns()) : 1;
    if (floating.lines_over(0, widest) > geometry.recto.lines) {
      setter.sink().error("layout-figure-too-high", source.caption.empty() ? figure.figure.span : source.caption.text.span());
    }
    result.push_back(std::move(floating));
  }
  return result;
}

/// Of each text the way of setting it that the pages took.
std::vector<Galley> printed_galleys(const HeadBlock& head, const Flow& flow, const std::vector<MadePage>& pages) {
  std::vector<Galley> result;
  for (const HeadText& text : head.lines) result.push_back(text.galley);
  const std::vector<int> variants = printed_variants(pages, flow.blocks.size());
  for (std::size_t i = 0; i < flow.blocks.size(); ++i) {
    const Galley* galley = flow.blocks[i].content ? flow.blocks[i].content->galley(variants[i]) : nullptr;
    if (galley != nullptr) result.push_back(*galley);
  }
  return result;
}

/// What is to be said of a page beyond its trim: whose it is, which, of when.
std::string slug_words(const Variables& variables, const PagedDocument& document, std::size_t page) {
  std::string words = document.metadata.title;
  words += (words.empty() ? "" : std::string(ideographic_space)) + std::to_string(page + 1) + "/" + std::to_string(document.pages.size());
  if (const auto date = variables.find("date"); date != variables.end() && !date->second.empty())
    words += std::string(ideographic_space) + date->second;
  return words;
}

/// Bleed and printer's marks.
void finish_edges(const Variables& variables, const TextSetter& setter, PagedDocument& document) {
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    run_into_bleed(document.pages[i], setter.style().page.bleed);
    add_printer_marks(document.pages[i], slug_words(variables, document, i), setter, document.structure);
  }
}

}  // namespace

PagedDocument lay_out(const LayoutInput& input, DiagnosticSink& sink) {
  const Style style = with_possible_marks(input.style, input.article, sink);
  const NoteNumbers note_numbers = number_notes(input.article, style.footnotes);
  KeptTexts* const kept_texts = input.kept != nullptr ? &input.kept->texts : nullptr;
  if (kept_texts != nullptr)
    kept_texts->begin({style.composition, style.emphasis, input.article.language, style.of(Element::body).size, style.costs, style.fonts});
  const TextSetter setter(style, input.fonts, input.article.language, sink, input.hyphenation, note_numbers, input.deadline, kept_texts);
  const Variables variables = article_variables(input.article, style);

  PagedDocument document;
  document.metadata = metadata_of(input.article);
  const int root = add_node(document, StructureNode::Type::document, -1, input.article.span);
  document.structure.front().language = input.article.language;
  const int article_node = add_node(document, StructureNode::Type::article, root, input.article.span);

  const PageGeometry geometry = page_geometry(style);
  FurnitureNodes furniture_nodes;
  add_furniture_nodes(style, variables, true, article_node, document, furniture_nodes);
  const Byline byline = byline_of(input.article, style, variables);
  const HeadBlock head = build_head(input.article, byline, geometry.head_width, setter, article_node, document);
  if (head.height > geometry.recto.area.height) sink.error("layout-head-too-high", join_texts(input.article.title, "").text.span());
  const QrNodes qr = add_qr_nodes(input.article, style, variables, article_node, document, sink);
  const std::vector<Length>& widths = geometry.recto.column_widths;
  const Length box_width = style.head.deck_box.in_last_column ? widths.back() : widths.front();
  const DeckBox deck_box = set_deck_box(input.article, byline, box_width, setter, article_node, document);
  LabelledDeck opening;
  if (style.head.deck == HeadStyle::Deck::column && !input.article.deck.empty())
    opening = set_deck_paragraph(input.article, geometry.recto.column_widths.front(), setter);
  const ColumnMeasures measures = column_measures(geometry);
  const std::vector<RichText> end_texts = end_texts_of(input.article, style, variables);
  const RichText date = plain_text(variables.contains("date") ? variables.at("date") : std::string());
  const RichText date_of_printing = plain_text(printed_date(input.article.official.printed_date, input.article, style));
  Flow flow = build_flow({input.article, opening, end_texts, measures, tallest_picture(geometry, style), geometry.recto.lines, setter,
                          input.load_picture, date, date_of_printing, geometry.recto.area.bottom(), note_numbers, input.threads},
                         article_node, document);
  add_furniture_nodes(style, variables, false, article_node, document, furniture_nodes);

  const int start_line = start_line_of(setter, variables, geometry.recto.area.width);
  PageRoom room;
  room.columns = geometry.columns();
  room.lines = geometry.recto.lines;
  room.lead_span = style.images.lead_span;
  if (style.fit.columns) room.most_columns = style.fit.columns->most;
  for (const PageFrame& frame : style.page.frames) room.frames.push_back({frame.first_line - 1, frame.last_line - frame.first_line + 1});
  make_room_for_head(head, deck_box, !flow.figures.empty(), start_line, style, geometry, room);
  if (!measures.alike()) room.measures = measures.of_column;
  const GoOnInMeasure go_on = [&flow](int block, int variant, int line, int measure) { return flow.go_on(block, variant, line, measure); };
  const std::vector<FloatingFigure> figures = floating_figures(flow, geometry, setter);
  const PageMatter matter{flow.fill, figures, go_on, flow.notes.room(style), input.deadline, input.threads};
  std::vector<PageAlternatives> alternatives;
  const std::vector<MadePage> made = make_pages(matter, room, style.costs, input.page_reports != nullptr ? &alternatives : nullptr, nullptr,
                                                input.kept != nullptr ? &input.kept->search : nullptr);
  if (input.page_reports != nullptr) *input.page_reports = report_pages({matter, room, style.costs, made}, flow, alternatives);
  if (made.empty()) sink.error("layout-too-many-pages", input.article.span, {{"limit", std::to_string(room.most_pages)}});
  if (input.fullness != nullptr) *input.fullness = fullness_of(made, room);
  if (input.galleys != nullptr) *input.galleys = printed_galleys(head, flow, made);
  build_pages({made, flow, head, deck_box, start_line, head_columns(style), geometry, variables, furniture_nodes, setter, qr}, document);
  if (note_numbers.by_page) number_by_page(document);
  link_notes(document);
  finish_edges(variables, setter, document);
  return document;
}

}  // namespace banxin
