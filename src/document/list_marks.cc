#include "document/list_marks.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "document/inline.h"
#include "document/printable.h"

namespace banxin {

namespace {

constexpr int most_digits = 3;
constexpr int last_circled = 50, last_han = 99;

struct Signs {
  std::string_view before, after;
  NumberMark::Numeral numeral;
};

constexpr std::array<Signs, 9> known_signs{{{"（", "）", NumberMark::Numeral::digits},
                                            {"(", ")", NumberMark::Numeral::digits},
                                            {"（", "）", NumberMark::Numeral::han},
                                            {"(", ")", NumberMark::Numeral::han},
                                            {"", "、", NumberMark::Numeral::han},
                                            {"", "、", NumberMark::Numeral::digits},
                                            {"", ".", NumberMark::Numeral::digits},
                                            {"", ")", NumberMark::Numeral::digits},
                                            {"", "）", NumberMark::Numeral::digits}}};
constexpr Signs circled_signs{"", "", NumberMark::Numeral::circled};

/// Signs that people put before items instead of a bullet.
constexpr std::u32string_view bullets = U"•□■○●◇◆△▲▽▼☆★※☐☑✓✔";

constexpr std::u32string_view han_digits = U"一二三四五六七八九";

struct Number {
  int value = 0;
  std::size_t length = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Number> digits_at(std::string_view text) {
  Number number;
  while (number.length < text.size() && is_digit(text[number.length])) {
    if (number.length == most_digits) return std::nullopt;
    number.value = number.value * 10 + (text[number.length++] - '0');
  }
  return number.length > 0 ? std::optional(number) : std::nullopt;
}

/// One to ninety-nine: 三, 十, 十三, 三十, 三十三.
std::optional<Number> han_number_at(std::string_view text) {
  Number number;
  int tens = 0, units = 0;
  bool ten = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    const std::size_t digit = han_digits.find(c);
    if (c == U'十' && !ten) {
      ten = true;
      tens = units == 0 ? 1 : units;
      units = 0;
    } else if (digit != std::u32string_view::npos && units == 0) {
      units = static_cast<int>(digit) + 1;
    } else {
      break;
    }
    number.length = at;
  }
  number.value = tens * 10 + units;
  return number.length > 0 ? std::optional(number) : std::nullopt;
}

/// ① to ㊿, which stand in three rows of Unicode.
std::optional<Number> circled_at(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::size_t length = 0;
  const char32_t c = utf8::decode(text, length);
  if (c >= U'①' && c <= U'⑳') return Number{static_cast<int>(c - U'①') + 1, length};
  if (c >= U'㉑' && c <= U'㉟') return Number{static_cast<int>(c - U'㉑') + 21, length};
  if (c >= U'㊱' && c <= U'㊿') return Number{static_cast<int>(c - U'㊱') + 36, length};
  return std::nullopt;
}

std::optional<Number> number_at(std::string_view text, NumberMark::Numeral numeral) {
  switch (numeral) {
    case NumberMark::Numeral::digits:
      return digits_at(text);
    case NumberMark::Numeral::circled:
      return circled_at(text);
    case NumberMark::Numeral::han:
      return han_number_at(text);
  }
  return std::nullopt;
}

std::optional<NumberMark> mark_with(std::string_view text, const Signs& signs) {
  if (!text.starts_with(signs.before)) return std::nullopt;
  const auto number = number_at(text.substr(signs.before.size()), signs.numeral);
  if (!number) return std::nullopt;
  const std::size_t number_end = signs.before.size() + number->length;
  const std::string_view behind = text.substr(number_end);
  if (!behind.starts_with(signs.after)) return std::nullopt;
  const bool goes_on = signs.after == "." && behind.size() > 1 && is_digit(behind[1]);
  if (goes_on) return std::nullopt;
  return NumberMark{signs.numeral, signs.before, signs.after, number->value, number_end + signs.after.size()};
}

std::string han_numeral(int number) {
  std::string text;
  if (number >= 20) utf8::append(text, han_digits[static_cast<std::size_t>(number / 10 - 1)]);
  if (number >= 10) text += "十";
  if (number % 10 > 0) utf8::append(text, han_digits[static_cast<std::size_t>(number % 10 - 1)]);
  return text;
}

std::string circled_numeral(int number) {
  std::string text;
  utf8::append(text, static_cast<char32_t>(number <= 20 ? U'①' + number - 1 : number <= 35 ? U'㉑' + number - 21 : U'㊱' + number - 36));
  return text;
}

bool same_kind(const NumberMark& one, const NumberMark& other) {
  return one.numeral == other.numeral && one.before == other.before && one.after == other.after;
}

/// Bytes of the bullet that a text begins with; none when the sign goes on, as the blanks in `○○公司` do.
std::size_t bullet_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t length = 0;
  const char32_t sign = utf8::decode(text, length);
  const std::string_view behind = text.substr(length);
  const bool is_mark = bullets.find(sign) != std::u32string_view::npos && !is_blank(behind) && !behind.starts_with(text.substr(0, length));
  return is_mark ? length : 0;
}

/// Bytes `[begin, end)`. A footnote's mark, which has no bytes, belongs to what follows it.
RichText part_of(const RichText& text, std::size_t begin, std::size_t end) {
  RichText part{text.text.part(begin, end), {}};
  for (InlineRun run : text.runs) {
    const bool overlaps = run.begin < end && run.end > begin;
    const bool is_note_here = run.begin == run.end && run.begin >= begin && (run.begin < end || end == text.text.size());
    if (!overlaps && !is_note_here) continue;
    run.begin = static_cast<std::uint32_t>(std::max<std::size_t>(run.begin, begin) - begin);
    run.end = static_cast<std::uint32_t>(std::min<std::size_t>(run.end, end) - begin);
    part.runs.push_back(std::move(run));
  }
  return part;
}

/// The text that an item begins with, or null.
RichText* first_text(ListItem& item) {
  auto* paragraph = item.blocks.empty() ? nullptr : std::get_if<Paragraph>(&item.blocks.front().content);
  return paragraph ? &paragraph->text : nullptr;
}

/// Bytes of the marks that the items begin with; empty when they are no marks of the list's.
std::vector<std::size_t> own_mark_lengths(List& list) {
  std::vector<std::size_t> numbered, signs;
  std::optional<NumberMark> last;
  for (ListItem& item : list.items) {
    const RichText* text = first_text(item);
    if (!text) return {};
    const auto mark = number_mark_at(text->plain());
    const bool has_text = mark && mark->length < without_trailing_space(text->plain()).size();
    const bool counts_on = has_text && (!last || (same_kind(*mark, *last) && mark->number == last->number + 1));
    if (counts_on) numbered.push_back(mark->length);
    last = mark;
    if (const std::size_t length = bullet_length(text->plain())) signs.push_back(length);
  }
  // A single number is the beginning of a sentence: 一、二年级.
  if (numbered.size() == list.items.size() && numbered.size() > 1) return numbered;
  if (signs.size() == list.items.size()) return signs;
  return {};
}

void take_mark(ListItem& item, std::size_t length) {
  RichText& text = *first_text(item);
  const std::string_view plain = text.text.view();
  std::size_t content = length + leading_space(plain.substr(length));
  const auto is_note_between = [&](const InlineRun& run) { return run.begin == run.end && run.begin >= length && run.begin < content; };
  if (std::any_of(text.runs.begin(), text.runs.end(), is_note_between)) content = length;
  item.mark = part_of(text, 0, length);
  text = part_of(text, content, plain.size());
}

}  // namespace

