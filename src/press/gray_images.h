// Pictures within a figure, in gray (ISO 32000-2, 8.9.5).
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "press/figure_spaces.h"

namespace banxin {

class GrayImages {
 public:
  /// All must outlive it.
  GrayImages(QPDF& document, FigureSpaces& spaces, WorkLimit& limit) : document_(document), spaces_(spaces), limit_(limit) {}

  /// Changes an image XObject, and its soft mask where that says what colour was mixed in. Pictures of one component keep their samples and
  /// get a table of grays; others are decoded. Throws `UnreadableFigure` and `PdfFault`: damaged, too large, or packed in a way that cannot
  /// be unpacked here (JPEG 2000).
  void convert(QPDFObjectHandle image, QPDFObjectHandle resources);

 private:
  struct Layout;
  void keep_samples(QPDFObjectHandle dictionary, const FigureSpace& space, const Layout& layout);
  void replace_samples(QPDFObjectHandle image, const FigureSpace& space, const Layout& layout);
  QPDFObjectHandle stencil(std::string_view samples, const std::vector<double>& key, const Layout& layout);

  QPDF& document_;
  FigureSpaces& spaces_;
  WorkLimit& limit_;
  std::size_t pixels_left_ = 100'000'000;  ///< of all pictures together
};

}  // namespace banxin
