#include "text/line_break.h"

#include <algorithm>
#include <string_view>

#include "text/break_levels.h"
#include "text/spacing_class.h"
#include "text/unicode_line_break.h"

namespace banxin {
namespace {

using enum CharacterClass;

constexpr int pause_penalty = -3, ordinal_penalty = 200;
constexpr int short_part_of_word = 3;
constexpr char32_t ordinal_sign = U'第', soft_hyphen = 0xad;
constexpr std::u32string_view unit_ideographs = U"年月日时時分秒点元万亿億吨米人次名岁页版章节条期届년월일시분초원명";

constexpr ClassSet all_spaces{space, ideographic_space};
constexpr ClassSet marks_that_close{closing, pause, full_stop, colon, exclamation};
constexpr ClassSet marks_that_pause{pause, full_stop, exclamation, fixed_exclamation};
constexpr ClassSet letters{ideograph, hangul, numeral, latin, iteration, kana_iteration, prolonged_sound, small_kana};

/// UAX #14 class of an ideograph or symbol: what it leaves to the language is East Asian here.
LineBreakClass ideographic_class(LineBreakClass unicode) { return unicode == LineBreakClass::AL ? LineBreakClass::ID : unicode; }

/// Signs inside a word (C++) do not hold what follows the word.
LineBreakClass western_class(const std::vector<TextCharacter>& characters, std::size_t i) {
  const LineBreakClass unicode = line_break_class(characters[i].code_point);
  switch (characters[i].code_point) {
    case 0x2018:
    case 0x201c:
      return LineBreakClass::OP;
    case 0x201d:
      return LineBreakClass::CL;
    case 0x2019:
      return i > 0 && characters[i - 1].character_class == space ? LineBreakClass::AL : LineBreakClass::CL;
    default:
      return unicode == LineBreakClass::PR || unicode == LineBreakClass::PO ? LineBreakClass::AL : unicode;
  }
}

LineBreakClass suffix_class(const std::vector<TextCharacter>& characters, std::size_t i) {
  const LineBreakClass unicode = line_break_class(characters[i].code_point);
  const bool after_numeral = i > 0 && characters[i - 1].character_class == numeral;
  return unicode == LineBreakClass::ID && !after_numeral ? unicode : LineBreakClass::PO;
}

/// The class for the Unicode algorithm, tailored by what the character is in its context.
LineBreakClass tailored_class(const std::vector<TextCharacter>& characters, std::size_t i, const LevelRules& level) {
  const CharacterClass c = characters[i].character_class;
  const char32_t code_point = characters[i].code_point;
  const LineBreakClass unicode = line_break_class(code_point);
  if (unicode == LineBreakClass::CM || unicode == LineBreakClass::ZWJ || unicode == LineBreakClass::EM) return unicode;
  switch (c) {
    case ideograph:
      return ideographic_class(unicode);
    case opening:
      return LineBreakClass::OP_wide;
    case closing:
      return LineBreakClass::CL;
    case middle_dot:
      return LineBreakClass::NS;
    case connector:
      return unicode == LineBreakClass::BA ? unicode : LineBreakClass::NS;
    case solidus:
      return code_point == '/' ? unicode : LineBreakClass::NS;
    case dash:
      return LineBreakClass::B2;
    case ellipsis:
      return level.stay_with_previous.contains(c) ? LineBreakClass::IN : LineBreakClass::ID;
    case prolonged_sound:
    case small_kana:
      return level.stay_with_previous.contains(c) ? LineBreakClass::NS : LineBreakClass::ID;
    case prefix:
      return LineBreakClass::PR;
    case suffix:
      return suffix_class(characters, i);
    case western_opening:
      return unicode == LineBreakClass::QU ? LineBreakClass::OP : unicode;
    case western_closing:
      return unicode == LineBreakClass::QU ? LineBreakClass::CL : unicode;
    case latin:
      return western_class(characters, i);
    default:
      return unicode;
  }
}

bool is_url_break_character(char32_t c) { return c == '/' || c == '.' || c == '-' || c == '?' || c == '&'; }
bool is_url_character(char32_t c) { return c > 0x20 && c < 0x7f; }

class Finder {
 public:
  Finder(const std::vector<TextCharacter>& characters, const CompositionOptions& options)
      : characters_(characters), options_(options), level_(level_rules(options.level)), breaks_(characters.size()) {
    classes_.reserve(characters.size());
    for (std::size_t i = 0; i < characters.size(); ++i) classes_.push_back(tailored_class(characters, i, level_));
  }

