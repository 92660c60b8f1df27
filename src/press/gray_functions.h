// Functions that give colours, as functions that give grays (ISO 32000-2, 7.10, 8.7.4.5).
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

#include "press/figure_spaces.h"

namespace banxin {

class GrayFunctions {
 public:
  /// All must outlive it.
  GrayFunctions(QPDF& document, WorkLimit& limit) : document_(document), limit_(limit) {}

  /// `function` is one function to a colour of `space`, or an array of one for each component; `domain` is what will be asked of it, two
  /// numbers for each of its 1 or 2 inputs. Functions that are stitched stay so, that hard edges stay hard; others become tables. Throws
  /// `UnreadableFigure` and `PdfFault`.
  QPDFObjectHandle gray(QPDFObjectHandle function, const FigureSpace& space, std::vector<double> domain, int depth = 0);

 private:
  QPDFObjectHandle stitched(QPDFObjectHandle function, const FigureSpace& space, int depth);
  QPDFObjectHandle table(const std::vector<double>& domain, int steps, const std::vector<double>& grays);

  QPDF& document_;
  WorkLimit& limit_;
};

}  // namespace banxin
