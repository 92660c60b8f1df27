#include "layout/page_bleed.h"

#include <algorithm>

namespace banxin {
namespace {

/// Nearer than this to the trim edge is at it.
constexpr Length touch = Length::from_points(0.01);

class Bleed {
 public:
  Bleed(Size trim, Length bleed) : trim_(trim), bleed_(bleed) {}

  void extend(RectangleItem& rectangle) const { rectangle.area = extended(rectangle.area); }

  /// A rule that ends at an edge is extended along its own direction.
  void extend(StrokeItem& stroke) const {
    if (stroke.from.y == stroke.to.y) {
      for (Point* end : {&stroke.from, &stroke.to}) end->x = extended(end->x, trim_.width);
    } else if (stroke.from.x == stroke.to.x) {
      for (Point* end : {&stroke.from, &stroke.to}) end->y = extended(end->y, trim_.height);
    }
  }

  void extend(ImageItem& image) const {
    image.clip = extended(image.clip);
    const auto missing = [](Length by) { return std::max(by, Length()); };
    const Rectangle& clip = image.clip;
    Rectangle& area = image.area;
    const Length left = missing(area.x - clip.x), right = missing(clip.right() - area.right()), top = missing(area.y - clip.y),
                 bottom = missing(clip.bottom() - area.bottom());
    const Length width = area.width + left + right, height = area.height + top + bottom;
    // The picture keeps its shape: it grows by what the side that lacks more needs.
    const bool by_width = width.scaled(area.height.raw(), std::max<std::int64_t>(1, area.width.raw())) >= height;
    const Size grown = by_width ? Size{width, area.height.scaled(width.raw(), std::max<std::int64_t>(1, area.width.raw()))}
                                : Size{area.width.scaled(height.raw(), std::max<std::int64_t>(1, area.height.raw())), height};
    area = {area.x - left - (grown.width - width).scaled(1, 2), area.y - top - (grown.height - height).scaled(1, 2), grown.width,
            grown.height};
  }

  template <typename Other>
  void extend(Other&) const {}

 private:
  Length extended(Length end, Length page) const {
    if (end <= touch && end >= -touch) return -bleed_;
    return end >= page - touch && end <= page + touch ? page + bleed_ : end;
  }

  Rectangle extended(Rectangle area) const {
    const Length right = extended(area.right(), trim_.width), bottom = extended(area.bottom(), trim_.height);
    area.x = extended(area.x, trim_.width);
    area.y = extended(area.y, trim_.height);
    return {area.x, area.y, right - area.x, bottom - area.y};
  }

  Size trim_;
  Length bleed_;
};

}  // namespace

void run_into_bleed(Page& page, Length bleed) {
  page.bleed = bleed;
  if (bleed <= Length()) return;
  const Bleed beyond(page.trim, bleed);
  for (PageItem& item : page.items) std::visit([&](auto& content) { beyond.extend(content); }, item.content);
}

}  // namespace banxin
