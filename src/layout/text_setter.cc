#include "layout/text_setter.h"

#include <algorithm>

#include "layout/kept_texts.h"
#include "layout/spread.h"
#include "shape/hyphenate.h"

namespace banxin {

namespace {

ParagraphShape::Alignment shape_alignment(Alignment alignment) {
  switch (alignment) {
    case Alignment::justify:
      return ParagraphShape::Alignment::justify;
    case Alignment::start:
      return ParagraphShape::Alignment::start;
    case Alignment::centre:
      return ParagraphShape::Alignment::centre;
    case Alignment::end:
      return ParagraphShape::Alignment::end;
    case Alignment::even:
      return ParagraphShape::Alignment::even;
  }
  return ParagraphShape::Alignment::start;
}

ParagraphShape paragraph_shape(const TextStyle& type, Length measure) {
  ParagraphShape room;
  room.measure = measure;
  // An indent wider than the column would set the first line beside it: two characters have room at least.
  room.indent = std::min(type.size.scaled(type.indent, 1000), std::max(Length(), measure - type.size * 2));
  room.alignment = shape_alignment(type.align);
  return room;
}

/// Dots stand in half an em between the lines (composition rules 10.5).
bool has_room_for_dots(const TextStyle& type) { return type.pitch - type.size >= type.size.scaled(1, 2); }

/// Bytes of a text that is still a headline: the search for its lines tries all of them.
constexpr std::size_t longest_headline = 1200;

/// Sub- and superscripts: 0.6 of the size (raised or lowered so that they keep to the line pitch).
constexpr int script_size_percent = 60;
constexpr int superscript_rise_percent = 38;
constexpr int subscript_fall_percent = 12;

}  // namespace

CharacterStyle TextSetter::character_style(const InlineMarkup& markup, const TextStyle& type, Length size) const {
  CharacterStyle result;
  result.role = type.font;
  result.weight = type.weight;
  result.size = size;
  result.language = markup.language.empty() ? language_ : markup.language;
  result.tracking = size.scaled(type.tracking, 1000);
  result.colour = type.colour;
  result.link = markup.link;
  result.marked = markup.marked;
  result.name_line = markup.name_line;
  if (markup.emphasis) {
    const FontRole emphatic = style_.emphasis == "hei" || type.font == FontRole::kai ? FontRole::hei : FontRole::kai;
    if (style_.emphasis == "dots" && has_room_for_dots(type))
      result.emphasis_dots = true;
    else
      result.role = emphatic;
  }
  if (markup.strong) {
    result.role = FontRole::hei;
    result.weight = 700;
  }
  if (markup.code) result.role = FontRole::mono;
  result.note = markup.footnote;
  if (markup.superscript || markup.subscript || !markup.footnote.empty()) {
    result.size = size.scaled(script_size_percent, 100);
    result.baseline_shift = markup.subscript ? -size.scaled(subscript_fall_percent, 100) : size.scaled(superscript_rise_percent, 100);
  }
  return result;
}

const CompositionOptions& TextSetter::options_for(const TextStyle& type) const {
  return type.size == style_.of(Element::body).size ? style_.composition : off_grid_;
}

TextSetter::Shaped TextSetter::shape_text(const RichText& text, const TextStyle& type, Length size, const std::vector<TextRange>& alone,
                                          const TypedStretch* stretch) const {
  deadline_.check();
  auto styled = std::make_shared<StyledText>();
  const RichText marked = with_note_marks(text, *notes_);
  styled->text = marked.text;
  for (std::size_t i = 0; i < marked.runs.size(); ++i) {
    const InlineRun& run = marked.runs[i];
    const bool in_stretch = stretch != nullptr && text.runs[i].begin >= stretch->begin && text.runs[i].begin < stretch->end;
    const CharacterStyle own =
        in_stretch ? character_style(run.markup, stretch->type, stretch->type.size) : character_style(run.markup, type, size);
    if (run.begin < run.end) styled->runs.push_back({run.begin, run.end, own});
  }
  // Note marks have moved the names of a list.
  if (type.spread > 0 && marked.text.size() == text.text.size() && is_chinese(locale_for(language_)))
    spread_names(*styled, alone, type.spread);
  auto shaped = std::make_shared<ShapedText>(shape(*styled, fonts_, sink_));
  return {std::move(styled), std::move(shaped)};
}

SetText TextSetter::find_or_set(TextKey key, const RichText& text, const TextStyle& type, const TypedStretch* stretch,
                                const std::function<SetText(const TextSetter&)>& set) const {
  if (kept_ == nullptr) return set(*this);
  deadline_.check();
  SourceText printed = with_note_marks(text, *notes_).text;
  if (printed.size() != text.text.size()) key.add(printed.view());
  key.add(kept_->number_of(type));
  if (stretch != nullptr) key.add(stretch->begin).add(stretch->end).add(kept_->number_of(stretch->type));
  return kept_->find_or_set(key, std::move(printed), fonts_, sink_,
                            [&](const FontLibrary& fonts, DiagnosticSink& said) { return set(TextSetter(*this, fonts, said, nullptr)); });
}

Galley TextSetter::paragraph(const RichText& text, const TextStyle& type, Length measure, const TypedStretch* stretch) const {
  if (kept_ != nullptr) {
    return find_or_set(TextKey(TextKey::Way::paragraph, text).add(measure.raw()), text, type, stretch,
                       [&](const TextSetter& setter) { return SetText{{setter.paragraph(text, type, measure, stretch)}}; })
        .galleys.front();
  }
  return paragraph_in_lengths(text, type, measure, stretch, {}).front();
}

std::vector<Galley> TextSetter::paragraph_in_lengths(const RichText& text, const TextStyle& type, Length measure,
                                                     const TypedStretch* stretch, const OtherLengths& others) const {
  const Shaped shaped = shape_text(text, type, type.size, {}, stretch);
  add_hyphenation(*shaped.text, style_.composition.hyphenate ? hyphenation_ : nullptr, *shaped.shaped);
  return compose_in_lengths(shaped.text, shaped.shaped, options_for(type), paragraph_shape(type, measure), others, sink_);
}

Galley TextSetter::paragraph_in_measures(const Galley& galley, const TextStyle& type, std::vector<Length> first, Length measure) const {
  ParagraphShape room = paragraph_shape(type, measure);
  room.measures = std::move(first);
  DiagnosticSink said_before;  // of the same text
  return compose(galley.text, galley.shaped, options_for(type), room, said_before);
}

Galley TextSetter::label(const RichText& text, const TextStyle& type, Length size, Length measure) const {
  if (kept_ != nullptr) {
    return find_or_set(TextKey(TextKey::Way::label, text).add(size.raw()).add(measure.raw()), text, type, nullptr,
                       [&](const TextSetter& setter) { return SetText{{setter.label(text, type, size, measure)}}; })
        .galleys.front();
  }
  return label(shape_text(text, type, size), type, measure);
}

Galley TextSetter::label(const Shaped& shaped, const TextStyle& type, Length measure) const {
  ParagraphShape room;
  room.measure = measure;
  room.alignment = type.align == Alignment::justify ? ParagraphShape::Alignment::start : shape_alignment(type.align);
  return compose(shaped.text, shaped.shaped, off_grid_, room, sink_);
}

Length TextSetter::longest_word(const RichText& text, const TextStyle& type) const {
  const Shaped shaped = shape_text(text, type, type.size);
  ParagraphShape room;
  room.measure = type.size;
  room.alignment = ParagraphShape::Alignment::start;
  DiagnosticSink unsaid;  // nothing is printed in such a measure
  Length longest;
  for (const Line& line : compose(shaped.text, shaped.shaped, off_grid_, room, unsaid).lines)
    longest = std::max(longest, line.ink_end - line.ink_start);
  return longest;
}

TextSetter::Display TextSetter::display(const RichText& text, const TextStyle& type, Length measure, Length largest,
                                        const std::vector<TextRange>& alone) const {
  if (kept_ == nullptr) return set_display(text, type, measure, largest, alone);
  TextKey key(TextKey::Way::display, text);
  key.add(measure.raw()).add(largest.raw());
  for (const TextRange& range : alone) key.add(range.begin).add(range.end);
  SetText set = find_or_set(std::move(key), text, type, nullptr, [&](const TextSetter& setter) {
    Display display = setter.set_display(text, type, measure, largest, alone);
    return SetText{{std::move(display.galley)}, {}, display.size, display.pitch, display.fits};
  });
  return {std::move(set.galleys.front()), set.size, set.pitch, set.fits};
}

TextSetter::Display TextSetter::set_display(const RichText& text, const TextStyle& type, Length measure, Length largest,
                                            const std::vector<TextRange>& alone) const {
  std::vector<Length> sizes = type.sizes.empty() ? std::vector<Length>{type.size} : type.sizes;
  std::erase_if(sizes, [&](Length size) { return size > largest; });
  if (sizes.empty()) sizes.push_back(largest);
  if (!type.by_sense || text.plain().size() > longest_headline) return running_text(text, type, sizes, measure, alone);
  DisplayShape room;
  room.measure = measure;
  room.max_lines = type.max_lines;
  room.alignment = shape_alignment(type.align);
  if (room.alignment == ParagraphShape::Alignment::justify) room.alignment = ParagraphShape::Alignment::start;
  std::optional<Display> between_words = largest_that_fits(text, type, sizes, room, alone);
  room.at_pauses_only = true;
  std::optional<Display> at_pauses = largest_that_fits(text, type, sizes, room, alone);
  if (at_pauses && at_pauses->size * 4 >= between_words->size * 3) return std::move(*at_pauses);
  if (between_words) return std::move(*between_words);
  room.max_lines = 0;
  Display smallest = *largest_that_fits(text, type, {sizes.back()}, room, alone);
  smallest.fits = false;
  return smallest;
}

TextSetter::Display TextSetter::running_text(const RichText& text, const TextStyle& type, const std::vector<Length>& sizes, Length measure,
                                             const std::vector<TextRange>& alone) const {
  Display result;
  for (const Length size : sizes) {
    result = {label(shape_text(text, type, size, alone), type, measure), size, type.pitch.scaled(size.raw(), type.size.raw()), true};
    result.fits = type.max_lines == 0 || result.galley.lines.size() <= static_cast<std::size_t>(type.max_lines);
    if (result.fits) break;
  }
  return result;
}

std::optional<TextSetter::Display> TextSetter::largest_that_fits(const RichText& text, const TextStyle& type,
                                                                 const std::vector<Length>& sizes, const DisplayShape& room,
                                                                 const std::vector<TextRange>& alone) const {
  for (const Length size : sizes) {
    const Shaped shaped = shape_text(text, type, size, alone);
    auto galley = compose_display(shaped.text, shaped.shaped, off_grid_, room, sink_);
    if (galley) return Display{std::move(*galley), size, type.pitch.scaled(size.raw(), type.size.raw()), true};
  }
  return std::nullopt;
}

RichText plain_text(std::string text) {
  RichText result;
  const auto length = static_cast<std::uint32_t>(text.size());
  result.text = SourceText(std::move(text));
  if (length > 0) result.runs.push_back({0, length, {}});
  return result;
}

RichText part_of(const RichText& text, std::size_t begin, std::size_t end) {
  RichText result;
  result.text = text.text.part(begin, end);
  const auto first = static_cast<std::uint32_t>(begin), last = static_cast<std::uint32_t>(end);
  for (const InlineRun& run : text.runs) {
    const bool is_mark = run.begin == run.end && run.begin >= first && run.begin <= last;
    if (is_mark || (run.begin < last && run.end > first))
      result.runs.push_back({std::max(run.begin, first) - first, std::min(run.end, last) - first, run.markup});
  }
  return result;
}

RichText join_texts(const std::vector<RichText>& texts, std::string_view separator) {
  RichText result;
  for (const RichText& text : texts) {
    if (text.empty()) continue;
    if (!result.empty()) {
      const auto begin = static_cast<std::uint32_t>(result.text.size());
      result.text.append(SourceText(std::string(separator)), 0, separator.size());
      result.runs.push_back({begin, static_cast<std::uint32_t>(result.text.size()), {}});
    }
    const auto shift = static_cast<std::uint32_t>(result.text.size());
    result.text.append(text.text, 0, text.text.size());
    for (const InlineRun& run : text.runs) result.runs.push_back({run.begin + shift, run.end + shift, run.markup});
  }
  return result;
}

}  // namespace banxin
