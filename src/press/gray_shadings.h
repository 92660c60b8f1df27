// Shadings in gray (ISO 32000-2, 8.7.4.5).
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "press/figure_spaces.h"
#include "press/gray_functions.h"

namespace banxin {

class GrayShadings {
 public:
  /// All must outlive it.
  GrayShadings(QPDF& document, FigureSpaces& spaces, WorkLimit& limit) : functions_(document, limit), spaces_(spaces), limit_(limit) {}

  /// Changes a shading, a dictionary or the stream of a mesh. Throws `UnreadableFigure` and `PdfFault`.
  void convert(QPDFObjectHandle shading, QPDFObjectHandle resources);

 private:
  void convert_function(QPDFObjectHandle dictionary, const FigureSpace& space, int type);
  void convert_mesh(QPDFObjectHandle stream, const FigureSpace& space, int type);

  GrayFunctions functions_;
  FigureSpaces& spaces_;
  WorkLimit& limit_;
};

}  // namespace banxin
