// The sheet that a page is printed on. Its axes are PDF's: y upwards from the lower left corner of the media, which the bleed and the
// slug set off from the trim.
#pragma once

#include <string>

#include "page/page.h"

namespace banxin::pdf {

class Sheet {
 public:
  explicit Sheet(const Page& page) : trim_(page.trim), bleed_(page.bleed), margin_(page.bleed + page.slug) {}

  /// A place of the page (y downwards from the upper left corner of the trim) on the sheet.
  Point place(Point point) const { return {margin_ + point.x, margin_ + trim_.height - point.y}; }
  /// A rectangle of PDF's kind: left, bottom, right, top.
  std::string rectangle(const Rectangle& area) const;

  std::string media_box() const { return enlarged(margin_); }
  std::string bleed_box() const { return enlarged(bleed_); }
  std::string trim_box() const { return enlarged(Length()); }

 private:
  std::string enlarged(Length by) const { return rectangle({-by, -by, trim_.width + by * 2, trim_.height + by * 2}); }

  Size trim_;
  Length bleed_, margin_;
};

}  // namespace banxin::pdf