std::optional<NumberMark> number_mark_at(std::string_view text) {
  for (const Signs& signs : known_signs) {
    if (auto mark = mark_with(text, signs)) return mark;
  }
  return mark_with(text, circled_signs);
}

std::optional<std::string> number_mark_text(const NumberMark& kind, int number) {
  std::string numeral;
  switch (kind.numeral) {
    case NumberMark::Numeral::digits:
      numeral = std::to_string(number);
      break;
    case NumberMark::Numeral::circled:
      if (number < 1 || number > last_circled) return std::nullopt;
      numeral = circled_numeral(number);
      break;
    case NumberMark::Numeral::han:
      if (number < 1 || number > last_han) return std::nullopt;
      numeral = han_numeral(number);
      break;
  }
  return std::string(kind.before) + numeral + std::string(kind.after);
}

std::optional<int> mark_items(List& list, const NumberMark& kind) {
  const std::vector<std::size_t> own = own_mark_lengths(list);
  for (std::size_t i = 0; i < own.size(); ++i) take_mark(list.items[i], own[i]);
  if (!own.empty() || !list.ordered) return std::nullopt;
  int number = list.first_number;
  for (ListItem& item : list.items) {
    const auto mark = number_mark_text(kind, number);
    if (!mark) return number;
    item.mark = read_literal(SourceText(*mark));
    ++number;
  }
  return std::nullopt;
}

}  // namespace banxin
