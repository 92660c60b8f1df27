#include "layout/question_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/shapes.h"
#include "layout/structure.h"

namespace banxin {

namespace {

// Weights of what is written on or in.
constexpr Length write_line = Length::from_points(0.35), square_frame = Length::from_points(0.35),
                 square_inside = Length::from_points(0.25), choice_box = Length::from_points(0.5);
constexpr Length below_em_bottom = Length::from_points(3);  // to a line that is written on
constexpr int hang_thousandths = 1500;                      // from the number to the question
constexpr int choice_hang_thousandths = 1250;               // from the box to the choice
constexpr int heading_lines = 2;
constexpr int choice_box_percent = 80;  // of the type
constexpr int choices_in_a_row = 4, row_of_choices_ems = 36;
constexpr int rows_to_a_count = 4;  // of squares

constexpr Length heading_top_of(Length pitch) { return pitch.scaled(1, 2); }

StrokeItem horizontal(Length x, Length right, Length y, Length weight) {
  StrokeItem stroke;
  stroke.from = {x, y};
  stroke.to = {right, y};
  stroke.weight = weight;
  return stroke;
}

void put(StrokeItem stroke, PageSink sink) { sink.items.push_back({std::move(stroke), {-1, ItemTag::Artifact::layout}, {}}); }

/// The rule, heading and hint above the first question.
class QuestionsHeading : public FlowContent {
 public:
  QuestionsHeading(Galley heading, Galley hint, int heading_node, int hint_node, Length width, const Style& style)
      : heading_(std::move(heading)),
        hint_(std::move(hint)),
        heading_node_(heading_node),
        hint_node_(hint_node),
        width_(width),
        style_(style) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override {
    const QuestionStyle& look = style_.questions;
    const Length gap = style_.grid.pitch - style_.of(Element::body).size;
    if (piece.at > 0)  // at the head of a page there is nothing to part from
      put(horizontal(place.left - look.outdent, place.left + width_, place.top - gap + look.rule_before, look.rule), sink);
    const TextStyle& type = style_.of(Element::questions_heading);
    const Length baseline = place.top + heading_top_of(style_.grid.pitch) + ascent_of(type.size);
    const auto set = [&](const Galley& galley, int node) {
      for (const Line& line : galley.lines) emit_line(galley, line, {place.left, baseline}, {node, ItemTag::Artifact::none}, sink);
    };
    set(heading_, heading_node_);
    set(hint_, hint_node_);
  }

  const Galley* galley(int) const override { return &heading_; }

 private:
  Galley heading_, hint_;
  int heading_node_, hint_node_;
  Length width_;
  const Style& style_;
};

/// A question: number, text, and below it the room for the answer. Its units are the text with the choices, or each line of these when they
/// are higher than a column, then each line and each row of squares of the answer.
class QuestionContent : public FlowContent {
 public:
  struct Text {
    Galley galley;
    int node = -1;
  };
  struct Setting {
    Galley number;
    std::vector<Text> paragraphs;
    std::vector<Text> choices;
    std::vector<Galley> counts;  ///< below every fourth row of squares
    int choices_per_row = 1;
    int answer_lines = 0, squares = 0;
    Length width;
    bool half_a_line_down = false;                 ///< below another question: the white between two is half a line
    std::shared_ptr<const BlockUnits> units = {};  ///< null: it stands whole
    bool text_in_lines = false;                    ///< the text and choices are no single unit
  };

  QuestionContent(Setting setting, const Style& style) : set_(std::move(setting)), style_(style) {}

  /// Grid lines of a question that stands whole.
  static int lines_of(const Setting& set, const Style& style) {
    int lines = (set.half_a_line_down ? 1 : 0) + text_lines_of(set) + set.answer_lines;
    if (set.squares > 0) lines += grid_lines_for(height_of_squares(set, style), style.of(Element::body).size, style.grid.pitch);
    return lines;
  }

