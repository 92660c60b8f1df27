#include "layout/deck_box.h"

#include "layout/figure.h"
#include "layout/shapes.h"
#include "layout/structure.h"

namespace banxin {

namespace {

constexpr Length label_rule_weight = Length::from_points(0.5);
// Below the label's em-bottom: its rule; below that: the first item's em-top.
constexpr Length label_to_rule = Length::from_points(7), rule_to_items = Length::from_points(8.5);
constexpr Length label_to_items = Length::from_points(9);  // without a rule

}  // namespace

namespace {

/// Each part of the byline on a line of its own below `bottom`. Returns the last em-bottom.
Length set_byline(const Byline& byline, Length width, Length bottom, const TextSetter& setter, int section, PagedDocument& document,
                  DeckBox& box) {
  const TextStyle& type = setter.style().of(Element::byline);
  for (const RichText& part : byline.parts) {
    Galley line = setter.label(part, type, type.size, width);
    const int node = add_node(document, StructureNode::Type::paragraph, section, part.text.span());
    const Length top = bottom + (box.byline.empty() ? type.before : type.pitch - type.size);
    bottom = top + type.size + type.pitch * (static_cast<std::int64_t>(line.lines.size()) - 1);
    box.byline.push_back({std::move(line), top, node});
  }
  return bottom;
}

}  // namespace

DeckBox set_deck_box(const Article& article, const Byline& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document) {
  DeckBox box;
  const Style& style = setter.style();
  if (style.head.deck != HeadStyle::Deck::box || article.deck.empty()) return box;
  const DeckBoxStyle& look = style.head.deck_box;
  const TextStyle& type = style.of(Element::deck);
  const int section = add_node(document, StructureNode::Type::section, parent, article.deck.front().text.span());
  Length bottom = look.top_rule + look.top + look.padding;
  if (!style.head.deck_label.empty()) {
    const TextStyle& label = style.of(Element::deck_label);
    box.label = setter.label(plain_text(style.head.deck_label), label, label.size, width);
    box.label_node = add_node(document, StructureNode::Type::label, section, {});
    bottom += label.size + (look.label_rule > Length() ? label_to_rule + rule_to_items : label_to_items);
  }
  const int list = add_node(document, StructureNode::Type::list, section, article.deck.front().text.span());
  for (const RichText& text : article.deck) {
    if (text.empty()) continue;
    TextSetter::Display lines = setter.display(text, type, width - look.padding * 2 - look.hang, type.size);
    const int item = add_node(document, StructureNode::Type::list_item, list, text.text.span());
    const int node = add_node(document, StructureNode::Type::list_body, item, text.text.span());
    if (!box.items.empty()) bottom += look.between;
    const auto turns = static_cast<std::int64_t>(lines.galley.lines.size()) - 1;
    box.items.push_back({std::move(lines.galley), bottom, node});
    bottom += type.pitch * turns + type.size;
    if (&text != &article.deck.back()) bottom += type.pitch - type.size;
  }
  if (byline_stands_in_box(article, style.head))
    bottom = set_byline(byline, width - look.padding * 2, bottom, setter, section, document, box);
  const Length size = style.of(Element::body).size, pitch = style.grid.pitch;
  box.height = pitch * grid_lines_for(bottom + look.padding, size, pitch) - (pitch - size);
  return box;
}

void draw_deck_box(const DeckBox& box, Point corner, Length width, const TextSetter& setter, PageSink sink) {
  const DeckBoxStyle& look = setter.style().head.deck_box;
  const TextStyle& type = setter.style().of(Element::deck);
  const ItemTag layout{-1, ItemTag::Artifact::layout};
  if (look.fill || look.frame > Length()) {
    RectangleItem frame{{corner.x, corner.y, width, box.height}, look.fill, {}, look.frame, {}};
    if (look.frame > Length()) frame.stroke = Colour::black();
    sink.items.push_back({std::move(frame), layout, {}});
  }

  if (look.top_rule > Length()) {
    StrokeItem rule;
    rule.from = {corner.x, corner.y + look.top_rule.scaled(1, 2)};
    rule.to = {corner.x + width, rule.from.y};
    rule.weight = look.top_rule;
    sink.items.push_back({std::move(rule), layout, {}});
  }
  const Length middle = corner.x + width.scaled(1, 2);
  if (!box.label.lines.empty()) {
    const Line& line = box.label.lines.front();
    const TextStyle& label = setter.style().of(Element::deck_label);
    const Length top = corner.y + look.top_rule + look.top + look.padding;
    emit_line(box.label, line, {middle - (line.ink_start + line.ink_end).scaled(1, 2), top + ascent_of(label.size)},
              {box.label_node, ItemTag::Artifact::none}, sink);
    if (look.label_rule > Length()) {
      const Length y = top + label.size + label_to_rule, half = look.label_rule.scaled(1, 2);
      StrokeItem rule;
      rule.from = {middle - half, y};
      rule.to = {middle + half, y};
      rule.weight = label_rule_weight;
      sink.items.push_back({std::move(rule), layout, {}});
    }
  }
  for (const DeckBox::Item& item : box.items) {
    const Point top{corner.x + look.padding, corner.y + item.top};
    if (look.bullet > Length()) {
      const Point centre{top.x + look.bullet.scaled(1, 2), top.y + type.size.scaled(1, 2)};
      sink.items.push_back({disc(centre, look.bullet, Colour::black()), layout, {}});
    }
    emit_lines(item.galley, 0, item.galley.lines.size(), {top.x + look.hang, top.y}, type.size, type.pitch,
               {item.node, ItemTag::Artifact::none}, sink);
  }
  const TextStyle& byline = setter.style().of(Element::byline);
  for (const DeckBox::Item& line : box.byline) {
    emit_lines(line.galley, 0, line.galley.lines.size(), {corner.x + look.padding, corner.y + line.top}, byline.size, byline.pitch,
               {line.node, ItemTag::Artifact::none}, sink);
  }
}

}  // namespace banxin
