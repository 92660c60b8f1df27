// How the parts that read a PDF page give up: thrown within image/ alone, caught where the page is asked for.
#pragma once

#include "base/diagnostic.h"

namespace banxin {

struct PdfFault {
  Diagnostic diagnostic;
};

}  // namespace banxin
