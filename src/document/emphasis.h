// Emphasis: which runs of `*` and `==` open and close it, and which pair (CommonMark 0.31, "Emphasis and strong emphasis", with a flanking
// rule that holds beside full-width marks).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"

namespace banxin {

/// How many markups of each kind begin (positive) or end at a place.
struct MarkupChange {
  int strong = 0, emphasis = 0, marked = 0;
};

/// A stretch of a text being parsed: bytes `[begin, end)` to print, markup that is known of it, and what begins or ends beside it.
struct InlinePiece {
  std::uint32_t begin = 0, end = 0;
  InlineMarkup markup = {};
  MarkupChange before = {}, after = {};
  std::optional<std::string> filled = std::nullopt;  ///< printed instead of the bytes
};

/// What the neighbours of a run of delimiters allow it to be.
struct Flanking {
  bool can_open = false, can_close = false;
  friend bool operator==(const Flanking&, const Flanking&) = default;
};

/// Flanking of the run `[begin, end)` of `text`. CommonMark's rule, and beyond it: punctuation between the run and the text does not matter
/// when the far side, or the first character behind the punctuation, is East Asian (but a bracket that opens is never the end of emphasis,
/// one that closes never its beginning). Between two digits a run is a multiplication sign: `3*4*5`.
Flanking flanking(std::string_view text, std::size_t begin, std::size_t end);

/// The delimiter runs that have been read and not paired yet.
class DelimiterStack {
 public:
  /// Remembers the run that is `pieces[piece]`; its text is what stays of it unpaired.
  void push(std::size_t piece, char character, std::size_t length, Flanking flanking);
  std::size_t size() const { return delimiters_.size(); }

  /// Pairs the delimiters from index `bottom` on, marks in `pieces` where emphasis begins and ends, and forgets them.
  void resolve(std::size_t bottom, std::vector<InlinePiece>& pieces);

 private:
  struct Delimiter {
    std::size_t piece;
    char character;
    std::size_t length;  ///< as written
    Flanking flanking;
  };
  /// For each kind of closer the delimiter before which no opener for it stands: keeps pairing linear.
  using OpenersBottom = std::array<std::size_t, 12>;

  static std::size_t kind_of(const Delimiter& closer);
  static bool pairs(const Delimiter& opener, const Delimiter& closer);
  static void pair(InlinePiece& opener, InlinePiece& closer, char character);
  bool close(std::size_t closer, std::vector<std::size_t>& open, OpenersBottom& bottoms, std::vector<InlinePiece>& pieces) const;

  std::vector<Delimiter> delimiters_;
};

}  // namespace banxin
