#include "layout/pull_quote.h"

#include <algorithm>

#include "layout/figure.h"
#include "layout/shapes.h"

namespace banxin {

namespace {

constexpr Length foot_rule_weight = Length::from_points(0.35);
/// Of the quote's type: from a rule to the text beside it, and from the text to who is quoted.
constexpr int rule_gap_percent = 70, by_gap_percent = 50;

Length bottom_of(const PullQuoteSetting::Part& part) {
  const auto turns = static_cast<std::int64_t>(part.galley.lines.size()) - 1;
  return part.top + part.pitch * std::max<std::int64_t>(turns, 0) + part.size;
}

/// White between the head rule and the em-top of the first grid line.
Length rule_offset(const Style& style) { return style.grid.pitch.scaled(1, 2); }

}  // namespace

PullQuoteSetting set_pull_quote(const PullQuote& quote, const PullQuoteNodes& nodes, Length width, const TextSetter& setter) {
  const Style& style = setter.style();
  const TextStyle& type = style.of(Element::pull_quote);
  Length size = type.size;
  for (const RichText& line : quote.lines) size = std::min(size, setter.display(line, type, width, size).size);
  PullQuoteSetting setting;
  const Length gap = size.scaled(rule_gap_percent, 100);
  Length top = rule_offset(style) + gap;
  for (const RichText& line : quote.lines) {
    TextSetter::Display display = setter.display(line, type, width, size);
    const Length space_between = display.pitch - display.size;
    setting.parts.push_back({std::move(display.galley), top, display.size, display.pitch, nodes.text});
    top = bottom_of(setting.parts.back()) + space_between;
  }
  Length bottom = setting.parts.empty() ? top : bottom_of(setting.parts.back());
  if (!quote.by.empty()) {
    const TextStyle& by = style.of(Element::pull_quote_by);
    setting.parts.push_back(
        {setter.paragraph(quote.by, by, width), bottom + size.scaled(by_gap_percent, 100), by.size, by.pitch, nodes.by});
    bottom = bottom_of(setting.parts.back());
  }
  setting.lines = grid_lines_for(bottom + gap + rule_offset(style), style.of(Element::body).size, style.grid.pitch);
  return setting;
}

/// It stands whole: all its marks are in its first line.
std::vector<NoteMark> PullQuoteContent::note_marks(int variant) const {
  std::vector<NoteMark> marks;
  for (const PullQuoteSetting::Part& part : settings_[static_cast<std::size_t>(variant)].parts) {
    for (NoteMark& mark : note_marks_of(part.galley)) marks.push_back({std::move(mark.name), 0});
  }
  return marks;
}

void PullQuoteContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  const PullQuoteSetting& setting = settings_[static_cast<std::size_t>(piece.variant)];
  if (setting.parts.empty()) return;
  const Length offset = rule_offset(style_), text_bottom = bottom_of(setting.parts.back());
  const Length box_bottom = style_.grid.pitch * (setting.lines - 1) + style_.of(Element::body).size;
  const Length gap = setting.parts.front().top - offset;
  // What the whole grid lines leave over is shared by the white above and below the text, the rules keep their distance from it.
  Length shift = (box_bottom - offset - (text_bottom + gap)).scaled(1, 2);
  if (piece.at == 0) shift = -offset;  // at the head of a column the rule stands as high as the text beside it
  const Length left = place.left, right = place.left + place.width;
  const Length head = place.top + offset + shift, foot = place.top + text_bottom + gap + shift;
  const ItemTag layout{-1, ItemTag::Artifact::layout};
  StrokeItem head_rule = straight_rule({left, head}, {right, head}, style_.pull_quotes.rule);
  head_rule.colour = style_.pull_quotes.colour;
  sink.items.push_back({std::move(head_rule), layout, {}});
  for (const PullQuoteSetting::Part& part : setting.parts) {
    emit_lines(part.galley, 0, part.galley.lines.size(), {left, place.top + part.top + shift}, part.size, part.pitch,
               {part.node, ItemTag::Artifact::none}, sink);
  }
  sink.items.push_back({straight_rule({left, foot}, {right, foot}, foot_rule_weight), layout, {}});
}

}  // namespace banxin
