#include "text/half_width_marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "text/markup_character.h"
#include "text/scripts.h"

namespace banxin {

namespace {

constexpr std::u32string_view address_marks = U"-._~:/?#[]@!$&'()*+,;=%";

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hangul(char32_t c) { return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3130 && c <= 0x318f); }
bool is_kana(char32_t c) { return c >= 0x3040 && c <= 0x30ff; }
/// What numbers are written with, besides digits.
bool is_number_sign(char32_t c) { return is_digit(c) || c == '.' || c == '%' || c == U'‰' || c == U'℃' || c == '+' || c == '-'; }
/// Marks that open or close, whatever the width: what they hold or follow decides.
bool is_seen_through(char32_t c) {
  return is_opening_mark(c) || is_closing_mark(c) || c == ',' || c == ':' || c == ';' || c == '?' || c == '!' || c == '"' || c == '\'';
}
bool is_east_asian_text(char32_t c) { return is_east_asian(c) && !is_hangul(c) && !is_white_space(c); }

struct Character {
  char32_t code_point = 0;
  std::uint32_t begin = 0, end = 0;
  bool literal = false;
};

char32_t full_width(char32_t mark, bool japanese) {
  if (mark == ',' && japanese) return U'、';
  return mark + 0xfee0;  // U+FF01 to U+FF5E stand for U+0021 to U+007E, in order
}

std::string_view spelled(char32_t mark) {
  switch (mark) {
    case U'，':
      return "，";
    case U'、':
      return "、";
    case U'：':
      return "：";
    case U'；':
      return "；";
    case U'？':
      return "？";
    case U'！':
      return "！";
    case U'（':
      return "（";
    case U'）':
      return "）";
    case U'“':
      return "“";
    default:
      return "”";
  }
}

class MarkFinder {
 public:
  MarkFinder(std::string_view text, const std::vector<TextRange>& literal) : text_(text) {
    auto range = literal.begin();
    for (std::size_t at = 0; at < text.size();) {
      Character character;
      character.begin = static_cast<std::uint32_t>(at);
      character.code_point = utf8::decode(text, at);
      character.end = static_cast<std::uint32_t>(at);
      while (range != literal.end() && range->end <= character.begin) ++range;
      character.literal = range != literal.end() && range->begin <= character.begin;
      characters_.push_back(character);
    }
    wide_.assign(characters_.size(), 0);
  }

  std::vector<WideMark> find() {
    if (!is_in_scope()) return {};
    protect_addresses();
    find_pauses();
    find_quotes();
    find_parentheses();
    return collected();
  }

 private:
  bool is_in_scope() {
    std::size_t east_asian = 0, hangul = 0;
    for (const Character& c : characters_) {
      hangul += is_hangul(c.code_point);
      east_asian += is_east_asian_text(c.code_point);
      japanese_ = japanese_ || is_kana(c.code_point);
    }
    return east_asian > 0 && east_asian >= hangul;
  }

  /// Addresses of the web and of mail run up to a blank or an East Asian character; marks at their end are the sentence's.
  void protect_addresses() {
    for (const std::string_view beginning : {"://", "www.", "@"}) {
      for (std::size_t found = text_.find(beginning); found != std::string_view::npos; found = text_.find(beginning, found + 1)) {
        std::size_t begin = index_at(found), end = begin;
        while (begin > 0 && is_address_character(begin - 1)) --begin;
        while (end < characters_.size() && is_address_character(end)) ++end;
        while (end > begin && std::u32string_view(U",;:!?)").find(at(end - 1)) != std::u32string_view::npos) --end;
        for (std::size_t i = begin; i < end; ++i) characters_[i].literal = true;
      }
    }
  }

  void find_pauses() {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      const char32_t c = at(i);
      const bool pause = c == ',' || c == ':' || c == ';' || c == '?' || c == '!';
      if (pause && !characters_[i].literal && !is_smiley(i) && is_east_asian_pause(i)) wide_[i] = full_width(c, japanese_);
    }
  }

  /// A pause belongs to what it ends; what follows decides when that is a Western word or a number.
  bool is_east_asian_pause(std::size_t i) const {
    const char32_t left = at(i - 1), right = at(i + 1);
    if (is_digit(left) && is_digit(right)) return false;
    if (seen_before(i) || seen_after(i)) return true;
    if (is_number_sign(left) && beyond_number_before(i)) return is_number_sign(right) || is_white_space(right) || right == 0;
    return false;
  }

