#include "layout/flow.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "layout/body_paragraphs.h"
#include "layout/box_content.h"
#include "layout/drop_cap.h"
#include "layout/flow_figures.h"
#include "layout/flow_tables.h"
#include "layout/flow_writer.h"
#include "layout/kept_lines.h"
#include "layout/official_blocks.h"
#include "layout/question_blocks.h"
#include "layout/rule_content.h"
#include "layout/wide_blocks.h"

namespace banxin {

namespace {

using Type = StructureNode::Type;

constexpr int list_indent_ems = 2;
constexpr std::string_view bullet = "•";

/// ① to ㊿; nothing beyond.
std::string circled_number(int number) {
  std::string text;
  if (number > 50) return text;
  const int base = number <= 20 ? 0x2460 - 1 : number <= 35 ? 0x3251 - 21 : 0x32B1 - 36;
  utf8::append(text, static_cast<char32_t>(base + number));
  return text;
}

/// The dateline (电头) runs into the first paragraph, in bold.
RichText with_dateline(const RichText& dateline, const RichText& text) {
  if (dateline.empty()) return text;
  RichText strong = dateline;
  for (InlineRun& run : strong.runs) run.markup.strong = true;
  return join_texts({strong, text}, "　");
}

class FlowBuilder {
 public:
  FlowBuilder(const FlowInput& input, PagedDocument& document)
      : input_(input),
        setter_(input.setter),
        style_(input.setter.style()),
        document_(document),
        writer_(input, flow_, document),
        figures_(writer_),
        tables_(writer_),
        ahead_(input) {}

  Flow run(int parent) {
    const std::vector<Block>& body = input_.article.body;
    OfficialBlocks official(input_, parent, document_, flow_);
    QuestionBlocks questions(input_, parent, document_, flow_);
    const bool notes_over_page = style_.footnotes.place == NoteStyle::Place::page && writer_.has_columns();
    flow_.notes = NoteSetting(input_.article, input_.notes, input_.measures, notes_over_page, setter_);
    writer_.notes().claim_head(parent);
    add_opening(parent);
    official.add_addressee();
    find_highest_heading(body);
    bool first_paragraph = true;
    for (std::size_t i = 0; i < body.size(); ++i) {
      const Block& block = body[i];
      const Block* next = i + 1 < body.size() ? &body[i + 1] : nullptr;
      if (runs_in(block, next)) {
        add_run_in(std::get<Heading>(block.content), std::get<Paragraph>(next->content), parent, block.span);
        ++i;
        first_paragraph = false;
      } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        add_body_paragraph(*paragraph, i, std::exchange(first_paragraph, false), parent, block.span);
      } else if (const auto* question = std::get_if<Question>(&block.content)) {
        questions.add(*question, block.span);
      } else {
        add(block, parent, Length());
      }
    }
    official.add_end();
    if (writer_.notes().are_endnotes()) add_endnotes(parent);
    add_end_texts(parent);
    official.add_record();
    writer_.notes().report_left();
    return std::move(flow_);
  }

 private:
  void add_opening(int parent) {
    const LabelledDeck& opening = input_.opening;
    if (opening.text.lines.empty()) return;
    const SourceSpan span = input_.article.deck.front().text.span();
    const TextStyle& type = style_.of(Element::deck);
    std::vector<BlockMarker> labels;
    if (!opening.label.lines.empty()) labels.push_back({opening.label, Length(), writer_.node(Type::label, parent, span)});
    const TextPlacement placement{Length(), type.size, style_.grid.pitch, grid_offset_of(type, style_),
                                  writer_.node(Type::paragraph, parent, span)};
    FillBlock fill;
    fill.splittable = true;
    fill.variants = {{static_cast<int>(opening.text.lines.size()), 0}};
    auto content = std::make_unique<ParagraphContent>(opening.text, type, placement, writer_.measures(), setter_);
    content->set_markers(std::move(labels));
    writer_.add({std::move(content), std::move(fill)}, parent, span);
    writer_.add_space(1, span);
  }

  void add(const Block& block, int parent, Length x) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
      writer_.add_paragraph(paragraph->text, Element::body, x, parent, block.span);
    else if (const auto* heading = std::get_if<Heading>(&block.content))
      add_heading(*heading, parent, block.span);
    else if (const auto* figure = std::get_if<Figure>(&block.content))
      figures_.add(*figure, parent, block.span);
    else if (const auto* quote = std::get_if<Quote>(&block.content))
      add_quote(*quote, parent, x, block.span);
    else if (const auto* list = std::get_if<List>(&block.content))
      add_list(*list, parent, x, block.span);
    else if (const auto* page_break = std::get_if<Break>(&block.content))
      add_break(*page_break, parent, block.span);
    else if (const auto* space = std::get_if<Space>(&block.content))
      writer_.add_space(space->lines, block.span);
    else if (std::holds_alternative<ThematicRule>(block.content))
      add_rule(RuleContent::Place::centre, parent, block.span);
    else if (const auto* table = std::get_if<Table>(&block.content))
      tables_.add(*table, parent, block.span);
    else if (const auto* box = std::get_if<Box>(&block.content))
      add_box(*box, parent, block.span);
    else if (const auto* verse = std::get_if<Verse>(&block.content))
      add_verse(*verse, parent, x, writer_);
    else if (const auto* code = std::get_if<CodeBlock>(&block.content))
      add_code(*code, parent, x, writer_);
    else if (const auto* pull_quote = std::get_if<PullQuote>(&block.content))
      add_pull_quote(*pull_quote, parent, block.span, writer_);
    else if (const auto* qr = std::get_if<QrCode>(&block.content))
      add_qr(*qr, parent, block.span, writer_);
  }

