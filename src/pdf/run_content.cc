// A glyph run as text operators.
#include "pdf/run_content.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "page/number_text.h"
#include "pdf/pdf_text.h"
#include "pdf/shown_text.h"

namespace banxin::pdf {
namespace {

/// Positions along the line are reckoned in 1e-8 pt: with sizes in 1e-4 pt and widths in 1e-3 em, whatever a viewer adds up is a whole
/// number of them.
constexpr std::int64_t units_per_point = 100'000'000;
constexpr std::int64_t units_per_ten_thousandth = 10'000;
/// How far a glyph may lie from its place: under half of what shows at the highest resolution, and of what lines promise to align to.
constexpr std::int64_t tolerance = 4 * units_per_point / 1000;

std::int64_t units(Length length) { return length.scaled(units_per_point, Length::units_per_point).raw(); }

/// A stretch of glyphs that one span holds: all of one cluster when its text needs telling, else one glyph.
struct Stretch {
  std::size_t begin = 0, end = 0;
  bool actual_text = false;
};

class RunWriter {
 public:
  RunWriter(ContentStream& content, const GlyphRunItem& run, const UsedFont& font)
      : content_(content), run_(run), font_(font), glyphs_(shown_glyphs(run)), size_(ten_thousandths(run.size)) {}

  void write() {
    if (glyphs_.empty()) return;
    content_.begin_text();
    content_.set_fill(run_.colour, Black::overprints);
    content_.set_font(font_.resource_name, run_.size);
    spacing_ = usual_spacing();
    content_.set_character_spacing(spacing_ / units_per_ten_thousandth);
    content_.set_text_place({run_.origin.x + glyphs_.front().x, run_.origin.y});
    pen_ = ten_thousandths(run_.origin.x + glyphs_.front().x) * units_per_ten_thousandth;
    for (std::size_t begin = 0; begin < glyphs_.size();) {
      const Stretch stretch = stretch_at(begin);
      write(stretch);
      begin = stretch.end;
    }
    flush();
    content_.set_rise(Length());
  }

 private:
  std::int64_t place(std::size_t i) const { return units(run_.origin.x + glyphs_[i].x); }
  std::int64_t width(std::size_t i) const { return font_.width(glyphs_[i].id) * size_ * 10; }

  /// The spacing that most gaps share, as a whole number of ten-thousandths of a point; none unless it saves more than it costs.
  std::int64_t usual_spacing() const {
    constexpr std::int64_t same = 20 * units_per_ten_thousandth;  // a stretch shared out in whole length units differs by one of them
    constexpr int worth_it = 3;
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 0; i + 1 < glyphs_.size(); ++i) gaps.push_back(place(i + 1) - place(i) - width(i));
    std::sort(gaps.begin(), gaps.end());
    const auto near = [&](std::int64_t gap) {
      return std::pair(std::lower_bound(gaps.begin(), gaps.end(), gap - same), std::upper_bound(gaps.begin(), gaps.end(), gap + same));
    };
    const auto [zero_begin, zero_end] = near(0);
    std::ptrdiff_t best_count = zero_end - zero_begin + worth_it;
    std::int64_t best = 0;
    for (const std::int64_t gap : gaps) {
      const auto [begin, end] = near(gap);
      if (end - begin <= best_count) continue;
      best_count = end - begin;
      std::int64_t sum = 0;
      for (auto each = begin; each != end; ++each) sum += *each;
      best = sum / best_count;
    }
    const std::int64_t half = units_per_ten_thousandth / 2;
    return (best + (best < 0 ? -half : half)) / units_per_ten_thousandth * units_per_ten_thousandth;
  }

  Stretch stretch_at(std::size_t begin) const {
    if (run_.told_as_one) return {begin, glyphs_.size(), true};
    Stretch stretch{begin, begin + 1, tells_otherwise(begin)};
    std::size_t end = begin + 1;
    while (end < glyphs_.size() && glyphs_[end].text.empty()) ++end;
    for (std::size_t i = begin + 1; i < end; ++i) stretch.actual_text = stretch.actual_text || tells_otherwise(i);
    if (stretch.actual_text) stretch.end = end;
    return stretch;
  }

  bool tells_otherwise(std::size_t i) const { return font_.glyphs.at(glyphs_[i].id) != glyphs_[i].text; }

  void write(const Stretch& stretch) {
    if (stretch.actual_text) {
      flush();
      const std::string_view text = run_.told_as_one ? std::string_view(run_.text) : glyphs_[stretch.begin].text;
      content_.begin_marked("Span", Dictionary{{"ActualText", "<FEFF" + utf16_hex(text) + '>'}}.text());
    }
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) write_glyph(i);
    if (stretch.actual_text) {
      flush();
      content_.end_marked();
    }
  }

  void write_glyph(std::size_t i) {
    if (glyphs_[i].y != rise_) {
      flush();
      rise_ = glyphs_[i].y;
    }
    adjust(place(i));
    codes_ += code_hex(glyphs_[i].id);
    pen_ += width(i) + spacing_;
  }

  /// Moves the pen to `place` if it is too far from there. A TJ number is in thousandths of the size and moves to the left.
  void adjust(std::int64_t place) {
    const std::int64_t off = pen_ - place;
    if (std::abs(off) <= tolerance) return;
    const std::int64_t thousandth = 10 * size_, tenth = size_;
    const auto rounded = [](std::int64_t value, std::int64_t unit) { return (value + (value < 0 ? -unit / 2 : unit / 2)) / unit; };
    std::int64_t tenths = rounded(off, thousandth) * 10;
    if (std::abs(off - tenths * tenth) > tolerance) tenths = rounded(off, tenth);
    close_string();
    append_decimal(array_, tenths, 1);
    pen_ -= tenths * tenth;
  }

  void close_string() {
    if (!codes_.empty()) array_ += '<' + codes_ + '>';
    codes_.clear();
  }

  void flush() {
    close_string();
    if (array_.empty()) return;
    content_.set_rise(rise_);
    content_.show(array_);
    array_.clear();
  }

  ContentStream& content_;
  const GlyphRunItem& run_;
  const UsedFont& font_;
  const std::vector<ShownGlyph> glyphs_;
  const std::int64_t size_;  ///< ten-thousandths of a point, as written
  std::int64_t spacing_ = 0;
  std::int64_t pen_ = 0;  ///< where a viewer's pen stands
  Length rise_;
  std::string array_, codes_;
};

}  // namespace

void show_run(ContentStream& content, const GlyphRunItem& run, const UsedFont& font) { RunWriter(content, run, font).write(); }

}  // namespace banxin::pdf
