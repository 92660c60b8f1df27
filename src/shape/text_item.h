// A text item: the stretch of a paragraph that is shaped at one go.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "font/font.h"
#include "text/quotes.h"

namespace banxin {

struct TextItem {
  enum class Kind {
    glyphs,        ///< shaped with `face`
    stand_in,      ///< characters that no font has: each prints as 〓 of `face`, which is null when there is none
    blank,         ///< white space that no font has a glyph for
    forced_break,  ///< one line separator
  };

  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  Kind kind = Kind::glyphs;
  const FontFace* face = nullptr;
  Length size;
  std::uint32_t script = 0;  ///< ISO 15924 code as in text/scripts.h
  std::string language;      ///< BCP 47; chooses the face's localized forms
  bool east_asian = false;   ///< set solid: no kerning and no proportional or half widths

  /// Whether text that follows may join this item.
  bool shapes_like(const TextItem& other) const {
    return kind == other.kind && face == other.face && size == other.size && script == other.script && language == other.language &&
           east_asian == other.east_asian;
  }
};

/// A paragraph's items in logical order, without gaps, and what was learnt on the way.
struct ItemizedText {
  std::vector<TextItem> items;
  std::vector<ResolvedQuote> quotes;
  std::vector<std::uint32_t> graphemes;  ///< boundaries of grapheme clusters
};

}  // namespace banxin