  static std::shared_ptr<const BlockUnits> units_of(const Setting& set, const Style& style) {
    const Length pitch = style.grid.pitch, gap = style.questions.squares_gap;
    auto units = std::make_shared<BlockUnits>();
    units->pitch = pitch;
    // The last grid line of a piece ends with its type; below the last row of squares there is no gap.
    if (set.squares > 0) units->repeated = std::max(Length(), pitch - style.of(Element::body).size - gap);
    Length end = set.half_a_line_down ? pitch : Length();
    const int text_units = text_units_of(set);
    for (int unit = 0; unit < text_units; ++unit) units->ends.push_back(end += pitch * (text_lines_of(set) / text_units));
    for (int line = 0; line < set.answer_lines; ++line) units->ends.push_back(end += pitch);
    for (int row = 0; row < rows_of_squares(set, style); ++row) units->ends.push_back(end += cell_of(set, style) + gap);
    return units;
  }

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override {
    const int text_units = text_units_of(set_), lines_of_unit = text_lines_of(set_) / text_units;
    const int begin = set_.units ? piece.line_begin : 0;
    const int end = set_.units ? piece.line_end : text_units + set_.answer_lines + rows_of_squares(set_, style_);
    Point corner{place.left + hang(style_), place.top};
    if (begin == 0 && set_.half_a_line_down && piece.at > 0) corner.y += style_.grid.pitch.scaled(1, 2);
    if (begin < text_units)
      corner.y = draw_text(corner, place.left, begin * lines_of_unit, std::min(end, text_units) * lines_of_unit, sink);
    const int first_line = std::max(begin - text_units, 0);
    for (int line = first_line; line < std::min(end - text_units, set_.answer_lines); ++line) {
      put(horizontal(corner.x, place.left + set_.width, corner.y + style_.of(Element::question).size + below_em_bottom,
                     rule_weight(write_line, style_)),
          sink);
      corner.y += style_.grid.pitch;
    }
    draw_squares(corner, std::max(first_line - set_.answer_lines, 0), end - text_units - set_.answer_lines, sink);
  }

  static Length hang(const Style& style) { return style.of(Element::question).size.scaled(hang_thousandths, 1000); }
  static Length choice_hang(const Style& style) { return style.of(Element::question).size.scaled(choice_hang_thousandths, 1000); }

  /// From one choice to the next in its row.
  static Length room_of_choice(const Setting& set, const Style& style) {
    const Length row = std::min(set.width - hang(style), style.of(Element::question).size * row_of_choices_ems);
    return row.scaled(1, set.choices_per_row);
  }

  /// Of its text and choices.
  static int text_lines_of(const Setting& set) {
    int lines = 0;
    for (const Text& paragraph : set.paragraphs) lines += static_cast<int>(paragraph.galley.lines.size());
    for (const int row : choice_rows(set)) lines += row;
    return lines;
  }

 private:
  static int text_units_of(const Setting& set) { return set.text_in_lines ? text_lines_of(set) : 1; }

  /// The lines [begin, end) of number, text and choices; returns where what is below them begins.
  Length draw_text(Point corner, Length left, int begin, int end, PageSink sink) const {
    const TextStyle& type = style_.of(Element::question);
    const Length pitch = style_.grid.pitch;
    const Length offset = ascent_of(style_.of(Element::body).size) - ascent_of(type.size);
    Length top = corner.y;
    const int first = set_.paragraphs.empty() ? -1 : set_.paragraphs.front().node;
    if (begin == 0)
      emit_lines(set_.number, 0, set_.number.lines.size(), {left, top + offset}, type.size, pitch, {first, ItemTag::Artifact::none}, sink);
    int line = 0;  // that the paragraph or the row of choices begins with
    for (const Text& paragraph : set_.paragraphs) {
      const int count = static_cast<int>(paragraph.galley.lines.size());
      top += draw_lines(paragraph, begin - line, std::min(end - line, count), {corner.x, top + offset}, sink);
      line += count;
    }
    for (std::size_t row = 0; const int count : choice_rows(set_)) {
      top += draw_choices(row++, begin - line, std::min(end - line, count), {corner.x, top + offset}, sink);
      line += count;
    }
    return top;
  }

  /// Those of the lines [begin, end) that the text has; returns how high they stand.
  Length draw_lines(const Text& text, int begin, int end, Point top, PageSink sink) const {
    begin = std::max(begin, 0);
    end = std::min(end, static_cast<int>(text.galley.lines.size()));
    if (begin >= end) return {};
    emit_lines(text.galley, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), top, style_.of(Element::question).size,
               style_.grid.pitch, {text.node, ItemTag::Artifact::none}, sink);
    return style_.grid.pitch * (end - begin);
  }

  static Length cell_of(const Setting& set, const Style& style) {
    return (set.width - hang(style)).scaled(1, style.questions.squares_in_a_row);
  }

  static int rows_of_squares(const Setting& set, const Style& style) {
    const int in_a_row = style.questions.squares_in_a_row;
    return (set.squares + in_a_row - 1) / in_a_row;
  }

