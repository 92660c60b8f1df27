// Which glyphs of which faces a document shows, and the text that each glyph gives by itself.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "page/page.h"

namespace banxin::pdf {

/// A face as embedded. Character codes are the face's glyph ids.
struct UsedFont {
  const FontFace* face = nullptr;  ///< the first of those that share its glyphs
  /// By glyph id: the text of the ToUnicode map, which is what the glyph mostly stands for in this document.
  std::map<std::uint32_t, std::string> glyphs;

  std::string resource_name;  ///< `F1`
  /// Advance of one of its glyphs in thousandths of the em, as the font dictionary states it.
  int width(std::uint32_t glyph) const { return widths[glyph]; }
  std::vector<int> widths;  ///< by glyph id, up to the last one
};

/// The faces of a document in the order in which they first appear, one for all that share their glyphs.
class FontTable {
 public:
  explicit FontTable(const PagedDocument& document, unsigned threads = 1);
  const std::vector<UsedFont>& fonts() const { return fonts_; }
  /// Of a face that the document shows.
  std::size_t index_of(const FontFace& face) const;

 private:
  std::map<const FontFace*, std::size_t> indexes_;
  std::vector<UsedFont> fonts_;
};

/// The text of a glyph that always belongs to an earlier glyph's: a zero-width space, since every code of a font needs some text
/// (PDF/A-2a).
inline constexpr std::string_view text_of_mere_part = "\u200b";

}  // namespace banxin::pdf
