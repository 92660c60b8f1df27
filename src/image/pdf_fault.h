// How the parts that read a PDF page give up: caught where the page, or a
// figure made of it, is asked for.
#pragma once

#include "base/diagnostic.h"

namespace banxin {

struct PdfFault {
  Diagnostic diagnostic;
};

}  // namespace banxin
