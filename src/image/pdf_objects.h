// The objects that a form of a foreign PDF reaches, taken out of their file.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>
#include <vector>

#include "image/vector_figure.h"

namespace banxin {

/// `form` first, then what it names, each once, in the order in which it is named. Ways back into the document (structure, metadata, files
/// outside) are left out. Throws `PdfFault` when there are too many objects or bytes.
std::vector<VectorFigure::Object> take_objects(QPDFObjectHandle form, const std::string& name, std::size_t most_bytes);

}  // namespace banxin
