// What a run shows.
#include "pdf/shown_text.h"

#include "base/utf8.h"
#include "page/natural_advance.h"

namespace banxin::pdf {
namespace {

/// Builds the list from left to right.
class Spreader {
 public:
  explicit Spreader(const GlyphRunItem& run) : run_(run), text_(run.text) {}

  void add(const PositionedGlyph& glyph) {
    const bool has_text = glyph.text_end > glyph.text_begin;
    if (has_text) cover_until(glyph.text_begin, glyph.x);
    const std::size_t begin = has_text && shown_.empty() ? told_ : glyph.text_begin;
    shown_.push_back({glyph.id, glyph.x, glyph.y, has_text ? text_.substr(begin, glyph.text_end - begin) : std::string_view()});
    if (has_text) {
      told_ = glyph.text_end;
      owner_ = shown_.size() - 1;
    }
  }

  std::vector<ShownGlyph> finish() {
    cover_until(text_.size(), run_.advance);
    return std::move(shown_);
  }

 private:
  /// Finds a home for the text up to `end`; `x` is where the next glyph stands.
  void cover_until(std::size_t end, Length x) {
    while (told_ < end) {
      const std::size_t begin = told_;
      std::size_t next = told_;
      const char32_t character = utf8::decode(text_, next);
      const bool blank = character == U' ' || character == U'\u3000';
      const std::uint32_t glyph = blank ? run_.face->nominal_glyph(character) : 0;
      if (glyph != 0) {
        shown_.push_back({glyph, blank_place(x), Length(), text_.substr(begin, next - begin)});
        owner_ = shown_.size() - 1;
      } else if (shown_.empty()) {
        return;  // the first glyph takes it
      } else {
        ShownGlyph& owner = shown_[owner_];
        owner.text = std::string_view(owner.text.data(), owner.text.size() + (next - begin));
      }
      told_ = next;
    }
  }

  Length blank_place(Length next_glyph) const {
    if (shown_.empty()) return next_glyph;
    return shown_.back().x + natural_advance(run_, shown_.back().id);
  }

  const GlyphRunItem& run_;
  std::string_view text_;
  std::vector<ShownGlyph> shown_;
  std::size_t told_ = 0;   ///< bytes of the text that have a home
  std::size_t owner_ = 0;  ///< the latest glyph with text
};

}  // namespace

std::vector<ShownGlyph> shown_glyphs(const GlyphRunItem& run) {
  Spreader spreader(run);
  for (const PositionedGlyph& glyph : run.glyphs) spreader.add(glyph);
  return spreader.finish();
}

}  // namespace banxin::pdf
