#include "layout/pull_quote.h"

#include <algorithm>

#include "layout/figure.h"
#include "layout/shapes.h"

namespace banxin {

namespace {

constexpr Length foot_rule_weight = Length::from_points(0.35);
/// Of the quote's type: from the text to who is quoted. From a rule to the text beside it is as much as the type at least.
constexpr int by_gap_percent = 50;

Length bottom_of(const PullQuoteSetting::Part& part) {
  const auto turns = static_cast<std::int64_t>(part.galley.lines.size()) - 1;
  return part.top + part.pitch * std::max<std::int64_t>(turns, 0) + part.size;
}

}  // namespace

PullQuoteSetting set_pull_quote(const PullQuote& quote, const PullQuoteNodes& nodes, Length width, const TextSetter& setter) {
  const Style& style = setter.style();
  const TextStyle& type = style.of(Element::pull_quote);
  Length size = type.size;
  for (const RichText& line : quote.lines) size = std::min(size, setter.display(line, type, width, size).size);
  PullQuoteSetting setting;
  Length top = size;
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
  setting.lines = grid_lines_for(bottom + size, style.of(Element::body).size, style.grid.pitch);
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
  // An empty line stands above it but at the head of a column: the rule reaches a third into it. The other rule is where a last line of
  // text would end. What the whole grid lines leave over is shared by the white above and below the text.
  const Length raised = piece.at == 0 ? Length() : style_.grid.pitch.scaled(1, 3);
  const Length head = place.top - raised, foot = place.top + style_.grid.pitch * (setting.lines - 1) + style_.of(Element::body).size;
  const Length text_height = bottom_of(setting.parts.back()) - setting.parts.front().top;
  const Length shift = head + (foot - head - text_height).scaled(1, 2) - (place.top + setting.parts.front().top);
  const Length left = place.left, right = place.left + place.width;
  const ItemTag layout{-1, ItemTag::Artifact::layout};
  StrokeItem head_rule = straight_rule({left, head}, {right, head}, style_.pull_quotes.rule);
  head_rule.colour = style_.pull_quotes.colour;
  sink.items.push_back({std::move(head_rule), layout, {}});
  for (const PullQuoteSetting::Part& part : setting.parts) {
    emit_lines(part.galley, 0, part.galley.lines.size(), {left, place.top + part.top + shift}, part.size, part.pitch,
               {part.node, ItemTag::Artifact::none}, sink);
  }
  sink.items.push_back({straight_rule({left, foot}, {right, foot}, rule_weight(foot_rule_weight, style_)), layout, {}});
}

}  // namespace banxin