  /// They stand with the last lines of the text: a page of credits alone would be none.
  void add_end_texts(int parent) {
    for (const RichText& text : input_.end_texts) {
      if (!text.empty() && !flow_.fill.empty() && flow_.blocks.back().content != nullptr)
        flow_.fill.back().keep_with_next = std::max(flow_.fill.back().keep_with_next, 1);
      writer_.add_paragraph(text, Element::credits, Length(), parent, text.text.span());
    }
  }

  /// After the text, below a rule, in grid lines of the text.
  void add_endnotes(int parent) {
    add_rule(RuleContent::Place::left, parent, input_.article.span);
    flow_.fill.back().keep_with_next = 2;
    const TextStyle& type = style_.of(Element::footnote);
    for (const int index : writer_.notes().take_waiting()) {
      flow_.notes.add_nodes(index, parent, document_);
      const SetNote& set = flow_.notes[index];
      writer_.add_marker({set.number, flow_.notes.left(), set.number_node});
      for (std::size_t i = 0; i < set.paragraphs.size(); ++i)
        writer_.add_text(set.note->paragraphs[i].text, type, flow_.notes.left() + type.size, set.nodes[i], set.note->mark.span());
    }
  }

  /// A paragraph of the body itself: it may have a number, and its lines theirs.
  void add_body_paragraph(const Paragraph& paragraph, std::size_t index, bool first, int parent, SourceSpan span) {
    if (paragraph.text.empty() && !(first && !input_.article.dateline.empty())) return;
    TextStyle type = style_.of(Element::body);
    const bool may_be_capped = first && type.drop_cap > 1;
    if (may_be_capped) type.indent = 0;  // with its cap or without
    const int node = writer_.node(Type::paragraph, parent, span);
    const RichText text = first ? with_dateline(input_.article.dateline, paragraph.text) : paragraph.text;
    const RichText number = plain_text(style_.numbering.paragraphs ? circled_number(++paragraph_count_) : std::string());
    const TypedStretch stretch{0, static_cast<std::uint32_t>(number.text.size()), style_.of(Element::paragraph_number)};
    const bool is_plain = number.empty() && text.text.size() == paragraph.text.text.size();
    std::optional<CappedParagraph> capped;
    if (may_be_capped && is_plain) capped = set_capped_paragraph(text, type, input_.measures, setter_);
    if (capped)
      writer_.add_text(std::move(capped->text), type, Length(), node, span, {std::move(capped->cap), {}});
    else if (std::optional<SetParagraph> ahead = is_plain && !may_be_capped ? ahead_.take(index) : std::nullopt)
      writer_.add_text(std::move(*ahead), type, Length(), node, span);
    else
      writer_.add_text(join_texts({number, text}, ""), type, Length(), node, span, number.empty() ? nullptr : &stretch);
    flow_.blocks.back().numbered = true;
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
    const TypedStretch stretch{0, static_cast<std::uint32_t>(heading.text.text.size()), type_of(heading)};
    const int heading_node = add_heading_node(heading.level, parent, span);
    const TextStyle& type = style_.of(Element::body);
    writer_.add_text(set_paragraph(join_texts({heading.text, paragraph.text}, ""), type, Length(), input_.measures, setter_, &stretch),
                     type, Length(), writer_.node(Type::paragraph, parent, span), span, {{}, {stretch.end, heading_node}});
    FlowBlock& block = writer_.flow().blocks.back();
    block.heading_node = heading_node;
    block.heading_end = stretch.end;
  }

