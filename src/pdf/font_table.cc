// Which glyphs of which faces a document shows.
#include "pdf/font_table.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <unordered_map>

#include "base/parallel.h"
#include "pdf/pdf_text.h"
#include "pdf/shown_text.h"

namespace banxin::pdf {
namespace {

/// How often a glyph stands for a text: mostly one, so that a list will do.
struct TextCount {
  std::string_view text;
  int times = 0;
};
using TextCounts = std::vector<TextCount>;

void add(TextCounts& counts, std::string_view text, int times) {
  const auto found = std::find_if(counts.begin(), counts.end(), [&](const TextCount& count) { return count.text == text; });
  if (found != counts.end())
    found->times += times;
  else
    counts.push_back({text, times});
}

struct GlyphCounts {
  const FontFace* face = nullptr;
  std::unordered_map<std::uint32_t, TextCounts> glyphs;

  void add_all(const GlyphCounts& other) {
    for (const auto& [glyph, texts] : other.glyphs) {
      for (const TextCount& count : texts) add(glyphs[glyph], count.text, count.times);
    }
  }
};

/// What some pages show, by face in the order in which they first appear. Texts are views of the pages'.
class GlyphCounter {
 public:
  void add(const Page& page) {
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRunItem>(&item.content)) add(*run);
    }
  }
  const std::vector<GlyphCounts>& faces() const { return faces_; }

 private:
  void add(const GlyphRunItem& run) {
    assert(run.face != nullptr);
    GlyphCounts& counts = counts_of(run.face);
    for (const ShownGlyph& glyph : shown_glyphs(run)) pdf::add(counts.glyphs[glyph.id], glyph.text, 1);
  }
  GlyphCounts& counts_of(const FontFace* face) {
    const auto found = std::find_if(faces_.begin(), faces_.end(), [&](const GlyphCounts& counts) { return counts.face == face; });
    return found != faces_.end() ? *found : faces_.emplace_back(GlyphCounts{face, {}});
  }

  std::vector<GlyphCounts> faces_;
};

/// Counts of stretches of the document, one after the other, by several threads where there is enough to count.
std::vector<GlyphCounter> count_glyphs(const std::vector<Page>& pages, unsigned threads) {
  constexpr std::size_t pages_worth_a_thread = 8;
  const std::size_t stretches = std::clamp<std::size_t>(pages.size() / pages_worth_a_thread, 1, std::max(threads, 1u));
  std::vector<GlyphCounter> counters(stretches);
  for_each_index(stretches, threads, [&](std::size_t i) {
    for (std::size_t page = pages.size() * i / stretches; page < pages.size() * (i + 1) / stretches; ++page) counters[i].add(pages[page]);
  });
  return counters;
}

/// The most frequent text, the first in byte order among equals.
std::string usual_text(const TextCounts& texts) {
  TextCount best;
  for (const TextCount& count : texts) {
    if (count.text.empty()) continue;
    if (count.times > best.times || (count.times == best.times && count.text < best.text)) best = count;
  }
  return std::string(best.text.empty() ? text_of_mere_part : best.text);
}

UsedFont used_font(const GlyphCounts& counts, std::size_t number) {
  UsedFont font;
  font.face = counts.face;
  font.resource_name = "F" + text_of(static_cast<int>(number));
  for (const auto& [glyph, texts] : counts.glyphs) font.glyphs.emplace(glyph, usual_text(texts));
  if (!font.glyphs.empty()) font.widths.resize(font.glyphs.rbegin()->first + 1);
  for (const auto& [glyph, text] : font.glyphs)
    font.widths[glyph] = static_cast<int>(Length::from_raw(counts.face->advance(glyph)).scaled(1000, counts.face->units_per_em()).raw());
  return font;
}

}  // namespace

FontTable::FontTable(const PagedDocument& document, unsigned threads) {
  std::vector<GlyphCounts> fonts;
  for (const GlyphCounter& counter : count_glyphs(document.pages, threads)) {
    for (const GlyphCounts& counts : counter.faces()) {
      const auto shared =
          std::find_if(fonts.begin(), fonts.end(), [&](const GlyphCounts& font) { return share_glyphs(*font.face, *counts.face); });
      const auto index = static_cast<std::size_t>(shared - fonts.begin());
      if (shared == fonts.end()) fonts.push_back({counts.face, {}});
      fonts[index].add_all(counts);
      indexes_.emplace(counts.face, index);
    }
  }
  for (const GlyphCounts& counts : fonts) fonts_.push_back(used_font(counts, fonts_.size() + 1));
}

std::size_t FontTable::index_of(const FontFace& face) const { return indexes_.at(&face); }

}  // namespace banxin::pdf
