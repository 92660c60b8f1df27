#include "layout/flow.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "layout/figure_content.h"
#include "layout/official_blocks.h"
#include "layout/placeholder.h"
#include "layout/question_blocks.h"
#include "layout/structure.h"
#include "layout/text_content.h"

namespace banxin {

namespace {

constexpr int list_indent_ems = 2;
constexpr std::string_view bullet = "•";
constexpr Length thematic_rule_weight = Length::from_points(0.35);

/// A third of the column, in the middle of its line.
class RuleContent : public FlowContent {
 public:
  enum class Place { centre, left };
  RuleContent(Length body_size, Place at) : body_size_(body_size), place_(at) {}

  void draw(const ColumnPiece&, const PiecePlace& place, PageSink sink) const override {
    StrokeItem stroke;
    const Length third = place.width.scaled(1, 3);
    const Length y = place.top + body_size_.scaled(1, 2);
    const Length left = place_ == Place::centre ? place.left + third : place.left;
    stroke.from = {left, y};
    stroke.to = {left + third, y};
    stroke.weight = thematic_rule_weight;
    sink.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
  }

 private:
  Length body_size_;
  Place place_;
};

/// ① to ㊿; nothing beyond.
std::string circled_number(int number) {
  std::string text;
  if (number > 50) return text;
  const int base = number <= 20 ? 0x2460 - 1 : number <= 35 ? 0x3251 - 21 : 0x32B1 - 36;
  utf8::append(text, static_cast<char32_t>(base + number));
  return text;
}

class FlowBuilder {
 public:
  FlowBuilder(const FlowInput& input, PagedDocument& document)
      : input_(input), measures_(input.measures), setter_(input.setter), style_(input.setter.style()), document_(document) {}

