#include "layout/notes.h"

#include <algorithm>

#include "layout/structure.h"

namespace banxin {

namespace {

/// The rule above notes takes so much of the measure.
constexpr int rule_part = 3;

}  // namespace

int SetNote::lines() const {
  std::size_t lines = 0;
  for (const Galley& paragraph : paragraphs) lines += paragraph.lines.size();
  return static_cast<int>(lines);
}

NoteSetting::NoteSetting(const Article& article, const NoteNumbers& numbers, const ColumnMeasures& measures, bool over_page,
                         const TextSetter& setter)
    : over_page_(over_page), column_(over_page ? measures.all : *std::min_element(measures.widths.begin(), measures.widths.end())) {
  const TextStyle& type = setter.style().of(Element::footnote);
  const Length measure = note_measure(column_, type.size);
  left_ = column_ - measure;
  for (const Footnote& note : article.footnotes) {
    const auto number = numbers.numbers.find(note.mark.view());
    if (number == numbers.numbers.end()) continue;  // nothing calls for it
    SetNote set;
    set.note = &note;
    set.number = setter.label(plain_text(note_mark(number->second)), type, type.size, measure);
    for (const Paragraph& paragraph : note.paragraphs)
      set.paragraphs.push_back(setter.paragraph(paragraph.text, type, measure - type.size));
    notes_.push_back(std::move(set));
  }
}

int NoteSetting::find(std::string_view name) const {
  const auto found = std::find_if(notes_.begin(), notes_.end(), [&](const SetNote& set) { return set.note->mark.view() == name; });
  return found == notes_.end() ? -1 : static_cast<int>(found - notes_.begin());
}

void NoteSetting::add_nodes(int index, int parent, PagedDocument& document) {
  using Type = StructureNode::Type;
  SetNote& set = notes_[static_cast<std::size_t>(index)];
  const int node = add_node(document, Type::note, parent, set.note->mark.span());
  set.number_node = add_node(document, Type::label, node, set.note->mark.span());
  document.structure.back().note = set.note->mark.text();
  for (const Paragraph& paragraph : set.note->paragraphs)
    set.nodes.push_back(add_node(document, Type::paragraph, node, paragraph.text.text.span()));
}

NoteRoom NoteSetting::room(const Style& style) const {
  if (empty()) return {};
  // Above the rule at least what stands between two lines of text, below it what stands between two of notes.
  return {style.grid.pitch, style.of(Element::footnote).pitch, style.grid.pitch - style.of(Element::body).size, over_page_};
}

void NoteSetting::draw(const std::vector<NoteLine>& lines, Length left, Length foot, const Style& style, PageSink sink) const {
  if (lines.empty()) return;
  const TextStyle& type = style.of(Element::footnote);
  const Length gap = type.pitch - type.size;
  Point top{left + left_, foot + gap - type.pitch * static_cast<std::int64_t>(lines.size())};
  if (style.footnotes.rule) {
    StrokeItem rule;
    rule.from = {top.x, top.y - gap};
    rule.to = {top.x + column_.scaled(1, rule_part), top.y - gap};
    rule.weight = *style.footnotes.rule;
    sink.items.push_back({std::move(rule), {-1, ItemTag::Artifact::layout}, {}});
  }
  for (const NoteLine& line : lines) {
    draw_line(line, top, type, sink);
    top.y += type.pitch;
  }
}

void NoteSetting::draw_line(const NoteLine& line, Point top, const TextStyle& type, PageSink sink) const {
  const SetNote& set = (*this)[line.note];
  if (line.line == 0) emit_lines(set.number, 0, 1, top, type.size, type.pitch, {set.number_node, ItemTag::Artifact::none}, sink);
  auto at = static_cast<std::size_t>(line.line);
  for (std::size_t i = 0; i < set.paragraphs.size(); ++i) {
    if (at < set.paragraphs[i].lines.size()) {
      emit_lines(set.paragraphs[i], at, at + 1, {top.x + type.size, top.y}, type.size, type.pitch, {set.nodes[i], ItemTag::Artifact::none},
                 sink);
      return;
    }
    at -= set.paragraphs[i].lines.size();
  }
}

std::vector<AnchoredNote> anchored_notes(const std::vector<NoteMark>& marks, const std::vector<int>& notes, const NoteSetting& setting) {
  std::vector<AnchoredNote> anchored;
  for (const int note : notes) {
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [&](const NoteMark& one) { return one.name == setting[note].note->mark.view(); });
    anchored.push_back({mark == marks.end() ? 0 : mark->line, setting[note].lines()});
  }
  return anchored;
}

}  // namespace banxin
