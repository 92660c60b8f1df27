// The vetting of font files: what FreeType finds unsound or what may not be embedded never reaches shaping or the PDF.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "font/font.h"

namespace banxin {

/// A sound face, in its own words.
struct FaceDescription {
  std::string family, postscript_name;
  int weight = 400;  ///< CSS number, 100-900
  bool italic = false;
  FontFace::Outlines outlines = FontFace::Outlines::truetype;
  int units_per_em = 1000;
  int ascent = 880, descent = -120, cap_height = 700;  ///< font units
  int glyph_count = 0;
};

/// Looks over face `index` of a font file whose bytes are `data` (`path` is for messages). Fails with
/// - `font-unknown-format`: not TrueType, OpenType or a collection of these;
/// - `font-no-such-face`: the collection has fewer faces;
/// - `font-damaged`: a table is missing, or lies outside the file, or a glyph cannot be read;
/// - `font-no-outlines`: bitmaps only, or outlines of a kind that cannot be embedded (CFF2);
/// - `font-no-characters`: no Unicode character map;
/// - `font-embedding-forbidden`: the OS/2 table's fsType forbids embedding, or subsets, or outlines in documents.
Result<FaceDescription> vet_face(std::string_view data, int index, const std::filesystem::path& path);

}  // namespace banxin