  std::vector<LineBreak> find() {
    const std::vector<UnicodeBreak> unicode = unicode_line_breaks(classes_);
    for (std::size_t i = 1; i < characters_.size(); ++i) {
      if (unicode[i] == UnicodeBreak::mandatory) {
        breaks_[i].kind = BreakKind::forced;
      } else {
        decide(i, unicode[i] == UnicodeBreak::allowed);
      }
    }
    find_urls();
    return std::move(breaks_);
  }

 private:
  CharacterClass class_at(std::size_t i) const { return characters_[i].character_class; }
  char32_t code(std::size_t i) const { return i < characters_.size() ? characters_[i].code_point : 0; }
  bool is_letter(std::size_t i) const { return is_western_letter_or_digit(code(i)) && class_at(i) == latin; }

  void decide(std::size_t i, bool unicode_allows) {
    LineBreak& place = breaks_[i];
    if (is_glued(i)) {
      place.inseparable = true;
    } else if (western_text.contains(class_at(i - 1)) && western_text.contains(class_at(i))) {
      decide_inside_word(i);
    } else if (is_beside_soft_hyphen(i)) {
      place.inseparable = place.inside_word = true;
    } else if (is_unit(i)) {
      place.inseparable = true;
    } else if (is_allowed(i, unicode_allows)) {
      place.kind = BreakKind::allowed;
      place.penalty = penalty(i);
    } else if (is_last_of_crowded_marks(i)) {
      place.kind = BreakKind::emergency;
      place.penalty = crowded_marks_penalty;
    }
  }

  /// What holds characters together at every level: combining marks, joiners, no-break spaces, pairs of regional indicators.
  bool is_glued(std::size_t i) const {
    using enum LineBreakClass;
    const LineBreakClass before = classes_[i - 1], after = classes_[i];
    if (after == CM && !all_spaces.contains(class_at(i - 1))) return true;
    return after == ZWJ || after == WJ || after == EM || after == GL || before == WJ || before == GL || before == ZWJ ||
           (before == RI && after == RI);
  }

  void decide_inside_word(std::size_t i) {
    LineBreak& place = breaks_[i];
    place.inseparable = place.inside_word = true;
    const bool after_hyphen = code(i - 1) == '-' || code(i - 1) == 0x2010;
    if (!after_hyphen || i < 2 || !is_letter(i - 2) || !is_letter(i)) return;
    place.kind = BreakKind::allowed;
    place.hyphen = true;
    place.inside_word = false;
    place.penalty = hyphen_penalty(options_.weights, letters_before(i - 1), letters_from(i));
  }

  /// A line may end here only with a hyphen drawn: that is hyphenation's to allow.
  bool is_beside_soft_hyphen(std::size_t i) const { return code(i - 1) == soft_hyphen || code(i) == soft_hyphen; }

  int letters_before(std::size_t i) const {
    int count = 0;
    while (i > 0 && is_letter(i - 1)) --i, ++count;
    return count;
  }
  int letters_from(std::size_t i) const {
    int count = 0;
    while (i < characters_.size() && is_letter(i)) ++i, ++count;
    return count;
  }

  /// Two-em dashes and ellipses, numerals with their signs and units, note marks with what they note.
  bool is_unit(std::size_t i) const {
    const CharacterClass before = class_at(i - 1), after = class_at(i);
    if (after == reference && !all_spaces.contains(before)) return true;
    if (characters_[i].joins_previous) return after == dash ? !level_.splits_dashes : !level_.splits_ellipses;
    if (before == prefix && after == numeral) return !level_.splits_prefixes;
    if (before == numeral && after == suffix) return !level_.may_start.contains(after);
    const bool western_affix =
        (before == latin && after == suffix && code(i) < 0x3000) || (after == latin && before == prefix && code(i - 1) < 0x3000);
    return western_affix;
  }

