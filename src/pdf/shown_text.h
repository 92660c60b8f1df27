// What a run shows: its glyphs in order, each with the text that extraction must find there.
#pragma once

#include <string_view>
#include <vector>

#include "page/page.h"

namespace banxin::pdf {

/// A glyph at its place (from the run's origin) and the part of the run's text that it stands for; empty when an earlier glyph has it.
struct ShownGlyph {
  std::uint32_t id = 0;
  Length x, y;
  std::string_view text;
};

/// The run's glyphs, with its whole text spread over them. Text that no glyph claims is a blank that line composition only left room for:
/// it is shown as the face's own blank glyph where there is one, else joined to the text of the glyph before it. `run` must outlive the
/// result.
std::vector<ShownGlyph> shown_glyphs(const GlyphRunItem& run);

}  // namespace banxin::pdf
