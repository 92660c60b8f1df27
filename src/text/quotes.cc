#include "text/quotes.h"

#include <optional>

#include "base/utf8.h"
#include "text/locale_rules.h"
#include "text/spacing_class.h"

namespace banxin {
namespace {

constexpr char32_t left_single = 0x2018, right_single = 0x2019, left_double = 0x201c, right_double = 0x201d;
constexpr std::size_t quote_length = 3;

bool is_curly_quote(char32_t c) { return c == left_single || c == right_single || c == left_double || c == right_double; }
bool is_opening(char32_t c) { return c == left_single || c == left_double; }
bool is_western(char32_t c) { return (c > 0x20 && c < 0x7f) || is_western_letter_or_digit(c); }
bool is_space_or_break(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || (c >= 0x2002 && c <= 0x200a) || c == 0x2028 || c == 0x202f;
}

/// The text as read from a mark, other curly quotes passed over. Nothing at the edge of the paragraph.
std::optional<char32_t> neighbour_before(std::string_view text, std::size_t offset) {
  while (offset > 0) {
    const char32_t c = utf8::decode_before(text, offset);
    if (!is_curly_quote(c)) return c;
  }
  return std::nullopt;
}

std::optional<char32_t> neighbour_after(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const char32_t c = utf8::decode(text, offset);
    if (!is_curly_quote(c)) return c;
  }
  return std::nullopt;
}

struct Mark {
  std::size_t offset;
  char32_t code_point;
};

class Resolver {
 public:
  explicit Resolver(std::string_view text) : text_(text) {}

  std::vector<ResolvedQuote> resolve() {
    for (std::size_t next = text_.find("\xe2\x80"); next != std::string_view::npos; next = text_.find("\xe2\x80", next)) {
      const std::size_t begin = next;
      const char32_t c = utf8::decode(text_, next);
      if (is_curly_quote(c)) take(Mark{begin, c});
    }
    return std::move(quotes_);
  }

 private:
  struct Open {
    Mark mark;
    std::size_t index;
  };

  void take(const Mark& mark) {
    quotes_.push_back({static_cast<std::uint32_t>(mark.offset), QuoteKind::cjk});
    if (is_opening(mark.code_point)) {
      open_.push_back({mark, quotes_.size() - 1});
    } else if (is_apostrophe(mark)) {
      quotes_.back().kind = QuoteKind::apostrophe;
    } else {
      close(mark);
    }
  }

  bool is_apostrophe(const Mark& mark) const {
    if (mark.code_point != right_single || mark.offset == 0) return false;
    std::size_t before = mark.offset, after = mark.offset + quote_length;
    if (!is_western_letter_or_digit(utf8::decode_before(text_, before))) return false;
    if (after < text_.size() && is_western_letter_or_digit(utf8::decode(text_, after))) return true;
    return open_.empty() || open_.back().mark.code_point != left_single;
  }

  void close(const Mark& mark) {
    const char32_t partner = mark.code_point == right_single ? left_single : left_double;
    std::size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].mark.code_point != partner) --depth;
    if (depth == 0) return;
    const Open opening = open_[depth - 1];
    open_.resize(depth - 1);
    if (is_latin_pair(opening.mark.offset, mark.offset)) quotes_[opening.index].kind = quotes_.back().kind = QuoteKind::latin;
  }

  bool is_latin_pair(std::size_t opening, std::size_t closing) const {
    const std::string_view inside = text_.substr(opening + quote_length, closing - opening - quote_length);
    const auto first = neighbour_after(inside, 0), last = neighbour_before(inside, inside.size());
    if (!first || !last || !is_western(*first) || !is_western(*last)) return false;
    const auto before = neighbour_before(text_, opening), after = neighbour_after(text_, closing + quote_length);
    return is_western_outside(before) && is_western_outside(after);
  }

  static bool is_western_outside(std::optional<char32_t> c) { return !c || is_western(*c) || is_space_or_break(*c); }

  std::string_view text_;
  std::vector<ResolvedQuote> quotes_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<ResolvedQuote> resolve_quotes(std::string_view text, Locale locale) {
  std::vector<ResolvedQuote> quotes = Resolver(text).resolve();
  if (!locale_rules(locale).full_width_quotes) {
    for (ResolvedQuote& quote : quotes)
      if (quote.kind == QuoteKind::cjk) quote.kind = QuoteKind::latin;
  }
  return quotes;
}

}  // namespace banxin