  static Length height_of_squares(const Setting& set, const Style& style) {
    const int rows = rows_of_squares(set, style);
    return cell_of(set, style) * rows + style.questions.squares_gap * (rows - 1);
  }

  /// Lines that each row of choices takes.
  static std::vector<int> choice_rows(const Setting& set) {
    std::vector<int> rows;
    for (std::size_t i = 0; i < set.choices.size(); ++i) {
      if (i % static_cast<std::size_t>(set.choices_per_row) == 0) rows.push_back(1);
      rows.back() = std::max(rows.back(), static_cast<int>(set.choices[i].galley.lines.size()));
    }
    return rows;
  }

  /// The lines [begin, end) of a row of choices, the boxes beside their first; returns how high they stand.
  Length draw_choices(std::size_t row, int begin, int end, Point corner, PageSink sink) const {
    if (std::max(begin, 0) >= end) return {};
    const TextStyle& type = style_.of(Element::question);
    const Length room = room_of_choice(set_, style_);
    const Length box = type.size.scaled(choice_box_percent, 100);
    const auto per_row = static_cast<std::size_t>(set_.choices_per_row);
    const std::size_t first = row * per_row;
    for (std::size_t i = first; i < std::min(first + per_row, set_.choices.size()); ++i) {
      const Length left = corner.x + room * static_cast<std::int64_t>(i - first);
      if (begin <= 0) {
        RectangleItem square{{left, corner.y + (type.size - box).scaled(1, 2), box, box}, {}, Colour::black(), choice_box, {}};
        sink.items.push_back({std::move(square), {-1, ItemTag::Artifact::layout}, {}});
      }
      draw_lines(set_.choices[i], begin, end, {left + choice_hang(style_), corner.y}, sink);
    }
    return style_.grid.pitch * (end - std::max(begin, 0));
  }

  void draw_squares(Point corner, int first_row, int last_row, PageSink sink) const {
    const Length cell = cell_of(set_, style_);
    for (int row = first_row; row < last_row; ++row) {
      const int begin = row * style_.questions.squares_in_a_row;
      const int count = std::min(style_.questions.squares_in_a_row, set_.squares - begin);
      const Length top = corner.y + (cell + style_.questions.squares_gap) * (row - first_row);
      for (int i = 1; i < count; ++i) {
        StrokeItem inside;
        inside.from = {corner.x + cell * i, top};
        inside.to = {corner.x + cell * i, top + cell};
        inside.weight = rule_weight(square_inside, style_);
        put(std::move(inside), sink);
      }
      RectangleItem frame{{corner.x, top, cell * count, cell}, {}, Colour::black(), rule_weight(square_frame, style_), {}};
      sink.items.push_back({std::move(frame), {-1, ItemTag::Artifact::layout}, {}});
      if ((row + 1) % rows_to_a_count == 0) draw_count(row / rows_to_a_count, {corner.x + cell * count, top + cell}, sink);
    }
  }

  /// Below a row's right end: whoever counts characters need not count squares.
  void draw_count(int index, Point corner, PageSink sink) const {
    if (static_cast<std::size_t>(index) >= set_.counts.size()) return;
    const Galley& count = set_.counts[static_cast<std::size_t>(index)];
    const Length below = style_.of(Element::question_count).size.scaled(1, 6);
    for (const Line& line : count.lines) {
      const Point origin{corner.x - line.ink_end, corner.y + below + ascent_of(style_.of(Element::question_count).size)};
      emit_line(count, line, origin, {-1, ItemTag::Artifact::layout}, sink);
    }
  }

  Setting set_;
  const Style& style_;
};

/// `pattern` with the number in place of its `#`.
RichText with_number(const std::string& pattern, const RichText& number) {
  const std::size_t at = std::min(pattern.find('#'), pattern.size());
  return join_texts({plain_text(pattern.substr(0, at)), number, plain_text(pattern.substr(std::min(at + 1, pattern.size())))}, "");
}

}  // namespace

Length QuestionBlocks::width() const {
  const bool one_column = input_.measures.of_column.size() == 1;
  return input_.measures.widths.front() + (one_column ? style_.notes.taken() : Length());
}

