// Fonts: opened faces with their metrics, and the library that finds the face for a role, weight, language and text.
#pragma once

#include <hb.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_access.h"

namespace banxin {

/// The hands of type that a style names (中文排版的五种字体 and a Latin and a fixed-width companion).
enum class FontRole { song, hei, kai, fangsong, latin, mono };
std::string_view name_of(FontRole role);
std::optional<FontRole> parse_font_role(std::string_view name);

/// An opened, vetted face. Immutable and shared by all threads once opened.
class FontFace {
 public:
  enum class Outlines { cff, truetype };
  virtual ~FontFace() = default;

  virtual const std::filesystem::path& path() const = 0;
  virtual int index() const = 0;  ///< within a collection
  virtual const std::string& postscript_name() const = 0;
  virtual const std::string& family() const = 0;
  virtual int weight() const = 0;  ///< CSS number, 100-900
  virtual bool italic() const = 0;
  virtual Outlines outlines() const = 0;
  virtual int units_per_em() const = 0;
  /// Typographic metrics in font units; ascent of CJK faces is usually 0.88 em.
  virtual int ascent() const = 0;
  virtual int descent() const = 0;
  virtual int cap_height() const = 0;
  virtual bool has(char32_t code_point) const = 0;
  virtual hb_face_t* hb_face() const = 0;
  /// At units-per-em scale; shared, so never change it (make sub-fonts).
  virtual hb_font_t* hb_font() const = 0;
  /// Ink box of a glyph in font units: x from the origin to the right, y up. Nothing for blank glyphs.
  struct InkBox {
    int x_min, y_min, x_max, y_max;
  };
  virtual std::optional<InkBox> ink_box(std::uint32_t glyph) const = 0;
  /// The box round all glyphs of the face, in font units, as its `head` table states it; all zero when it has none.
  InkBox bounding_box() const;
  /// The glyph that the face's character map gives; 0 when it has none.
  std::uint32_t nominal_glyph(char32_t code_point) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(hb_font(), code_point, &glyph) ? glyph : 0;
  }
  /// Horizontal advance of a glyph in font units.
  int advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(hb_font(), glyph); }
};

/// Whether two faces have the same glyphs under the same ids, because they are faces of a collection that share the tables of their
/// outlines and advances (the languages of a Noto CJK collection do): one embedded font serves both.
bool share_glyphs(const FontFace& a, const FontFace& b);

struct FontRequest {
  FontRole role = FontRole::song;
  int weight = 400;
  std::string language = "zh-Hans";
  friend bool operator==(const FontRequest&, const FontRequest&) = default;
};

/// A font program with a part of a face's glyphs, for embedding. The glyph ids of `FontFace` are the CIDs (Identity-H), so what is drawn
/// never changes.
struct FontSubset {
  /// CFF: a bare CFF table (FontFile3 with Subtype CIDFontType0C). Of a CID-keyed face it is CID-keyed, its charset holding the original
  /// glyph ids; of a face with named glyphs it is name-keyed and keeps every glyph at its original place, the others empty: for such a
  /// program CIDs are glyph indices (ISO 32000-1, 9.7.4.2). TrueType: an sfnt (FontFile2) of the glyphs alone.
  std::string data;
  /// TrueType alone: glyph id in `data` by original glyph id, for CIDToGIDMap; it ends with the largest id asked for. Empty for CFF.
  std::vector<std::uint16_t> cid_to_gid;
};

/// Finds faces. Safe to ask from several threads; faces live as long as the library.
class FontLibrary {
 public:
  virtual ~FontLibrary() = default;
  /// The face for a grapheme cluster (a base with its marks and selectors): the role's families for the language in order, then the other
  /// bundled faces, then installed ones. Null when none has it.
  virtual const FontFace* find(const FontRequest& request, std::u32string_view cluster) const = 0;
  /// The role's first face whatever the text: metrics of empty lines, 〓.
  virtual const FontFace* primary(const FontRequest& request) const = 0;
};

/// Subsets `face` to `glyphs` (sorted, unique; .notdef is always kept). Throws nothing; an empty result means the face cannot be subset.
std::optional<FontSubset> subset_font(const FontFace& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace banxin
