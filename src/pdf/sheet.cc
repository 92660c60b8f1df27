#include "pdf/sheet.h"

#include "pdf/pdf_text.h"

namespace banxin::pdf {

std::string Sheet::rectangle(const Rectangle& area) const {
  const Point lower = place({area.x, area.bottom()}), upper = place({area.right(), area.y});
  return array({text_of(lower.x), text_of(lower.y), text_of(upper.x), text_of(upper.y)});
}

}  // namespace banxin::pdf
