// Parts of documents for tests: structure nodes, and texts set glyph by glyph at natural advances.
#pragma once

#include <string>

#include "base/utf8.h"
#include "page/natural_advance.h"
#include "page/page.h"

namespace banxin::test {

inline StructureNode node_of(StructureNode::Type type, int parent = -1) {
  StructureNode node;
  node.type = type;
  node.parent = parent;
  return node;
}

/// `text` on the baseline from `origin`, one glyph a character, `gap` after each.
inline GlyphRunItem run_of(const FontFace& face, const std::string& text, Point origin, Length size, Length gap = {}) {
  GlyphRunItem run;
  run.origin = origin;
  run.face = &face;
  run.size = size;
  run.text = text;
  for (std::size_t offset = 0; offset < text.size();) {
    PositionedGlyph glyph;
    glyph.text_begin = static_cast<std::uint32_t>(offset);
    const char32_t character = utf8::decode(text, offset);
    hb_font_get_nominal_glyph(face.hb_font(), character, &glyph.id);
    if (glyph.id == 0) glyph.id = character;
    glyph.text_end = static_cast<std::uint32_t>(offset);
    glyph.x = run.advance;
    run.advance += natural_advance(run, glyph.id) + gap;
    run.glyphs.push_back(glyph);
  }
  run.advance -= run.glyphs.empty() ? Length() : gap;
  return run;
}

inline PageItem tagged(GlyphRunItem run, int node) {
  PageItem item{std::move(run), {}, {}};
  item.tag.node = node;
  return item;
}

}  // namespace banxin::test