  bool is_allowed(std::size_t i, bool unicode_allows) const {
    const CharacterClass before = class_at(i - 1), after = class_at(i);
    if (all_spaces.contains(after) || after == invisible || after == forced_break) return false;
    if (after == western_closing || class_at(place_before_spaces(i)) == western_opening) return false;
    if (level_.free) return true;
    if (level_.may_not_start.contains(after) || may_not_end(i)) return false;
    if (level_.keeps_words && options_.hangul_break != HangulBreak::syllables && letters.contains(before) && letters.contains(after))
      return false;
    return unicode_allows || level_.may_start.contains(after);
  }

  bool may_not_end(std::size_t i) const {
    const std::size_t at = place_before_spaces(i);
    const CharacterClass last = class_at(at);
    const bool western_quote_opens = last == latin && (code(at) == 0x2018 || code(at) == 0x201c);
    return western_quote_opens || (level_.may_not_end.contains(last) && (last != prefix || class_at(i) == numeral));
  }

  std::size_t place_before_spaces(std::size_t i) const {
    do --i;
    while (i > 0 && all_spaces.contains(class_at(i)));
    return i;
  }

  int penalty(std::size_t i) const {
    int result = 0;
    if (options_.soft_penalties) result = std::max(result, soft_penalty(i));
    if (class_at(i) == ellipsis) result = std::max(result, level_.before_ellipsis);
    if (class_at(i) == dash) result = std::max(result, level_.before_dash);
    if (result == 0 && marks_that_pause.contains(class_at(i - 1))) result = pause_penalty;
    return result;
  }

  /// A typed space between the numeral and its unit changes nothing.
  int soft_penalty(std::size_t i) const {
    const std::size_t before = class_at(i - 1) == space && i > 1 ? i - 2 : i - 1;
    if (class_at(before) == numeral && unit_ideographs.find(code(i)) != std::u32string_view::npos) return options_.weights.unit;
    return code(before) == ordinal_sign && class_at(i) == numeral ? ordinal_penalty : 0;
  }

  /// The last of three or more closing marks may start a line where nothing else fits (CLREQ 3.1.4).
  bool is_last_of_crowded_marks(std::size_t i) const {
    if (i < 2 || (i + 1 < characters_.size() && marks_that_close.contains(class_at(i + 1)))) return false;
    return marks_that_close.contains(class_at(i)) && marks_that_close.contains(class_at(i - 1)) &&
           marks_that_close.contains(class_at(i - 2));
  }

  void find_urls() {
    for (std::size_t begin = 0; begin < characters_.size(); ++begin) {
      if (!is_url_character(code(begin))) continue;
      std::size_t end = begin;
      std::string token;
      for (; end < characters_.size() && is_url_character(code(end)); ++end) token += static_cast<char>(code(end));
      if (token.starts_with("www.") || token.find("://") != std::string::npos) break_url(begin, end);
      begin = end;
    }
  }

  void break_url(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      const bool here = is_url_break_character(code(i - 1)) && !is_url_break_character(code(i));
      breaks_[i] = {.kind = here ? BreakKind::emergency : BreakKind::prohibited,
                    .inseparable = true,
                    .inside_word = !here,
                    .penalty = here ? options_.weights.emergency : 0};
    }
  }

  const std::vector<TextCharacter>& characters_;
  const CompositionOptions& options_;
  const LevelRules& level_;
  std::vector<LineBreakClass> classes_;
  std::vector<LineBreak> breaks_;
};

}  // namespace

int hyphen_penalty(const CompositionWeights& weights, int letters_before, int letters_after) {
  return std::min(letters_before, letters_after) < short_part_of_word ? 2 * weights.hyphen : weights.hyphen;
}

std::vector<LineBreak> find_line_breaks(const std::vector<TextCharacter>& characters, const CompositionOptions& options) {
  return Finder(characters, options).find();
}

}  // namespace banxin
