#include "layout/text_decoration.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "layout/shapes.h"
#include "layout/text_setter.h"
#include "text/composition_options.h"
#include "text/emphasis_mark.h"

namespace banxin {

namespace {

constexpr ItemTag decoration_tag{-1, ItemTag::Artifact::layout};
constexpr int tint_ink_thousandths = 100, tint_margin_percent = 6;
// Of the character's size: the white between its em box and the dot, and the dot's diameter (a bullet of half the size).
constexpr int dot_distance_percent = 12, dot_diameter_percent = 18;

const CharacterStyle& style_of(const Galley& galley, const Cluster& cluster) { return galley.text->runs[cluster.run].style; }

/// Where a cluster's em box begins and ends along the line: not beyond its neighbour's origin, nor the ink of the line.
struct Extent {
  Length begin, end;
};

Extent extent_of(const Galley& galley, const Line& line, std::size_t index) {
  const PlacedCluster& placed = line.clusters[index];
  const Length line_end = line.ink_end + line.hung;
  const Length next = index + 1 < line.clusters.size() ? line.clusters[index + 1].x : line_end;
  const Length end = placed.x + galley.shaped->clusters[placed.cluster].advance;
  return {std::max(placed.x, line.ink_start), std::min({end, std::max(next, placed.x), line_end})};
}

/// Gathers neighbouring marked clusters into one tint.
class TintEmitter {
 public:
  TintEmitter(const Galley& galley, const Line& line, Point origin, PageSink sink)
      : galley_(galley), line_(line), origin_(origin), sink_(sink) {}

  void run() {
    for (std::size_t i = 0; i < line_.clusters.size(); ++i) {
      const Cluster& cluster = galley_.shaped->clusters[line_.clusters[i].cluster];
      if (style_of(galley_, cluster).marked) {
        extend(cluster, extent_of(galley_, line_, i));
      } else {
        flush();
      }
    }
    flush();
  }

 private:
  void extend(const Cluster& cluster, Extent extent) {
    const Length margin = cluster.size.scaled(tint_margin_percent, 100);
    const Length top = origin_.y - style_of(galley_, cluster).baseline_shift - ascent_of(cluster.size) - margin;
    const Rectangle area{origin_.x + extent.begin, top, extent.end - extent.begin, cluster.size + margin * 2};
    if (!tint_) {
      tint_ = area;
      text_begin_ = cluster.text_begin;
    } else {
      const Length first_top = std::min(tint_->y, area.y), last_bottom = std::max(tint_->bottom(), area.bottom());
      *tint_ = {tint_->x, first_top, area.right() - tint_->x, last_bottom - first_top};
    }
    text_end_ = cluster.text_end;
  }

  void flush() {
    if (!tint_) return;
    RectangleItem rectangle;
    rectangle.area = *tint_;
    rectangle.fill = Colour::tint(tint_ink_thousandths);
    sink_.items.push_back({std::move(rectangle), decoration_tag, galley_.text->text.span(text_begin_, text_end_)});
    tint_.reset();
  }

  const Galley& galley_;
  const Line& line_;
  Point origin_;
  PageSink sink_;
  std::optional<Rectangle> tint_;
  std::uint32_t text_begin_ = 0, text_end_ = 0;
};

}  // namespace

void emit_tints(const Galley& galley, const Line& line, Point origin, PageSink sink) { TintEmitter(galley, line, origin, sink).run(); }

void emit_emphasis_dots(const Galley& galley, const Line& line, Point origin, PageSink sink) {
  // A word of another language keeps its dots on the side of the paragraph's.
  const bool below = emphasis_marks_stand_below(locale_for(galley.text->runs.front().style.language));
  for (const PlacedCluster& placed : line.clusters) {
    const Cluster& cluster = galley.shaped->clusters[placed.cluster];
    const CharacterStyle& style = style_of(galley, cluster);
    std::size_t offset = cluster.text_begin;
    if (!style.emphasis_dots || cluster.face == nullptr || !carries_emphasis_mark(utf8::decode(galley.text->text.view(), offset))) continue;
    const Length diameter = cluster.size.scaled(dot_diameter_percent, 100);
    const Length distance = cluster.size.scaled(dot_distance_percent, 100) + diameter.scaled(1, 2);
    const Length top = origin.y - style.baseline_shift - ascent_of(cluster.size);
    const Point centre{origin.x + placed.x + cluster.advance.scaled(1, 2), below ? top + cluster.size + distance : top - distance};
    sink.items.push_back(
        {disc(centre, diameter, style.colour), decoration_tag, galley.text->text.span(cluster.text_begin, cluster.text_end)});
  }
}

}  // namespace banxin
