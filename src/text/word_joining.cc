#include "text/word_joining.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/locale_rules.h"
#include "text/word_lists.h"

namespace banxin {
namespace {

/// A word on its way: what ICU gives, then more and more of it joined.
struct Token {
  std::uint32_t begin = 0, end = 0;
  Word::Kind kind = Word::Kind::content;
  int characters = 0;
  bool single = false;    ///< one ideograph or a run of such, which the dictionary does not know together
  bool numeral = false;   ///< a number that still wants its measure word
  bool counted = false;   ///< a number with its measure word
  bool hiragana = false;  ///< nothing but hiragana
  bool closed = false;    ///< a Japanese word with its particle
  char32_t first = 0, last = 0;
};

bool is_script(char32_t character, UScriptCode script) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(character), &status) == script;
}

bool is_word_character(char32_t character) {
  constexpr std::uint32_t letters_marks_numbers = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & letters_marks_numbers) != 0;
}

bool is_per_cent(char32_t character) { return character == '%' || character == 0xff05 || character == 0x2030 || character == 0x2103; }
bool is_middle_dot(char32_t character) { return character == 0xb7 || character == 0x2027 || character == 0x30fb; }
bool is_number_sign(char32_t character) { return character == U'号' || character == U'號'; }
bool is_content(const Token& token) { return token.kind == Word::Kind::content; }
/// A number by its characters, 第 or 近 before it allowed: 30, 三十, 第四, 近百; or nothing of the kind.
bool is_numeral(const std::u32string& characters) {
  if (characters == U"数" || characters == U"數") return false;
  const std::size_t first = characters.size() > 1 && (characters[0] == U'第' || characters[0] == U'近') ? 1 : 0;
  return std::all_of(characters.begin() + static_cast<std::ptrdiff_t>(first), characters.end(), is_numeral_character);
}

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<std::uint32_t>& boundaries, Locale locale)
      : text_(text), joining_(locale_rules(locale).words) {
    for (std::size_t i = 0; i + 1 < boundaries.size(); ++i) tokens_.push_back(token(boundaries[i], boundaries[i + 1]));
  }

  std::vector<Word> words() {
    if (joining_ == WordJoining::chinese) {
      join_listed_words();
      join(&Joiner::belongs_to_number);
      join(&Joiner::is_suffix_of);
      join(&Joiner::is_unknown_together);
      join(&Joiner::has_prefix);
      join(&Joiner::ends_in_particle);
      join(&Joiner::is_numbered_name);
    } else if (joining_ == WordJoining::japanese) {
      join(&Joiner::belongs_to_number);
      join(&Joiner::is_kanji_suffix_of);
      join(&Joiner::is_kana_of);
    } else {
      join(&Joiner::is_western_together);
    }
    join(&Joiner::is_name_with_dot);
    std::vector<Word> result;
    for (const Token& token : tokens_) result.push_back({token.begin, token.end, token.kind, token.characters});
    return result;
  }

 private:
  using Rule = bool (Joiner::*)(const Token& before, const Token& after) const;

  std::string_view text_of(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }

  Token token(std::uint32_t begin, std::uint32_t end) const {
    const std::u32string characters = utf8::decode_all(text_.substr(begin, end - begin));
    Token result{begin, end};
    result.characters = static_cast<int>(characters.size());
    result.first = characters.front();
    result.last = characters.back();
    if (!is_word_character(result.first)) {
      result.kind = Word::Kind::mark;
      return result;
    }
    const bool chinese = joining_ == WordJoining::chinese;
    const bool particle =
        joining_ == WordJoining::japanese ? is_japanese_particle(text_of(result)) : chinese && is_particle(text_of(result));
    if (particle) result.kind = Word::Kind::particle;
    if (chinese && is_function_word(text_of(result))) result.kind = Word::Kind::function_word;
    result.single = characters.size() == 1 && is_content(result) && is_script(result.first, USCRIPT_HAN);
    result.numeral = is_content(result) && is_numeral(characters);
    result.hiragana = std::all_of(characters.begin(), characters.end(), [](char32_t c) { return is_script(c, USCRIPT_HIRAGANA); });
    return result;
  }

  static Token joined(const Token& before, const Token& after) {
    Token result = before;
    result.end = after.end;
    result.kind = Word::Kind::content;
    result.characters += after.characters;
    result.last = after.last;
    result.single = before.single && after.single;
    result.counted = before.counted || (before.numeral && !after.numeral);
    result.numeral = before.numeral && after.numeral;
    result.hiragana = before.hiragana && after.hiragana;
    return result;
  }

  /// Goes through the tokens once; each joins what has been joined so far when the rule says so.
  void join(Rule rule) {
    std::vector<Token> result;
    for (const Token& token : tokens_) {
      if (result.empty() || !(this->*rule)(result.back(), token)) {
        result.push_back(token);
        continue;
      }
      const bool closed = is_japanese_particle(text_of(token));
      result.back() = joined(result.back(), token);
      result.back().closed = closed;
    }
    tokens_ = std::move(result);
  }

  void join_listed_words() {
    std::vector<Token> result;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::size_t end = tokens_[i].begin + listed_word_length(text_.substr(tokens_[i].begin));
      const auto last = std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(i), tokens_.end(),
                                     [&](const Token& token) { return token.end >= end; });
      result.push_back(tokens_[i]);
      if (last == tokens_.end() || last->end != end) continue;
      for (; &tokens_[i] != &*last; ++i) result.back() = joined(result.back(), tokens_[i + 1]);
      result.back().single = result.back().numeral = result.back().counted = false;
    }
    tokens_ = std::move(result);
  }

  bool belongs_to_number(const Token& before, const Token& after) const {
    constexpr int longest_measure_word = 2;
    if (before.numeral)
      return is_per_cent(after.first) || (is_content(after) && (after.numeral || after.characters <= longest_measure_word));
    if (before.counted && follows_number(text_of(after))) return true;
    return before.counted && after.single && is_measure_character(after.first) && is_measure_character(before.last);
  }

  bool is_suffix_of(const Token& before, const Token& after) const {
    return is_content(before) && before.characters > 1 && !before.counted && is_script(before.last, USCRIPT_HAN) && after.single &&
           is_suffix(after.first);
  }

  bool is_unknown_together(const Token& before, const Token& after) const { return before.single && after.single; }

  bool has_prefix(const Token& before, const Token& after) const {
    return before.single && before.characters == 1 && is_prefix(before.first) && is_content(after);
  }

  bool ends_in_particle(const Token& before, const Token& after) const { return is_content(before) && after.kind == Word::Kind::particle; }

  bool is_numbered_name(const Token& before, const Token& after) const {
    return is_content(before) && !before.counted && is_content(after) && is_numeral_character(after.first) && is_number_sign(after.last);
  }

  bool is_kanji_suffix_of(const Token& before, const Token& after) const {
    return is_content(before) && !before.hiragana && before.characters > 1 && after.single && !after.numeral;
  }

  bool is_kana_of(const Token& before, const Token& after) const {
    if (!is_content(before) || !after.hiragana) return false;
    return !before.closed || after.characters == 1 || is_japanese_particle(text_of(after));
  }

  bool is_western_together(const Token& before, const Token& after) const {
    return is_content(before) && (is_content(after) || is_per_cent(after.first));
  }

  bool is_name_with_dot(const Token& before, const Token& after) const {
    return is_content(before) && (is_middle_dot(before.last) ? is_content(after) : is_middle_dot(after.first));
  }

  std::string_view text_;
  WordJoining joining_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Word> join_words(std::string_view text, const std::vector<std::uint32_t>& boundaries, Locale locale) {
  return Joiner(text, boundaries, locale).words();
}

}  // namespace banxin
