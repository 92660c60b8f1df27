// Which glyphs of which faces a document shows.
#include "pdf/font_table.h"

#include <algorithm>
#include <cassert>

#include "pdf/pdf_text.h"
#include "pdf/shown_text.h"

namespace banxin::pdf {
namespace {

using TextCounts = std::map<std::string, int, std::less<>>;

struct GlyphCounts {
  const FontFace* face = nullptr;
  std::map<std::uint32_t, TextCounts> glyphs;
};

GlyphCounts& counts_of(std::vector<GlyphCounts>& faces, const FontFace* face) {
  const auto found = std::find_if(faces.begin(), faces.end(), [&](const GlyphCounts& counts) { return share_glyphs(*counts.face, *face); });
  if (found != faces.end()) return *found;
  faces.push_back({face, {}});
  return faces.back();
}

void count(std::vector<GlyphCounts>& faces, const GlyphRunItem& run) {
  assert(run.face != nullptr);
  GlyphCounts& counts = counts_of(faces, run.face);
  for (const ShownGlyph& glyph : shown_glyphs(run)) {
    TextCounts& texts = counts.glyphs[glyph.id];
    const auto found = texts.find(glyph.text);
    if (found != texts.end()) {
      ++found->second;
    } else {
      texts.emplace(glyph.text, 1);
    }
  }
}

/// The most frequent text, the first in byte order among equals.
std::string usual_text(const TextCounts& texts) {
  std::string best;
  int best_count = 0;
  for (const auto& [text, times] : texts) {
    if (text.empty() || times <= best_count) continue;
    best = text;
    best_count = times;
  }
  return best.empty() ? std::string(text_of_mere_part) : best;
}

}  // namespace

FontTable::FontTable(const PagedDocument& document) {
  std::vector<GlyphCounts> faces;
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRunItem>(&item.content)) count(faces, *run);
    }
  }
  for (const GlyphCounts& counts : faces) {
    UsedFont font;
    font.face = counts.face;
    font.resource_name = "F" + text_of(static_cast<int>(fonts_.size()) + 1);
    for (const auto& [glyph, texts] : counts.glyphs) {
      font.glyphs.emplace(glyph, usual_text(texts));
      font.widths.resize(glyph + 1);  // they come in order
      font.widths[glyph] = static_cast<int>(Length::from_raw(counts.face->advance(glyph)).scaled(1000, counts.face->units_per_em()).raw());
    }
    fonts_.push_back(std::move(font));
  }
}

std::size_t FontTable::index_of(const FontFace& face) const {
  const auto found = std::find_if(fonts_.begin(), fonts_.end(), [&](const UsedFont& font) { return share_glyphs(*font.face, face); });
  assert(found != fonts_.end());
  return static_cast<std::size_t>(found - fonts_.begin());
}

}  // namespace banxin::pdf
