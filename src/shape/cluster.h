// Shaped text: glyphs, and the clusters of characters that they stand for, in logical order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "font/font.h"
#include "shape/styled_text.h"

namespace banxin {

/// A glyph of a cluster; offsets and advance along the line, 1/1024 pt at the cluster's size.
struct Glyph {
  std::uint32_t id = 0;
  Length x_offset, y_offset, advance;
};

/// The least stretch of text that owns glyphs of its own: one Han character, one mark, one letter, a ligature, a dash pair.
struct Cluster {
  std::uint32_t text_begin = 0, text_end = 0;    ///< bytes of the text
  std::uint32_t glyph_begin = 0, glyph_end = 0;  ///< of ShapedText::glyphs
  std::uint32_t run = 0;                         ///< of StyledText::runs
  const FontFace* face = nullptr;                ///< null when nothing is drawn: forced breaks, blanks and stand-ins that no font has
  Length size;
  Length advance;                ///< the sum of the glyphs' advances, tracking not included
  Length ink_begin, ink_end;     ///< ink box along the line from the origin of the first glyph; equal when there is no ink
  bool unsafe_to_break = false;  ///< shaping joins it to the cluster before: no cut here without shaping again
};

/// A place where a word may be divided at the end of a line.
struct HyphenationPoint {
  std::uint32_t cluster = 0;  ///< the first one of the next line
  Glyph hyphen;               ///< in the type of the letter before
};

struct ShapedText {
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  std::vector<HyphenationPoint> hyphenation;  ///< in order; see shape/hyphenate.h
};

class DiagnosticSink;

/// Shapes a whole paragraph: curly quotes told apart (text/), itemized by script, language, font and style, HarfBuzz with `halt palt chws
/// vchw kern` off in CJK runs and kerning and ligatures on in Latin ones; one item spans style runs that differ in nothing shaping sees.
/// Characters that no font has become 〓 of the role's font (still one cluster, so that the text layer keeps the character) with a warning
/// `shape-missing-glyph` for each of them. The clusters cover the text without gaps; a forced break is an empty cluster, `——` and `……` are
/// one of 2 em. Text that runs from right to left is not put in order. Safe to call from several threads, each with its own sink.
ShapedText shape(const StyledText& text, const FontLibrary& fonts, DiagnosticSink& sink);

}  // namespace banxin
