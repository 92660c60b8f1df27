// The last step on a written file.
#include "pdf/pack.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <new>

namespace banxin::pdf {
namespace {

void encrypt(QPDFWriter& writer, const std::string& password) {
  // Whoever has the password may do everything, and screen readers always may read.
  constexpr bool allowed = true;
  writer.setR6EncryptionParameters(password.c_str(), password.c_str(), allowed, allowed, allowed, allowed, allowed, allowed, qpdf_r3p_full,
                                   /*encrypt_metadata=*/true);
}

}  // namespace

Result<std::string> pack(const std::string& file, const Packing& packing) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("PoDoFo's file", file.data(), file.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setObjectStreamMode(packing.object_streams ? qpdf_o_generate : qpdf_o_disable);
    writer.setCompressStreams(packing.object_streams);
    writer.setNewlineBeforeEndstream(true);  // PDF/A asks for it
    if (packing.password)
      encrypt(writer, *packing.password);
    else
      writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return Diagnostic(Severity::error, "pdf-not-packed", {}, {{"reason", error.what()}});
  }
}

std::string packing_library_version() { return "qpdf " + QPDF::QPDFVersion(); }

}  // namespace banxin::pdf