  Flow run(int parent) {
    const Article& article = input_.article;
    OfficialBlocks official(input_, parent, document_, flow_);
    flow_.notes = NoteSetting(article, input_.notes, *std::min_element(measures_.widths.begin(), measures_.widths.end()), setter_);
    claim_notes_of_head(parent);
    QuestionBlocks questions(input_, parent, document_, flow_);
    add_opening(parent);
    official.add_addressee();
    bool first_paragraph = true;
    for (const Block& block : article.body) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) highest_heading_ = std::min(highest_heading_, heading->level);
    }
    for (std::size_t i = 0; i < article.body.size(); ++i) {
      const Block& block = article.body[i];
      const Block* next = i + 1 < article.body.size() ? &article.body[i + 1] : nullptr;
      if (runs_in(block, next)) {
        add_run_in(std::get<Heading>(block.content), std::get<Paragraph>(next->content), parent, block.span);
        ++i;
        first_paragraph = false;
      } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content); paragraph && first_paragraph) {
        add_body_paragraph(with_dateline(article.dateline, paragraph->text), parent, block.span);
        first_paragraph = false;
      } else if (paragraph) {
        add_body_paragraph(paragraph->text, parent, block.span);
      } else if (const auto* question = std::get_if<Question>(&block.content)) {
        questions.add(*question, block.span);
      } else {
        add(block, parent, Length());
      }
    }
    official.add_end();
    if (has_endnotes()) add_endnotes(parent);
    for (const RichText& text : input_.end_texts) add_paragraph(text, Element::credits, Length(), parent, text.text.span());
    official.add_record();
    report_notes_left();
    return std::move(flow_);
  }

 private:
  void add_opening(int parent) {
    const LabelledDeck& opening = input_.opening;
    if (opening.text.lines.empty()) return;
    const SourceSpan span = input_.article.deck.front().text.span();
    const TextStyle& type = style_.of(Element::deck);
    std::vector<BlockMarker> labels;
    if (!opening.label.lines.empty()) labels.push_back({opening.label, Length(), structure(StructureNode::Type::label, parent, span)});
    const TextPlacement placement{Length(), type.size, style_.grid.pitch, offset_of(type),
                                  structure(StructureNode::Type::paragraph, parent, span)};
    FillBlock fill;
    fill.splittable = true;
    fill.variants = {{static_cast<int>(opening.text.lines.size()), 0}};
    auto content = std::make_unique<ParagraphContent>(opening.text, type, placement, measures_, setter_);
    content->set_markers(std::move(labels));
    add_block(std::move(content), std::move(fill), span);
    add_notes(parent);
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
      add_rule(block.span, RuleContent::Place::centre);
  }

  int structure(StructureNode::Type type, int parent, SourceSpan span) { return add_node(document_, type, parent, span); }

  void add_block(std::unique_ptr<FlowContent> content, FillBlock fill, SourceSpan span) {
    flow_.blocks.push_back({std::move(content), span});
    flow_.fill.push_back(std::move(fill));
  }

  /// Smaller or larger type stands on the grid lines by its baseline, like the text beside it.
  Length offset_of(const TextStyle& type) const { return ascent_of(style_.of(Element::body).size) - ascent_of(type.size); }

  /// A text in whole grid lines that may be cut between columns.
  void add_text(const RichText& text, const TextStyle& type, Length x, int node, SourceSpan span, const LeadIn* lead = nullptr) {
    FillBlock fill;
    fill.splittable = true;
    fill.orphans = style_.orphan_lines;
    fill.widows = style_.widow_lines;
    const TextPlacement placement{x, type.size, style_.grid.pitch, offset_of(type), node};
    auto content = std::make_unique<ParagraphContent>(text, type, placement, measures_, setter_, fill, lead);
    content->set_markers(std::exchange(waiting_marks_, {}));
    add_block(std::move(content), std::move(fill), span);
    add_notes(parent_of(node));
  }

  int parent_of(int node) const { return document_.structure[static_cast<std::size_t>(node)].parent; }
  bool has_endnotes() const { return !flow_.notes.empty() && style_.footnotes.place == NoteStyle::Place::end; }

  /// The note called for, unless it stands elsewhere already; -1: it does.
  int claim_note(const std::string& name, int parent) {
    const int note = flow_.notes.find(name);
    if (note < 0 || !claimed_notes_.insert(note).second) return -1;
    if (!has_endnotes()) flow_.notes.add_nodes(note, parent, document_);
    return note;
  }

  /// Notes of the head stand at the foot of the first text.
  void claim_notes_of_head(int parent) {
    const Article& article = input_.article;
    for (const auto* texts : {&article.kicker, &article.title, &article.subtitle, &article.deck, &article.byline}) {
      for (const RichText& text : *texts) {
        for (const InlineRun& run : text.runs) {
          if (const int note = claim_note(run.markup.footnote, parent); note >= 0) waiting_notes_.push_back(note);
        }
      }
    }
  }

  /// Notes of the block added last. Those of a heading over all columns stand below the text that follows it.
  void add_notes(int parent) {
    FlowBlock& block = flow_.blocks.back();
    FillBlock& fill = flow_.fill.back();
    for (const StyledRun& run : block.content->galley(0)->text->runs) {
      if (const int note = claim_note(run.style.note, parent); note >= 0) waiting_notes_.push_back(note);
    }
    if (has_endnotes() || fill.spans_all || waiting_notes_.empty()) return;
    block.notes = std::exchange(waiting_notes_, {});
    for (std::size_t variant = 0; variant < fill.variants.size(); ++variant)
      fill.variants[variant].notes = anchored_notes(*block.content->galley(static_cast<int>(variant)), block.notes, flow_.notes);
  }

  /// After the text, below a rule, in grid lines of the text.
  void add_endnotes(int parent) {
    add_rule(input_.article.span, RuleContent::Place::left);
    flow_.fill.back().keep_with_next = 2;
    for (const int index : std::exchange(waiting_notes_, {})) {
      flow_.notes.add_nodes(index, parent, document_);
      const SetNote& set = flow_.notes[index];
      waiting_marks_.push_back({set.number, flow_.notes.left(), set.number_node});
      const TextStyle& type = style_.of(Element::footnote);
      for (std::size_t i = 0; i < set.paragraphs.size(); ++i)
        add_text(set.note->paragraphs[i].text, type, flow_.notes.left() + type.size, set.nodes[i], set.note->mark.span());
    }
  }

  /// Marks in captions and other texts outside the columns.
  void report_notes_left() {
    for (const Footnote& note : input_.article.footnotes) {
      const int index = flow_.notes.find(note.mark.view());
      const bool waits = std::find(waiting_notes_.begin(), waiting_notes_.end(), index) != waiting_notes_.end();
      if (index >= 0 && (waits || !claimed_notes_.contains(index)))
        setter_.sink().error("layout-note-without-column", note.mark.span(), {{"mark", note.mark.text()}});
    }
  }

  /// A paragraph of the body itself: it may have a number, and its lines theirs.
  void add_body_paragraph(const RichText& text, int parent, SourceSpan span) {
    if (text.empty()) return;
    const int node = structure(StructureNode::Type::paragraph, parent, span);
    const RichText number = plain_text(style_.numbering.paragraphs ? circled_number(++paragraph_count_) : std::string());
    const LeadIn lead{static_cast<std::uint32_t>(number.text.size()), style_.of(Element::paragraph_number)};
    add_text(join_texts({number, text}, ""), style_.of(Element::body), Length(), node, span, number.empty() ? nullptr : &lead);
    flow_.blocks.back().numbered = true;
  }

  void add_paragraph(const RichText& text, Element element, Length x, int parent, SourceSpan span) {
    if (text.empty()) return;
    add_text(text, style_.of(element), x, structure(StructureNode::Type::paragraph, parent, span), span);
  }

  const TextStyle& type_of(const Heading& heading) const {
    static constexpr std::array elements = {Element::heading1, Element::heading2, Element::heading3};
    return style_.of(elements[static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1)]);
  }

  bool runs_in(const Block& block, const Block* next) const {
    const auto* heading = std::get_if<Heading>(&block.content);
    return heading != nullptr && next != nullptr && type_of(*heading).run_in && std::holds_alternative<Paragraph>(next->content);
  }

  /// A heading in the first line of its paragraph, in its own type; their lines are the paragraph's.
  void add_run_in(const Heading& heading, const Paragraph& paragraph, int parent, SourceSpan span) {
    const LeadIn lead{static_cast<std::uint32_t>(heading.text.text.size()), type_of(heading)};
    add_text(join_texts({heading.text, paragraph.text}, ""), style_.of(Element::body), Length(),
             structure(StructureNode::Type::paragraph, parent, span), span, &lead);
  }

  void add_heading(const Heading& heading, int parent, SourceSpan span) {
    const TextStyle& type = type_of(heading);
    const int node = structure(StructureNode::Type::heading, parent, span);
    // The title is level 1, and no level is skipped on the way down (PDF/UA-1, 7.4.2).
    heading_level_ = std::min(heading.level - highest_heading_ + 2, heading_level_ + 1);
    document_.structure[static_cast<std::size_t>(node)].heading_level = heading_level_;
    FillBlock fill;
    fill.keep_with_next = std::max(type.keep, 2);
    fill.spans_all = type.spans_all && columns() > 1 && !has_frames();
    fill.variants.clear();
    std::vector<HeadingContent::Setting> settings;
    const std::vector<Length> widths = fill.spans_all ? std::vector<Length>{measures_.all} : measures_.widths;
    for (std::size_t measure = 0; measure < widths.size(); ++measure) {
      int lines = 0;
      settings.push_back(set_heading(heading.text, type, widths[measure], node, lines));
      fill.variants.push_back({lines, 0, static_cast<int>(measure)});
    }
    add_block(std::make_unique<HeadingContent>(std::move(settings)), std::move(fill), span);
    flow_.blocks.back().heading_node = node;
    add_notes(parent);
  }

  /// 占行: centred in `lines` grid lines; a heading that turns keeps the white of a one-line heading around it.
  HeadingContent::Setting set_heading(const RichText& text, const TextStyle& type, Length width, int node, int& lines) const {
    TextSetter::Display display = setter_.display(text, type, width - type.inset, type.size);
    const auto count = static_cast<std::int64_t>(display.galley.lines.size());
    const Length body_size = style_.of(Element::body).size;
    const Length height = display.size + display.pitch * std::max<std::int64_t>(count - 1, 0);
    const int needed = grid_lines_for(height, body_size, style_.grid.pitch);
    lines = count <= 1 ? std::max(type.lines, needed) : needed + std::max(0, type.lines - 1);
    const Length footprint = style_.grid.pitch * lines - (style_.grid.pitch - body_size);
    return {std::move(display.galley), {type.inset, display.size, display.pitch, (footprint - height).scaled(1, 2), node}, type.bar};
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
      loaded.picture = input_.load(figure);
      loaded.missing = !loaded.picture;
    }
    if (stands_in_text(figure))
      add_standing_figure(std::move(loaded), span);
    else
      flow_.figures.push_back({std::move(loaded), static_cast<int>(flow_.blocks.size()) - 1});
  }

  /// Every figure says something to those who cannot see it (PDF/UA-1, 7.3).
  std::string alternative_of(const Figure& figure) const {
    if (figure.alt && !figure.alt->empty()) return *figure.alt;
    if (!figure.caption.empty()) return figure.caption.plain();
    if (!figure.label.empty()) return figure.label.plain();
    return std::string(placeholder_words(setter_.language()).picture);
  }

  int columns() const { return static_cast<int>(measures_.of_column.size()); }
  /// In frames of a template nothing stands over several of them.
  bool has_frames() const { return !style_.page.frames.empty(); }
  bool is_over_all(const Figure& figure) const { return columns() > 1 && !has_frames() && (figure.span.all || figure.span.columns >= columns()); }

  /// A figure over some of the columns stands at their head or foot, wherever it is named.
  bool stands_in_text(const Figure& figure) const {
    if (has_frames()) return true;
    if (figure.span.columns > 1 && !is_over_all(figure)) return false;
    if (figure.place != Figure::Place::automatic) return figure.place == Figure::Place::here;
    return style_.images.place == FigurePlacement::here;
  }

  void add_standing_figure(LoadedFigure figure, SourceSpan span) {
    FillBlock fill;
    fill.spans_all = is_over_all(*figure.figure);
    fill.may_wait = !fill.spans_all;
    fill.variants.clear();
    std::vector<FigureSetting> settings;
    const std::vector<Length> widths = fill.spans_all ? std::vector<Length>{measures_.all} : measures_.widths;
    for (std::size_t measure = 0; measure < widths.size(); ++measure) {
      settings.push_back(set_figure(figure, widths[measure], input_.tallest_picture, fill.spans_all, setter_));
      const int lines = grid_lines_for(settings.back().height, style_.of(Element::body).size, style_.grid.pitch);
      fill.variants.push_back({lines, 0, static_cast<int>(measure)});
    }
    fill.shrink = most_shrunk(settings.front(), style_);
    add_block(std::make_unique<FigureContent>(std::move(figure), std::move(settings), setter_), std::move(fill), span);
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
      const Length inner = x + indent;
      const std::size_t outer_marks = waiting_marks_.size();
      waiting_marks_.push_back(item_mark(item.mark, x, indent, label_node));
      for (const Block& block : item.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
          add_paragraph(paragraph->text, Element::list, inner, body_node, block.span);
        else
          add(block, body_node, inner);
      }
      waiting_marks_.resize(std::min(waiting_marks_.size(), outer_marks));
    }
  }

  /// From the list's edge to its texts: whole ems, with room for the widest mark and half an em behind it.
  Length list_indent(const List& list) const {
    const Length size = style_.of(Element::list).size;
    Length indent = size * list_indent_ems;
    for (const ListItem& item : list.items) {
      if (item.mark.empty()) continue;
      const Galley mark = setter_.label(item.mark, style_.of(Element::list), size, measures_.widths.front());
      while (indent < mark.lines.front().ink_end + size.scaled(1, 2)) indent += size;
    }
    return indent;
  }

  BlockMarker item_mark(const RichText& mark, Length x, Length indent, int node) const {
    const TextStyle& type = style_.of(Element::list);
    TextStyle aligned = type;
    aligned.align = Alignment::end;
    if (mark.empty()) aligned.font = FontRole::hei;  // song's bullet is hardly more than a middle dot
    // The mark ends half an em before the text.
    const Length width = indent - type.size.scaled(1, 2);
    return {setter_.label(mark.empty() ? plain_text(std::string(bullet)) : mark, aligned, type.size, width), x, node};
  }

  void add_break(const Break& to, SourceSpan span) {
    FillBlock fill;
    fill.forced_break = to.to == Break::To::page ? FillBlock::Break::page : FillBlock::Break::column;
    add_block(nullptr, std::move(fill), span);
  }

  void add_space(int lines, SourceSpan span) { add_block(nullptr, whole(lines), span); }

  void add_rule(SourceSpan span, RuleContent::Place place) {
    add_block(std::make_unique<RuleContent>(style_.of(Element::body).size, place), whole(1), span);
  }

  /// Lines that stand together, as wide as any column.
  FillBlock whole(int lines) const {
    FillBlock fill;
    fill.variants.clear();
    for (int measure = 0; measure < static_cast<int>(measures_.widths.size()); ++measure) fill.variants.push_back({lines, 0, measure});
    return fill;
  }

  const FlowInput& input_;
  const ColumnMeasures& measures_;
  const TextSetter& setter_;
  const Style& style_;
  PagedDocument& document_;
  Flow flow_;
  std::set<int> claimed_notes_;             ///< that have found their block
  std::vector<int> waiting_notes_;          ///< of the head, or a heading over all columns, for the next text
  std::vector<BlockMarker> waiting_marks_;  ///< of list items whose first text has not come yet
  int highest_heading_ = 3;                 ///< the smallest level that the article uses: structure levels follow the title without a gap
  int heading_level_ = 1;                   ///< of the heading before
  int figure_count_ = 0;
  int paragraph_count_ = 0;  ///< of numbered paragraphs
};

}  // namespace

int Flow::go_on(int block, int variant, int line, int measure) {
  const auto index = static_cast<std::size_t>(block);
  const int other = blocks[index].content->go_on(fill[index], variant, line, measure);
  if (other < 0 || blocks[index].notes.empty()) return other;
  BlockVariant& way = fill[index].variants[static_cast<std::size_t>(other)];
  way.notes = anchored_notes(*blocks[index].content->galley(other), blocks[index].notes, notes);
  // Notes stand in their columns already.
  const bool alike = way.notes_between(0, line, {}).all == fill[index].variant(variant).notes_between(0, line, {}).all;
  return alike ? other : -1;
}

Flow build_flow(const FlowInput& input, int parent, PagedDocument& document) { return FlowBuilder(input, document).run(parent); }

}  // namespace banxin