void QuestionBlocks::add(const Question& question, SourceSpan span) {
  if (count_++ == 0) add_heading(span);
  const TextStyle& type = style_.of(Element::question);
  QuestionContent::Setting set;
  set.width = width();
  set.answer_lines = question.lines;
  set.squares = question.squares;
  const Length measure = set.width - QuestionContent::hang(style_);
  const int to_a_count = style_.questions.squares_in_a_row * rows_to_a_count;
  for (int count = to_a_count; count <= question.squares && !style_.questions.count.empty(); count += to_a_count) {
    const TextStyle& small = style_.of(Element::question_count);
    set.counts.push_back(setter_.label(with_number(style_.questions.count, plain_text(std::to_string(count))), small, small.size, measure));
  }
  set.number = setter_.label(plain_text(fmt::format("{}.", count_)), style_.of(Element::question_number), type.size, measure);
  for (const Paragraph& paragraph : question.paragraphs) {
    const bool last = &paragraph == &question.paragraphs.back();
    RichText text = paragraph.text;
    TypedStretch marks{static_cast<std::uint32_t>(text.text.size()), 0, style_.of(Element::question_marks)};
    if (last && !question.marks.empty()) text = join_texts({text, with_number(style_.questions.marks, question.marks)}, "");
    marks.end = static_cast<std::uint32_t>(text.text.size());
    const int node = add_node(document_, StructureNode::Type::paragraph, parent_, paragraph.text.text.span());
    set.paragraphs.push_back({setter_.paragraph(text, type, measure, &marks), node});
  }
  set.choices_per_row = choices_in_a_row;
  const auto set_choices = [&] {
    set.choices.clear();
    const Length room = QuestionContent::room_of_choice(set, style_) - QuestionContent::choice_hang(style_);
    char letter = 'A';
    for (const RichText& choice : question.choices) {
      const RichText text = join_texts({plain_text(fmt::format("{}. ", letter++)), choice}, "");
      set.choices.push_back({setter_.label(text, type, type.size, room), -1});
    }
    return std::all_of(set.choices.begin(), set.choices.end(), [](const auto& text) { return text.galley.lines.size() <= 1; });
  };
  while (!set_choices() && set.choices_per_row > 1) set.choices_per_row /= 2;
  for (std::size_t i = 0; i < set.choices.size(); ++i)
    set.choices[i].node = add_node(document_, StructureNode::Type::paragraph, parent_, question.choices[i].text.span());
  FillBlock fill;
  fill.variants.clear();
  // With half a line above every second question and below it, all others stand on the grid.
  set.half_a_line_down = count_ % 2 == 0;
  int lines = QuestionContent::lines_of(set, style_);
  if (lines > input_.column_lines) {
    set.text_in_lines = QuestionContent::text_lines_of(set) + 1 > input_.column_lines;
    set.units = QuestionContent::units_of(set, style_);
    lines = set.units->lines(0, set.units->count());
    fill.splittable = true;
    fill.orphans = 3;  // of the text, or it with two lines or rows for the answer
  }
  for (std::size_t m = 0; m < input_.measures.widths.size(); ++m) fill.variants.push_back({lines, 0, static_cast<int>(m), true, set.units});
  FlowBlock block{std::make_unique<QuestionContent>(std::move(set), style_), span};
  block.beside_no_notes = true;
  flow_.blocks.push_back(std::move(block));
  flow_.fill.push_back(std::move(fill));
}

void QuestionBlocks::add_heading(SourceSpan span) {
  if (style_.questions.heading.empty()) return;
  const TextStyle& type = style_.of(Element::questions_heading);
  TextStyle hint_type = style_.of(Element::questions_hint);
  hint_type.align = Alignment::end;
  Galley heading = setter_.label(plain_text(style_.questions.heading), type, type.size, width());
  Galley hint =
      style_.questions.hint.empty() ? Galley() : setter_.label(plain_text(style_.questions.hint), hint_type, hint_type.size, width());
  const int node = add_node(document_, StructureNode::Type::heading, parent_, span);
  document_.structure.back().heading_level = 2;
  const int hint_node = hint.lines.empty() ? -1 : add_node(document_, StructureNode::Type::paragraph, parent_, span);
  FillBlock fill;
  fill.keep_with_next = 1;
  fill.variants.clear();
  for (std::size_t m = 0; m < input_.measures.widths.size(); ++m) fill.variants.push_back({heading_lines, 0, static_cast<int>(m)});
  FlowBlock block{std::make_unique<QuestionsHeading>(std::move(heading), std::move(hint), node, hint_node, width(), style_), span};
  block.beside_no_notes = true;
  flow_.blocks.push_back(std::move(block));
  flow_.fill.push_back(std::move(fill));
}

}  // namespace banxin
