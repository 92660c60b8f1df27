#include "line/sense_breaks.h"

#include <algorithm>
#include <optional>

#include "text/character_class.h"
#include "text/locale_rules.h"
#include "text/segmentation.h"

namespace banxin {
namespace {

constexpr ClassSet blanks{CharacterClass::space, CharacterClass::ideographic_space};
constexpr ClassSet openers{CharacterClass::opening, CharacterClass::western_opening};
constexpr ClassSet closers{CharacterClass::closing, CharacterClass::western_closing};
/// No line begins with these.
constexpr ClassSet never_first{CharacterClass::closing,
                               CharacterClass::pause,
                               CharacterClass::full_stop,
                               CharacterClass::colon,
                               CharacterClass::exclamation,
                               CharacterClass::connector,
                               CharacterClass::fixed_exclamation,
                               CharacterClass::middle_dot,
                               CharacterClass::ellipsis,
                               CharacterClass::solidus,
                               CharacterClass::suffix,
                               CharacterClass::iteration,
                               CharacterClass::kana_iteration,
                               CharacterClass::prolonged_sound,
                               CharacterClass::small_kana,
                               CharacterClass::western_closing,
                               CharacterClass::reference,
                               CharacterClass::invisible,
                               CharacterClass::dash};
/// No line ends with these.
constexpr ClassSet never_last{CharacterClass::opening,   CharacterClass::western_opening, CharacterClass::prefix,
                              CharacterClass::connector, CharacterClass::middle_dot,      CharacterClass::solidus};
/// After these the sense pauses.
constexpr ClassSet sense_marks{CharacterClass::colon,       CharacterClass::full_stop,
                               CharacterClass::exclamation, CharacterClass::fixed_exclamation,
                               CharacterClass::ellipsis,    CharacterClass::dash};
constexpr ClassSet western_words = western_text | ClassSet{CharacterClass::hangul};

constexpr char32_t enumeration_comma = 0x3001;
bool is_bar(char32_t code_point) { return code_point == '|' || code_point == 0xff5c; }
constexpr int longest_whole_phrase = 20;  // characters; no line of a headline is longer

/// A quoted or bracketed stretch, as indices of its marks.
struct Phrase {
  std::size_t opening, closing;
  bool speech;
};

class Finder {
 public:
  Finder(std::string_view text, Locale locale)
      : characters_(classify(text, locale)),
        words_(segment_words(text, locale)),
        graphemes_(grapheme_boundaries(text)),
        joining_(locale_rules(locale).words) {
    end_ = static_cast<std::uint32_t>(text.size());
    find_phrases();
  }

  std::vector<SenseBreak> run() {
    std::vector<SenseBreak> result;
    for (std::size_t next = 1; next < characters_.size(); ++next) {
      if (is_blank(next) || characters_[next].joins_previous) continue;
      std::size_t last = next - 1;
      while (last > 0 && is_blank(last)) --last;
      if (is_blank(last) || is_forbidden(last, next)) continue;
      if (const auto found = judge(last, next)) result.push_back(*found);
    }
    return result;
  }

 private:
  CharacterClass class_at(std::size_t index) const { return characters_[index].character_class; }
  bool is_blank(std::size_t index) const { return blanks.contains(class_at(index)); }
  std::uint32_t end_of(std::size_t index) const { return index + 1 < characters_.size() ? characters_[index + 1].offset : end_; }

  bool is_forbidden(std::size_t last, std::size_t next) const {
    return never_first.contains(class_at(next)) || (never_last.contains(class_at(last)) && last + 1 == next);
  }

  void find_phrases() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (openers.contains(class_at(i))) open.push_back(i);
      if (!closers.contains(class_at(i)) || open.empty() || class_at(i) == CharacterClass::western_closing) continue;
      const std::size_t opening = open.back();
      open.pop_back();
      const bool whole_text = opening == 0 && i + 1 == characters_.size();
      if (!whole_text) phrases_.push_back({opening, i, opening > 0 && class_at(opening - 1) == CharacterClass::colon});
    }
  }

