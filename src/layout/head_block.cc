#include "layout/head_block.h"

#include <algorithm>
#include <utility>

#include "layout/structure.h"

namespace banxin {

namespace {

/// Lines that the author set stay apart; see DisplayShape.
constexpr std::string_view author_line_break = "\n";
constexpr std::string_view ideographic_space = "　";

class HeadBuilder {
 public:
  HeadBuilder(const Article& article, const Byline& byline, Length width, const TextSetter& setter, int parent, PagedDocument& document)
      : article_(article),
        byline_(byline),
        full_width_(width),
        setter_(setter),
        style_(setter.style().head),
        width_(std::min(width, style_.width.value_or(width))),
        parent_(parent),
        document_(document) {}

  HeadBlock run() {
    head_.minimum_after = style_.minimum_after;
    const RichText title = text_of("title");
    // The kicker stands above the title, but its size follows from the title's.
    const TextRange whole_title{0, static_cast<std::uint32_t>(title.text.size())};
    TextSetter::Display title_lines = setter_.display(title, type_of(Element::title), width_, type_of(Element::title).size, {whole_title});
    title_size_ = title_lines.size;
    if (!title_lines.fits) setter_.sink().note("layout-title-too-long", title.text.span());
    title_lines_ = std::move(title_lines);
    for (const std::string& name : style_.order) {
      if (name == "title") {
        place(std::exchange(title_lines_, {}), Element::title, title.text.span());
        head_.title_end = head_.height;
      } else if (name == "deck") {
        add_deck();
      } else if (const std::optional<Element> element = element_named(name)) {
        if (*element == Element::byline && byline_stands_in_box(article_, style_)) continue;
        add(text_of(name), *element, *element == Element::byline ? byline_.names : std::vector<TextRange>());
      } else {
        add_rule(name);
      }
    }
    return std::move(head_);
  }

 private:
  const TextStyle& type_of(Element element) const { return setter_.style().of(element); }

  static std::optional<Element> element_named(std::string_view name) {
    for (const Element element : {Element::kicker, Element::title, Element::subtitle, Element::deck, Element::byline}) {
      if (name_of(element) == name) return element;
    }
    return std::nullopt;
  }

  RichText text_of(std::string_view name) const {
    if (name == "kicker") return join_texts(article_.kicker, author_line_break);
    if (name == "title") return join_texts(article_.title, author_line_break);
    if (name == "subtitle") return join_texts(article_.subtitle, author_line_break);
    if (name == "byline") return byline_.text;
    return deck_stands_here() ? join_texts(article_.deck, author_line_break) : RichText();
  }

  bool deck_stands_here() const { return style_.deck == HeadStyle::Deck::head; }

  void add(const RichText& text, Element element, const std::vector<TextRange>& alone = {}) {
    if (text.empty()) return;
    const TextStyle& type = type_of(element);
    const Length largest = std::min(type.size, title_size_.scaled(type.max_of_title, 1000));
    place(setter_.display(text, type, width_, largest, alone), element, text.text.span());
  }

  /// A justified deck is a paragraph behind its label, others are display lines.
  void add_deck() {
    const RichText text = text_of("deck");
    const TextStyle& type = type_of(Element::deck);
    if (type.align != Alignment::justify) return add(text, Element::deck);
    if (text.empty()) return;
    LabelledDeck deck = set_deck_paragraph(article_, width_, setter_);
    const int node = deck.label.lines.empty() ? -1 : add_node(document_, StructureNode::Type::label, parent_, text.text.span());
    place({std::move(deck.text), type.size, type.pitch, true}, Element::deck, text.text.span());
    if (node < 0) return;
    const HeadText& paragraph = head_.lines.back();
    const TextStyle& label = type_of(Element::deck_label);
    const Length top = paragraph.top + ascent_of(type.size) - ascent_of(label.size);
    head_.lines.insert(head_.lines.end() - 1, {std::move(deck.label), top, label.size, label.pitch, node});
  }

  void place(TextSetter::Display display, Element element, SourceSpan span) {
    const bool is_title = element == Element::title;
    const int node = add_node(document_, is_title ? StructureNode::Type::heading : StructureNode::Type::paragraph, parent_, span);
    document_.structure[static_cast<std::size_t>(node)].heading_level = is_title ? 1 : 0;
    const Length before = below_rule_ ? Length() : type_of(element).before;
    const Length top = head_.lines.empty() ? style_.before : head_.height + after_last_ + before;
    after_last_ = type_of(element).after;
    below_rule_ = false;
    head_.minimum_after = style_.minimum_after;
    const auto lines = static_cast<std::int64_t>(display.galley.lines.size());
    head_.height = top + display.size + display.pitch * std::max<std::int64_t>(lines - 1, 0);
    head_.lines.push_back({std::move(display.galley), top, display.size, display.pitch, node});
  }

  void add_rule(std::string_view name) {
    const auto rule = std::find_if(style_.rules.begin(), style_.rules.end(), [&](const HeadRule& other) { return other.name == name; });
    if (rule == style_.rules.end()) return;
    if (!rule->with.empty() && text_of(rule->with).empty()) return;
    const Length lowest_above = head_.height + rule->before;
    const Length y = std::max(lowest_above, rule->y.value_or(lowest_above));
    head_.rules.push_back({y, rule->full ? full_width_ : width_, rule->weight, rule->after});
    head_.height = y;
    head_.minimum_after = rule->after;
    after_last_ = rule->after;
    below_rule_ = true;
  }

  const Article& article_;
  const Byline& byline_;
  Length full_width_;
  const TextSetter& setter_;
  const HeadStyle& style_;
  Length width_;
  int parent_;
  PagedDocument& document_;
  TextSetter::Display title_lines_;
  Length title_size_;
  Length after_last_;        ///< space that the element placed last wants below it
  bool below_rule_ = false;  ///< which a rule does whatever stands below it
  HeadBlock head_;
};

}  // namespace

bool byline_stands_in_box(const Article& article, const HeadStyle& style) {
  return style.deck == HeadStyle::Deck::box && style.deck_box.byline && !article.deck.empty();
}

LabelledDeck set_deck_paragraph(const Article& article, Length width, const TextSetter& setter) {
  LabelledDeck deck;
  TextStyle type = setter.style().of(Element::deck);
  const std::string& label = setter.style().head.deck_label;
  if (!label.empty()) {
    const TextStyle& label_type = setter.style().of(Element::deck_label);
    deck.label = setter.label(plain_text(label), label_type, label_type.size, width);
    const Length taken = deck.label.lines.empty() ? Length() : deck.label.lines.front().ink_end + type.size;
    type.indent = static_cast<int>(taken.scaled(1000, type.size.raw()).raw());
  }
  deck.text = setter.paragraph(join_texts(article.deck, ideographic_space), type, width);
  return deck;
}

HeadBlock build_head(const Article& article, const Byline& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document) {
  return HeadBuilder(article, byline, width, setter, parent, document).run();
}

void draw_head(const HeadBlock& head, Point corner, PageSink sink) {
  for (const HeadText& text : head.lines) {
    const ItemTag tag{text.node, ItemTag::Artifact::none};
    emit_lines(text.galley, 0, text.galley.lines.size(), {corner.x, corner.y + text.top}, text.size, text.pitch, tag, sink);
  }
  for (const HeadRuleLine& line : head.rules) {
    StrokeItem stroke;
    stroke.from = {corner.x, corner.y + line.y};
    stroke.to = {corner.x + line.length, corner.y + line.y};
    stroke.weight = line.weight;
    sink.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}});
  }
}

}  // namespace banxin
