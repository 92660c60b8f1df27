#include "text/character_class.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/quotes.h"
#include "text/spacing_class.h"

namespace banxin {
namespace {

using enum CharacterClass;

struct ClassRange {
  char32_t first, last;
  CharacterClass character_class;
};

// Sorted. What is not listed is told by its Unicode properties.
constexpr ClassRange class_ranges[]{
    {0x0009, 0x0009, space},
    {0x000a, 0x000d, forced_break},
    {0x0020, 0x0020, space},
    {0x0024, 0x0024, prefix},
    {0x0025, 0x0025, suffix},
    {0x0030, 0x0039, numeral},
    {0x0085, 0x0085, forced_break},
    {0x00a0, 0x00a0, space},
    {0x00a2, 0x00a2, suffix},
    {0x00a3, 0x00a3, prefix},
    {0x00a5, 0x00a5, prefix},
    {0x00a7, 0x00a7, prefix},
    {0x00ab, 0x00ab, opening},
    {0x00ad, 0x00ad, invisible},
    {0x00b0, 0x00b0, suffix},
    {0x00b7, 0x00b7, middle_dot},
    {0x00bb, 0x00bb, closing},
    {0x1100, 0x11ff, hangul},
    {0x2002, 0x200a, space},
    {0x200b, 0x200f, invisible},
    {0x2010, 0x2010, connector},
    {0x2013, 0x2013, connector},
    {0x2014, 0x2015, dash},
    {0x2018, 0x2018, opening},
    {0x2019, 0x2019, closing},
    {0x201c, 0x201c, opening},
    {0x201d, 0x201d, closing},
    {0x2025, 0x2026, ellipsis},
    {0x2027, 0x2027, middle_dot},
    {0x2028, 0x2029, forced_break},
    {0x202a, 0x202e, invisible},
    {0x202f, 0x202f, space},
    {0x2030, 0x2033, suffix},
    {0x203c, 0x203c, fixed_exclamation},
    {0x2047, 0x2049, fixed_exclamation},
    {0x205f, 0x205f, space},
    {0x2060, 0x2064, invisible},
    {0x2066, 0x2069, invisible},
    {0x20a9, 0x20a9, prefix},
    {0x20ac, 0x20ac, prefix},
    {0x2103, 0x2103, suffix},
    {0x2109, 0x2109, suffix},
    {0x2116, 0x2116, prefix},
    {0x22ef, 0x22ef, ellipsis},
    {0x2329, 0x2329, opening},
    {0x232a, 0x232a, closing},
    {0x2e3a, 0x2e3a, dash},
    {0x3000, 0x3000, ideographic_space},
    {0x3001, 0x3001, pause},
    {0x3002, 0x3002, full_stop},
    {0x3005, 0x3005, iteration},
    {0x3008, 0x3008, opening},
    {0x3009, 0x3009, closing},
    {0x300a, 0x300a, opening},
    {0x300b, 0x300b, closing},
    {0x300c, 0x300c, opening},
    {0x300d, 0x300d, closing},
    {0x300e, 0x300e, opening},
    {0x300f, 0x300f, closing},
    {0x3010, 0x3010, opening},
    {0x3011, 0x3011, closing},
    {0x3014, 0x3014, opening},
    {0x3015, 0x3015, closing},
    {0x3016, 0x3016, opening},
    {0x3017, 0x3017, closing},
    {0x3018, 0x3018, opening},
    {0x3019, 0x3019, closing},
    {0x301a, 0x301a, opening},
    {0x301b, 0x301b, closing},
    {0x301c, 0x301c, connector},
    {0x301d, 0x301d, opening},
    {0x301e, 0x301f, closing},
    {0x303b, 0x303b, iteration},
    {0x3041, 0x3041, small_kana},
    {0x3043, 0x3043, small_kana},
    {0x3045, 0x3045, small_kana},
    {0x3047, 0x3047, small_kana},
    {0x3049, 0x3049, small_kana},
    {0x3063, 0x3063, small_kana},
    {0x3083, 0x3083, small_kana},
    {0x3085, 0x3085, small_kana},
    {0x3087, 0x3087, small_kana},
    {0x308e, 0x308e, small_kana},
    {0x3095, 0x3096, small_kana},
    {0x309d, 0x309e, kana_iteration},
    {0x30a0, 0x30a0, connector},
    {0x30a1, 0x30a1, small_kana},
    {0x30a3, 0x30a3, small_kana},
    {0x30a5, 0x30a5, small_kana},
    {0x30a7, 0x30a7, small_kana},
    {0x30a9, 0x30a9, small_kana},
    {0x30c3, 0x30c3, small_kana},
    {0x30e3, 0x30e3, small_kana},
    {0x30e5, 0x30e5, small_kana},
    {0x30e7, 0x30e7, small_kana},
    {0x30ee, 0x30ee, small_kana},
    {0x30f5, 0x30f6, small_kana},
    {0x30fb, 0x30fb, middle_dot},
    {0x30fc, 0x30fc, prolonged_sound},
    {0x30fd, 0x30fe, kana_iteration},
    {0x3130, 0x318f, hangul},
    {0x31f0, 0x31ff, small_kana},
    {0x3303, 0x3357, suffix},
    {0x338e, 0x338f, suffix},
    {0x339c, 0x33a6, suffix},
    {0x33c4, 0x33c4, suffix},
    {0x33cb, 0x33cb, suffix},
    {0x3400, 0x4dbf, ideograph},
    {0x4e00, 0x9fff, ideograph},
    {0xa960, 0xa97c, hangul},
    {0xac00, 0xd7a3, hangul},
    {0xd7b0, 0xd7fb, hangul},
    {0xfeff, 0xfeff, invisible},
    {0xff01, 0xff01, exclamation},
    {0xff04, 0xff04, prefix},
    {0xff05, 0xff05, suffix},
    {0xff08, 0xff08, opening},
    {0xff09, 0xff09, closing},
    {0xff0c, 0xff0c, pause},
    {0xff0e, 0xff0e, full_stop},
    {0xff0f, 0xff0f, solidus},
    {0xff1a, 0xff1b, colon},
    {0xff1f, 0xff1f, exclamation},
    {0xff3b, 0xff3b, opening},
    {0xff3d, 0xff3d, closing},
    {0xff5b, 0xff5b, opening},
    {0xff5d, 0xff5d, closing},
    {0xff5e, 0xff5e, connector},
    {0xff5f, 0xff5f, opening},
    {0xff60, 0xff60, closing},
    {0xff61, 0xff61, full_stop},
    {0xff62, 0xff62, opening},
    {0xff63, 0xff63, closing},
    {0xff64, 0xff64, pause},
    {0xff65, 0xff65, middle_dot},
    {0xff67, 0xff6f, small_kana},
    {0xff70, 0xff70, prolonged_sound},
    {0xffe0, 0xffe0, suffix},
    {0xffe1, 0xffe1, prefix},
    {0xffe5, 0xffe6, prefix},
    {0x1b132, 0x1b132, small_kana},
    {0x1b150, 0x1b152, small_kana},
    {0x1b155, 0x1b155, small_kana},
    {0x1b164, 0x1b167, small_kana},
};

/// The class of a character by itself. Of an East Asian "ambiguous" character: letters are Western, symbols East Asian.
CharacterClass class_of(char32_t c) {
  if (c >= 0x4e00 && c <= 0x9fff) return ideograph;
  const auto* range = std::upper_bound(std::begin(class_ranges), std::end(class_ranges), c,
                                       [](char32_t value, const ClassRange& r) { return value < r.first; });
  if (range != std::begin(class_ranges) && c <= (range - 1)->last) return (range - 1)->character_class;
  if (c < 0x80) return latin;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
    case U_EA_HALFWIDTH:
      return ideograph;
    case U_EA_AMBIGUOUS:
      return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0 ? latin : ideograph;
    default:
      return latin;
  }
}

bool is_combining(char32_t c) {
  if (c >= 0x4e00 && c <= 0x9fff) return false;
  return c >= 0x300 && ((U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0 || (c >= 0x1f3fb && c <= 0x1f3ff));
}

bool is_ascii_closer(char32_t c) { return c < 0x80 && std::string_view(",;:!?)]}.").find(static_cast<char>(c)) != std::string_view::npos; }
bool is_ascii_opener(char32_t c) { return c == '(' || c == '[' || c == '{'; }
bool is_sign(char32_t c) { return c == '#' || c == 0xff03 || c == '+' || c == '-' || c == 0xb1 || c == 0x2212; }
bool is_numeral_separator(char32_t c) { return c == '.' || c == ',' || c == ':'; }
bool is_dash_character(char32_t c) { return c == 0x2014 || c == 0x2015; }

/// Classes that a character's neighbours decide.
class Context {
 public:
  explicit Context(std::vector<TextCharacter>& characters) : characters_(characters) {}

  void resolve() {
    for (std::size_t i = 0; i < characters_.size(); ++i) resolve_at(i);
    resolve_straight_quotes();
    // ASCII punctuation that follows or precedes such a mark goes with it: 好).
    for (std::size_t i = 1; i < characters_.size(); ++i)
      if (class_at(i - 1) == western_closing && is_free_closer(i)) characters_[i].character_class = western_closing;
    for (std::size_t i = characters_.size(); i-- > 1;)
      if (class_at(i) == western_opening && class_at(i - 1) == latin && is_ascii_opener(code(i - 1)))
        characters_[i - 1].character_class = western_opening;
  }

 private:
  void resolve_at(std::size_t i) {
    const char32_t c = code(i);
    CharacterClass& character_class = characters_[i].character_class;
    if (character_class == dash || character_class == ellipsis) {
      pair(i);
    } else if (c == 0xb7 || c == 0x2027 || c == 0x2010) {
      if (is_western(i - 1) && is_western(i + 1)) character_class = latin;
    } else if (character_class == ideograph && c < 0x2e80) {
      if (is_sign(c) && starts_numeral(i))
        character_class = prefix;
      else if (is_western(i - 1) && is_western(i + 1))
        character_class = latin;
    } else if (c < 0x80 || is_sign(c)) {
      resolve_ascii(i, c);
    }
  }

  void resolve_ascii(std::size_t i, char32_t c) {
    CharacterClass& character_class = characters_[i].character_class;
    if (is_numeral_separator(c) && is_digit(i - 1) && is_digit(i + 1)) {
      character_class = numeral;
    } else if (is_sign(c) && starts_numeral(i)) {
      character_class = prefix;
    } else if (is_ascii_closer(c) && (is_east_asian(i - 1) || is_east_asian(i + 1))) {
      character_class = western_closing;
    } else if (is_ascii_opener(c) && (is_east_asian(i - 1) || is_east_asian(i + 1))) {
      character_class = western_opening;
    } else if (c == '/' && is_east_asian(i - 1) && is_east_asian(i + 1)) {
      character_class = solidus;
    }
  }

  /// Straight quotes open and close by turns; those beside East Asian characters are then marks that keep to their side.
  void resolve_straight_quotes() {
    const auto is_quote = [](const TextCharacter& character) { return character.code_point == '"'; };
    if (std::count_if(characters_.begin(), characters_.end(), is_quote) % 2 != 0) return;
    bool opens = true;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (!is_quote(characters_[i])) continue;
      if (is_east_asian(i - 1) || is_east_asian(i + 1)) characters_[i].character_class = opens ? western_opening : western_closing;
      opens = !opens;
    }
  }

  /// Dashes and ellipses go by twos from the beginning of their row. A dash alone joins two things.
  void pair(std::size_t i) {
    const char32_t c = code(i);
    if (c == 0x2e3a) return;
    std::size_t before = 0;
    while (before < i && code(i - before - 1) == c) ++before;
    const bool alone = before == 0 && code(i + 1) != c;
    if (alone && is_dash_character(c)) characters_[i].character_class = connector;
    const bool is_last_of_odd_row = before % 2 == 0 && before > 0 && code(i + 1) != c;
    characters_[i].joins_previous = before % 2 == 1 || is_last_of_odd_row;
  }

  bool starts_numeral(std::size_t i) const { return is_digit(i + 1) && !is_western(i - 1); }
  bool is_free_closer(std::size_t i) const { return class_at(i) == latin && is_ascii_closer(code(i)); }

  // Indices outside the paragraph (before the first: the largest value) belong to nothing.
  char32_t code(std::size_t i) const { return i < characters_.size() ? characters_[i].code_point : 0; }
  CharacterClass class_at(std::size_t i) const { return i < characters_.size() ? characters_[i].character_class : forced_break; }
  bool is_digit(std::size_t i) const { return code(i) >= '0' && code(i) <= '9'; }
  bool is_western(std::size_t i) const { return i < characters_.size() && is_western_letter_or_digit(code(i)); }
  bool is_east_asian(std::size_t i) const {
    static constexpr ClassSet not_east_asian{space, numeral, latin, western_opening, western_closing, forced_break, invisible, reference};
    static constexpr ClassSet by_width{prefix, suffix};
    return by_width.contains(class_at(i)) ? code(i) >= 0x3000 : !not_east_asian.contains(class_at(i));
  }

  std::vector<TextCharacter>& characters_;
};

void apply_quotes(std::vector<TextCharacter>& characters, const std::vector<ResolvedQuote>& quotes) {
  auto quote = quotes.begin();
  for (TextCharacter& character : characters) {
    if (quote == quotes.end()) return;
    if (character.offset != quote->offset) continue;
    if (quote->kind != QuoteKind::cjk) character.character_class = latin;
    ++quote;
  }
}

/// A raised or lowered stretch inside a Western word belongs to the word (H₂O); any other hangs on the character before it.
void apply_references(std::vector<TextCharacter>& characters, const std::vector<TextRange>& references) {
  const auto at = [&](std::uint32_t offset) {
    return std::lower_bound(characters.begin(), characters.end(), offset,
                            [](const TextCharacter& c, std::uint32_t o) { return c.offset < o; });
  };
  for (const TextRange& range : references) {
    const auto first = at(range.begin), last = at(range.end);
    const bool inside_word = first != characters.begin() && western_text.contains((first - 1)->character_class) &&
                             last != characters.end() && western_text.contains(last->character_class);
    if (inside_word) continue;
    for (auto character = first; character != last; ++character) character->character_class = reference;
  }
}

}  // namespace

std::vector<TextCharacter> classify(std::string_view text, Locale locale, const std::vector<TextRange>& references) {
  std::vector<TextCharacter> characters;
  characters.reserve(text.size() / 2);
  for (std::size_t offset = 0; offset < text.size();) {
    TextCharacter character{.offset = static_cast<std::uint32_t>(offset)};
    character.code_point = utf8::decode(text, offset);
    const bool joins = !characters.empty() && is_combining(character.code_point);
    character.character_class = joins ? characters.back().character_class : class_of(character.code_point);
    characters.push_back(character);
  }
  apply_quotes(characters, resolve_quotes(text, locale));
  Context(characters).resolve();
  apply_references(characters, references);
  return characters;
}

}  // namespace banxin
