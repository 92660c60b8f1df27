// What a face's `halt` feature takes off its full-width marks.
#pragma once

#include <cstdint>
#include <optional>

#include "font/font.h"

namespace banxin {

/// The blanks of a full-width mark, in font units.
struct HalfWidthBlanks {
  int before = 0, after = 0;
};

/// What `halt` takes off a glyph; nothing where the face has no such feature or leaves the glyph as it is. HarfBuzz tells it the first time
/// that a glyph is asked for, later calls remember. Safe to call from several threads at once.
std::optional<HalfWidthBlanks> half_width_blanks(const FontFace& face, std::uint32_t glyph);

}  // namespace banxin