  /// The nearest character before `i` that is not a bracket, quote or pause is East Asian.
  bool seen_before(std::size_t i) const {
    for (char32_t c; i > 0 && (c = at(i - 1)) != 0; --i) {
      if (is_east_asian_text(c)) return true;
      if (!is_seen_through(c)) return false;
    }
    return false;
  }
  bool seen_after(std::size_t i) const {
    for (++i; i < characters_.size(); ++i) {
      const char32_t c = at(i);
      if (is_east_asian_text(c)) return true;
      if (!is_seen_through(c) && c != ' ') return false;
    }
    return false;
  }
  /// Before the number that ends at `i` stands an East Asian character: 增长12%,
  bool beyond_number_before(std::size_t i) const {
    while (i > 0 && is_number_sign(at(i - 1))) --i;
    return i > 0 && is_east_asian_text(at(i - 1));
  }

  bool is_smiley(std::size_t i) const {
    const char32_t c = at(i);
    if (c != ':' && c != ';') return false;
    const std::size_t mouth = at(i + 1) == '-' ? i + 2 : i + 1;
    if (at(mouth) != ')') return false;
    std::ptrdiff_t open = 0;
    for (std::size_t j = 0; j < i; ++j) open += at(j) == '(' ? 1 : at(j) == ')' ? -1 : 0;
    return open <= 0;
  }

  /// Straight quotes open and close in turn; one behind a digit that nothing opened is an inch mark.
  void find_quotes() {
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (at(i) != '"' || characters_[i].literal) continue;
      if (!open) {
        if (!is_digit(at(i - 1))) open = i;
      } else {
        if (holds_or_touches_east_asian(*open, i)) {
          wide_[*open] = U'“';
          wide_[i] = U'”';
        }
        open.reset();
      }
    }
  }

  void find_parentheses() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].literal || is_mouth(i)) continue;
      if (at(i) == '(') {
        open.push_back(i);
      } else if (at(i) == ')' && !open.empty()) {
        widen_parentheses(open.back(), i);
        open.pop_back();
      } else if (at(i) == ')' && i > 0 && is_east_asian_text(at(i - 1))) {
        wide_[i] = U'）';
      }
    }
    for (const std::size_t i : open) {
      if (is_east_asian_text(at(i + 1)) || (i > 0 && is_east_asian_text(at(i - 1)))) wide_[i] = U'（';
    }
  }
  bool is_mouth(std::size_t i) const {
    return at(i) == ')' && ((i > 0 && is_smiley(i - 1)) || (i > 1 && at(i - 1) == '-' && is_smiley(i - 2)));
  }

  /// The arguments of f(x) are Western, whatever stands behind them.
  void widen_parentheses(std::size_t open, std::size_t close) {
    const bool holds = holds_east_asian(open, close);
    const char32_t before = at(open - 1);
    const bool of_a_word = is_letter(before) || is_digit(before) || before == '_';
    if (!holds && (of_a_word || !holds_or_touches_east_asian(open, close))) return;
    wide_[open] = U'（';
    wide_[close] = U'）';
  }

  bool holds_east_asian(std::size_t open, std::size_t close) const {
    for (std::size_t i = open + 1; i < close; ++i) {
      if (is_east_asian_text(at(i))) return true;
    }
    return false;
  }
  bool holds_or_touches_east_asian(std::size_t open, std::size_t close) const {
    return holds_east_asian(open, close) || seen_before(open) || is_east_asian_text(at(close + 1));
  }

  std::vector<WideMark> collected() const {
    std::vector<WideMark> result;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (wide_[i] == 0) continue;
      WideMark mark{characters_[i].begin, characters_[i].end, spelled(wide_[i])};
      const bool before_space = wide_[i] != U'“' && wide_[i] != U'（' && i + 1 < characters_.size() && at(i + 1) == ' ';
      if (before_space && !characters_[i + 1].literal) mark.end = characters_[i + 1].end;
      result.push_back(mark);
    }
    return result;
  }

  /// The character at `i`, or 0 beyond either end of the text.
  char32_t at(std::size_t i) const { return i < characters_.size() ? characters_[i].code_point : 0; }
  bool is_address_character(std::size_t i) const {
    const char32_t c = at(i);
    return is_letter(c) || is_digit(c) || address_marks.find(c) != std::u32string_view::npos;
  }
  std::size_t index_at(std::size_t offset) const {
    const auto found =
        std::lower_bound(characters_.begin(), characters_.end(), offset, [](const Character& c, std::size_t o) { return c.begin < o; });
    return static_cast<std::size_t>(found - characters_.begin());
  }

  std::string_view text_;
  std::vector<Character> characters_;
  std::vector<char32_t> wide_;  ///< the full-width form of each character that gets one, else 0
  bool japanese_ = false;
};

}  // namespace

std::vector<WideMark> find_half_width_marks(std::string_view text, const std::vector<TextRange>& literal) {
  return MarkFinder(text, literal).find();
}

}  // namespace banxin
