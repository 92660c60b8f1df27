#include "layout/drop_cap.h"

#include "base/utf8.h"
#include "text/markup_character.h"

namespace banxin {

namespace {

// Of the em box, per mille: ink of a Chinese character is as high, and begins as far below its top and behind its left edge.
constexpr int ink_height = 930, ink_top = 35, ink_left = 36;
/// From the cap to the text, at least, in per mille of the text's size; what is left to whole characters is added.
constexpr int least_gap = 300;
/// Fewer characters beside a cap leave ragged spaces.
constexpr int least_characters_beside = 6;

/// Its ink reaches from the head of the first line's ink to the foot of the last one's.
DropCap cap_of(const RichText& letter, const TextStyle& type, const TextSetter& setter) {
  const TextStyle& look = setter.style().of(Element::drop_cap);
  const Length pitch = setter.style().grid.pitch;
  DropCap cap;
  cap.lines = type.drop_cap;
  const Length ink = pitch * (cap.lines - 1) + type.size.scaled(ink_height, 1000);
  const Length size = ink.scaled(1000, ink_height);
  cap.letter = setter.label(letter, look, size, size);
  cap.baseline = type.size.scaled(ink_top, 1000) - size.scaled(ink_top, 1000) + ascent_of(size);
  cap.x = -size.scaled(ink_left, 1000);
  while (cap.room < size + cap.x + type.size.scaled(least_gap, 1000)) cap.room += type.size;
  return cap;
}

bool begins_with_character(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  const char32_t first = utf8::decode(text, at);
  return is_east_asian(first) && !is_punctuation_or_symbol(first);
}

}  // namespace

std::optional<CappedParagraph> set_capped_paragraph(const RichText& text, const TextStyle& type, const ColumnMeasures& measures,
                                                    const TextSetter& setter) {
  if (type.drop_cap < 2 || !begins_with_character(text.text.view())) return std::nullopt;
  std::size_t length = 0;
  utf8::decode(text.text.view(), length);
  CappedParagraph result;
  result.cap = cap_of(part_of(text, 0, length), type, setter);
  const RichText rest = part_of(text, length, text.text.size());
  if (rest.empty()) return std::nullopt;
  for (std::size_t measure = 0; measure < measures.widths.size(); ++measure) {
    const Length width = measures.widths[measure], narrow = width - result.cap.room;
    if (narrow < type.size * least_characters_beside) return std::nullopt;
    const Galley full = setter.paragraph(rest, type, width);
    Galley set = setter.paragraph_in_measures(full, type, std::vector<Length>(static_cast<std::size_t>(result.cap.lines), narrow), width);
    const int lines = static_cast<int>(set.lines.size());
    if (lines < result.cap.lines) return std::nullopt;
    result.text.galleys.push_back(std::move(set));
    result.text.variants.push_back({lines, 0, static_cast<int>(measure)});
  }
  return result;
}

}  // namespace banxin