  /// What the brackets around a break add to its penalty; the break between `next` - 1 and `next`.
  int phrase_penalty(std::size_t next) const {
    int penalty = 0;
    for (const Phrase& phrase : phrases_) {
      if (next <= phrase.opening || next > phrase.closing) continue;
      const bool whole = !phrase.speech && phrase.closing - phrase.opening - 1 <= longest_whole_phrase;
      penalty = std::max(penalty, whole ? sense_penalty::in_phrase : sense_penalty::in_speech);
    }
    return penalty;
  }

  std::optional<SenseBreak> judge(std::size_t last, std::size_t next) {
    while (words_[word_].end <= characters_[next].offset) ++word_;
    const bool at_word = words_[word_].begin == characters_[next].offset;
    const int in_phrase = phrase_penalty(next);
    SenseBreak result{end_of(last), characters_[next].offset, 0, in_phrase == sense_penalty::in_phrase};
    if (at_word) {
      const auto penalty = penalty_between(last, next);
      if (!penalty) return std::nullopt;
      result.penalty = *penalty + in_phrase;
      return result;
    }
    if (!std::binary_search(graphemes_.begin(), graphemes_.end(), result.next_begin)) return std::nullopt;
    const bool western = western_words.contains(class_at(last)) && western_words.contains(class_at(next));
    result.penalty = (western ? sense_penalty::in_western_word : sense_penalty::in_word) + in_phrase;
    result.last_resort = true;
    return result;
  }

  std::optional<int> penalty_between(std::size_t last, std::size_t next) const {
    const bool blank = last + 1 != next;
    if (words_[word_].kind == Word::Kind::particle) return std::nullopt;
    const bool western = western_words.contains(class_at(last)) || western_words.contains(class_at(next));
    if (blank && western && class_at(next - 1) == CharacterClass::space) {
      if (sense_marks.contains(class_at(last))) return sense_penalty::sense;
      const bool model = class_at(last) == CharacterClass::latin && class_at(next) == CharacterClass::numeral;  // Mate 70, Windows 11
      return model ? sense_penalty::after_single : sense_penalty::between_words;
    }
    if (blank) return sense_penalty::at_blank;
    if (class_at(last) == CharacterClass::dash || is_bar(characters_[last].code_point)) return sense_penalty::at_blank;
    if (words_[word_ - 1].kind == Word::Kind::function_word) return sense_penalty::after_function_word;
    if (sense_marks.contains(class_at(last))) return sense_penalty::sense;
    if (class_at(last) == CharacterClass::pause) {
      return characters_[last].code_point == enumeration_comma ? sense_penalty::after_enumeration : sense_penalty::sense;
    }
    if (openers.contains(class_at(next))) return sense_penalty::before_opening;
    if (closers.contains(class_at(last))) return sense_penalty::after_closing;
    return penalty_between_words(last, next);
  }

  std::optional<int> penalty_between_words(std::size_t last, std::size_t next) const {
    const Word& after = words_[word_];
    const Word& before = words_[word_ - 1];
    const bool marks = before.kind == Word::Kind::mark || after.kind == Word::Kind::mark;
    const bool western = western_words.contains(class_at(last)) || western_words.contains(class_at(next));
    if (western && (marks || joining_ == WordJoining::western)) return std::nullopt;
    if (after.kind == Word::Kind::function_word) return sense_penalty::before_function_word;
    if (before.characters == 1) return sense_penalty::after_single;
    return after.characters == 1 ? sense_penalty::before_single : sense_penalty::between_words;
  }

  std::vector<TextCharacter> characters_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> graphemes_;
  std::vector<Phrase> phrases_;
  WordJoining joining_;
  std::uint32_t end_ = 0;
  std::size_t word_ = 0;
};

}  // namespace

std::vector<SenseBreak> sense_breaks(std::string_view text, Locale locale) { return Finder(text, locale).run(); }

}  // namespace banxin
