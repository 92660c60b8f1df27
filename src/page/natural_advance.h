// How far a glyph of a run advances by itself, before any spacing.
#pragma once

#include "page/page.h"

namespace banxin {

/// The face's own horizontal advance at the run's size.
inline Length natural_advance(const GlyphRunItem& run, std::uint32_t glyph) {
  return run.size.scaled(run.face->advance(glyph), run.face->units_per_em());
}

}  // namespace banxin
