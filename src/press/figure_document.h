// A vector figure's objects as a document of libqpdf, in which they can be walked and changed.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "image/vector_figure.h"

namespace banxin {

/// Puts the objects into `document`, which must be empty, and gives the form. Throws what libqpdf throws.
QPDFObjectHandle put_figure(const VectorFigure& figure, QPDF& document);

}  // namespace banxin
