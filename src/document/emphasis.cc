#include "document/emphasis.h"

#include "base/utf8.h"
#include "text/markup_character.h"
#include "text/scripts.h"

namespace banxin {

namespace {

/// A neighbour of a delimiter run.
struct Neighbour {
  char32_t character = ' ';  ///< the ends of a text count as white space
  bool space = true;
  bool punctuation = false;
  bool reaches_east_asian = false;  ///< itself, or the first character behind the punctuation that begins with it
};

/// Characters looked through at most, so that a text of nothing but marks stays cheap.
constexpr int longest_look = 16;

/// The neighbour that `next` (which gives a character and moves on, or returns false at the end of the text) comes to first.
template <typename Next>
Neighbour neighbour(Next next) {
  Neighbour result;
  char32_t c = 0;
  bool first = true;
  for (int seen = 0; seen < longest_look && next(c); ++seen) {
    if (is_ignorable(c)) continue;  // variation selectors, zero-width spaces: the character before them counts
    const bool punctuation = is_punctuation_or_symbol(c);
    if (first) {
      result.character = c;
      result.space = is_white_space(c);
      result.punctuation = punctuation;
      first = false;
    }
    if (is_east_asian(c) && !is_white_space(c)) {
      result.reaches_east_asian = true;
      break;
    }
    if (!punctuation) break;
  }
  return result;
}

Neighbour neighbour_before(std::string_view text, std::size_t offset) {
  return neighbour([&](char32_t& c) {
    if (offset == 0) return false;
    c = utf8::decode_before(text, offset);
    return true;
  });
}

Neighbour neighbour_after(std::string_view text, std::size_t offset) {
  return neighbour([&](char32_t& c) {
    if (offset >= text.size()) return false;
    c = utf8::decode(text, offset);
    return true;
  });
}

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19); }

/// Whether emphasis can stand on the side `towards` of a run. `turned_away`: the mark there is a bracket that belongs to the other side.
bool leans(const Neighbour& towards, const Neighbour& away, bool turned_away) {
  if (towards.space) return false;
  if (!towards.punctuation || away.space || away.punctuation) return true;
  return !turned_away && (towards.reaches_east_asian || away.reaches_east_asian);
}

}  // namespace

Flanking flanking(std::string_view text, std::size_t begin, std::size_t end) {
  const Neighbour before = neighbour_before(text, begin);
  const Neighbour after = neighbour_after(text, end);
  if (is_digit(before.character) && is_digit(after.character)) return {};
  return {leans(after, before, is_closing_mark(after.character)), leans(before, after, is_opening_mark(before.character))};
}

void DelimiterStack::push(std::size_t piece, char character, std::size_t length, Flanking flanking) {
  delimiters_.push_back({piece, character, length, flanking});
}

std::size_t DelimiterStack::kind_of(const Delimiter& closer) {
  return (closer.character == '=' ? 6 : 0) + (closer.flanking.can_open ? 3 : 0) + closer.length % 3;
}

bool DelimiterStack::pairs(const Delimiter& opener, const Delimiter& closer) {
  if (opener.character != closer.character || !opener.flanking.can_open) return false;
  // CommonMark's rule of three: `*foo**bar*` is one emphasis, not two.
  const bool ambiguous = opener.flanking.can_close || closer.flanking.can_open;
  return !ambiguous || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

void DelimiterStack::pair(InlinePiece& opener, InlinePiece& closer, char character) {
  const bool two = opener.end - opener.begin >= 2 && closer.end - closer.begin >= 2;
  int MarkupChange::*const kind = character == '=' ? &MarkupChange::marked : two ? &MarkupChange::strong : &MarkupChange::emphasis;
  opener.end -= two ? 2 : 1;
  closer.begin += two ? 2 : 1;
  ++(opener.after.*kind);
  --(closer.before.*kind);
}

/// Pairs one closer once; false when no opener is left for it.
bool DelimiterStack::close(std::size_t closer, std::vector<std::size_t>& open, OpenersBottom& bottoms,
                           std::vector<InlinePiece>& pieces) const {
  const Delimiter& closing = delimiters_[closer];
  std::size_t& bottom = bottoms[kind_of(closing)];
  for (std::size_t depth = open.size(); depth > 0 && open[depth - 1] >= bottom; --depth) {
    const Delimiter& opening = delimiters_[open[depth - 1]];
    if (!pairs(opening, closing)) continue;
    open.resize(depth);  // what stands between a pair stays text
    pair(pieces[opening.piece], pieces[closing.piece], closing.character);
    if (pieces[opening.piece].begin == pieces[opening.piece].end) open.pop_back();
    return true;
  }
  bottom = closer;
  return false;
}

void DelimiterStack::resolve(std::size_t bottom, std::vector<InlinePiece>& pieces) {
  std::vector<std::size_t> open;
  OpenersBottom bottoms{};
  for (std::size_t index = bottom; index < delimiters_.size(); ++index) {
    const Delimiter& delimiter = delimiters_[index];
    const auto left = [&] { return pieces[delimiter.piece].end - pieces[delimiter.piece].begin; };
    if (delimiter.flanking.can_close) {
      while (left() > 0 && close(index, open, bottoms, pieces)) {
      }
    }
    if (delimiter.flanking.can_open && left() > 0) open.push_back(index);
  }
  delimiters_.resize(bottom);
}

}  // namespace banxin
