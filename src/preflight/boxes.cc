#include "preflight/boxes.h"

#include <algorithm>

namespace banxin::preflight {

std::map<std::string, PdfBox> boxes_of(QPDFPageObjectHelper page) {
  std::map<std::string, PdfBox> boxes;
  for (const char* name : {"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"}) {
    QPDFObjectHandle box = page.getAttribute(std::string("/") + name, false);
    if (!box.isRectangle()) continue;
    const QPDFObjectHandle::Rectangle area = box.getArrayAsRectangle();
    boxes[name] = {area.llx, area.lly, area.urx, area.ury};
  }
  return boxes;
}

double dots_per_inch(PlacedPicture picture) {
  constexpr double points_per_inch = 72;
  QPDFObjectHandle dictionary = picture.image.getDict();
  QPDFObjectHandle width = dictionary.getKey("/Width"), height = dictionary.getKey("/Height");
  if (!width.isInteger() || !height.isInteger() || picture.width <= 0 || picture.height <= 0) return 0;
  return std::min(width.getNumericValue() / picture.width, height.getNumericValue() / picture.height) * points_per_inch;
}

}  // namespace banxin::preflight
