// Files embedded in the file: named for the reader, associated with the document (ISO 19005-3, 6.8).
#pragma once

#include <vector>

#include "pdf/object_sink.h"
#include "pdf/write.h"

namespace banxin::pdf {

/// Puts the files and adds what names them to the catalogue. `date` is that of the document.
void put_attachments(ObjectSink& sink, const std::vector<PdfAttachment>& attachments, const std::string& date, bool compress,
                     Dictionary& catalog);

}  // namespace banxin::pdf
