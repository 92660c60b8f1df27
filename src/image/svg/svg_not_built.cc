// Stands in for svg_librsvg.cc where librsvg was not there when Banxin was built.
#include "image/faults.h"
#include "image/svg.h"

namespace banxin {

Result<std::string> svg_to_pdf(const std::string&, const std::string& name, const std::string&) {
  return image_fault("image-svg-not-built", name);
}

Result<DecodedPicture> svg_to_pixels(const std::string&, const std::string& name, const std::string&, int, int) {
  return image_fault("image-svg-not-built", name);
}

}  // namespace banxin