  void find_highest_heading(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (const auto* heading = std::get_if<Heading>(&block.content)) highest_heading_ = std::min(highest_heading_, heading->level);
      if (const auto* box = std::get_if<Box>(&block.content)) find_highest_heading(box->blocks);
    }
  }

  int add_heading_node(int level, int parent, SourceSpan span) {
    const int node = writer_.node(Type::heading, parent, span);
    // The title is level 1, and no level is skipped on the way down (PDF/UA-1, 7.4.2).
    heading_level_ = std::min(level - highest_heading_ + 2, heading_level_ + 1);
    document_.structure[static_cast<std::size_t>(node)].heading_level = heading_level_;
    return node;
  }

  void add_heading(const Heading& heading, int parent, SourceSpan span) {
    const int node = add_heading_node(heading.level, parent, span);
    writer_.add_display(heading.text, type_of(heading), node, span);
    writer_.flow().blocks.back().heading_node = node;
  }

  void add_quote(const Quote& quote, int parent, Length x, SourceSpan span) {
    const int node = writer_.node(Type::block_quote, parent, span);
    const Length inner = x + style_.of(Element::quote).size;
    const std::size_t begin = writer_.flow().fill.size();
    for (const Paragraph& paragraph : quote.paragraphs) writer_.add_paragraph(paragraph.text, Element::quote, inner, node, span);
    if (!quote.by.empty() && writer_.flow().fill.size() > begin) writer_.flow().fill.back().keep_with_next = 1;
    writer_.add_paragraph(quote.by, Element::quote_by, inner, node, span);
  }

  void add_list(const List& list, int parent, Length x, SourceSpan span) {
    const int node = writer_.node(Type::list, parent, span);
    document_.structure.back().numbering = list.ordered ? StructureNode::Numbering::decimal : StructureNode::Numbering::bullet;
    const Length indent = list_indent(list);
    for (const ListItem& item : list.items) {
      const int item_node = writer_.node(Type::list_item, node, span);
      const int label_node = writer_.node(Type::label, item_node, span);
      const int body_node = writer_.node(Type::list_body, item_node, span);
      const Length inner = x + indent;
      const std::size_t outer_markers = writer_.waiting_markers();
      writer_.add_marker(item_mark(item.mark, x, indent, label_node));
      for (const Block& block : item.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
          writer_.add_paragraph(paragraph->text, Element::list, inner, body_node, block.span);
        else
          add(block, body_node, inner);
      }
      writer_.drop_markers(outer_markers);
    }
  }

  /// From the list's edge to its texts: whole ems, with room for the widest mark and half an em behind it.
  Length list_indent(const List& list) const {
    const Length size = style_.of(Element::list).size;
    Length indent = size * list_indent_ems;
    for (const ListItem& item : list.items) {
      if (item.mark.empty()) continue;
      const Galley mark = setter_.label(item.mark, style_.of(Element::list), size, writer_.measures().widths.front());
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

  void add_box(const Box& box, int parent, SourceSpan span) {
    const int node = writer_.node(Type::section, parent, span);
    const int columns = writer_.columns_of(box.span);
    auto measures = measures_in_box(writer_.measures().over(columns), style_);
    Flow inner = writer_.apart(*measures, [&] {
      if (!box.title.empty()) {
        const SourceSpan place = box.title.text.span();
        writer_.add_display(box.title, style_.of(Element::box_title), writer_.node(Type::paragraph, node, place), place);
      }
      for (const Block& block : box.blocks) add(block, node, Length());
    });
    if (inner.fill.empty()) return;
    FlowPart part = box_block(std::move(inner), std::move(measures), columns, input_.column_lines, style_);
    writer_.add(std::move(part), parent, span);
  }

  void add_break(const Break& to, int parent, SourceSpan span) {
    FillBlock fill;
    fill.forced_break = to.to == Break::To::page ? FillBlock::Break::page : FillBlock::Break::column;
    writer_.add({nullptr, std::move(fill)}, parent, span);
  }

  void add_rule(RuleContent::Place place, int parent, SourceSpan span) {
    writer_.add({std::make_unique<RuleContent>(style_, place), writer_.whole(1)}, parent, span);
  }

  const FlowInput& input_;
  const TextSetter& setter_;
  const Style& style_;
  PagedDocument& document_;
  Flow flow_;
  FlowWriter writer_;
  FlowFigures figures_;
  FlowTables tables_;
  BodyParagraphs ahead_;
  int highest_heading_ = 3;  ///< the smallest level that the article uses: structure levels follow the title without a gap
  int heading_level_ = 1;    ///< of the heading before
  int paragraph_count_ = 0;  ///< of numbered paragraphs
};

}  // namespace

int Flow::go_on(int block, int variant, int line, int measure) {
  const auto index = static_cast<std::size_t>(block);
  const int other = blocks[index].content->go_on(fill[index], variant, line, measure);
  if (other < 0 || blocks[index].notes.empty()) return other;
  BlockVariant& way = fill[index].variants[static_cast<std::size_t>(other)];
  way.notes = anchored_notes(blocks[index].content->note_marks(other), blocks[index].notes, notes);
  // Notes stand in their columns already.
  const bool alike = way.notes_between(0, line, {}).all == fill[index].variant(variant).notes_between(0, line, {}).all;
  return alike ? other : -1;
}

Flow build_flow(const FlowInput& input, int parent, PagedDocument& document) { return FlowBuilder(input, document).run(parent); }

}  // namespace banxin
