// Writes the collected objects with PoDoFo 0.9: with sink_0_10.cc, of which one is compiled, the only file that knows its API.
#include <fmt/format.h>
#include <podofo/podofo.h>

#include <cassert>
#include <new>

#include "pdf/object_sink.h"

namespace banxin::pdf {
namespace {

/// PoDoFo makes a catalogue, an Info dictionary with the time of day and a page tree for every new document; ours are our own.
class BareDocument : public PoDoFo::PdfMemDocument {
 public:
  BareDocument() : PdfMemDocument(/*bOnlyTrailer=*/true) { SetTrailer(new PoDoFo::PdfObject()); }  // the document frees it
  PoDoFo::PdfDictionary& trailer() { return PdfDocument::GetTrailer()->GetDictionary(); }
};

PoDoFo::PdfObject raw(const std::string& text) { return PoDoFo::PdfVariant(PoDoFo::PdfData(text.data(), text.size())); }

void fill(PoDoFo::PdfDictionary& target, const Dictionary& source) {
  for (const auto& [key, value] : source.entries()) target.AddKey(PoDoFo::PdfName(key), raw(value));
}

void set_stream(PoDoFo::PdfObject& object, const std::string& data) {
  PoDoFo::PdfMemoryInputStream input(data.data(), static_cast<PoDoFo::pdf_long>(data.size()));
  object.GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(data.size()));
}

void add_dictionary(BareDocument& document, const char* trailer_key, const Dictionary& entries) {
  PoDoFo::PdfObject* object = document.GetObjects().CreateObject();
  fill(object->GetDictionary(), entries);
  document.trailer().AddKey(trailer_key, object->Reference());
}

PoDoFo::EPdfVersion library_name_of(ObjectSink::Version version) {
  switch (version) {
    case ObjectSink::Version::pdf_1_4:
      return PoDoFo::ePdfVersion_1_4;
    case ObjectSink::Version::pdf_1_6:
      return PoDoFo::ePdfVersion_1_6;
    case ObjectSink::Version::pdf_1_7:
      break;
  }
  return PoDoFo::ePdfVersion_1_7;
}

std::string write(BareDocument& document, ObjectSink::Version version) {
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  // Compact leaves out the space before `<<` that PDF/A asks for.
  document.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
  document.SetPdfVersion(library_name_of(version));
  document.Write(&device);
  return std::string(buffer.GetBuffer(), device.GetLength());
}

}  // namespace

const int ObjectSink::first_number = 1;

Result<std::string> ObjectSink::save(const Dictionary& catalog, const Dictionary& info, Version version) const {
  PoDoFo::PdfError::EnableDebug(false);
  try {
    BareDocument document;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      const Object& object = objects_[i];
      assert(object.stream || !object.text.empty());
      const PoDoFo::PdfReference reference(static_cast<PoDoFo::pdf_objnum>(i) + first_number, 0);
      const PoDoFo::PdfVariant value = object.stream ? PoDoFo::PdfVariant(PoDoFo::PdfDictionary()) : PoDoFo::PdfVariant(raw(object.text));
      auto* written = new PoDoFo::PdfObject(reference, value);  // the document's from here on
      document.GetObjects().push_back(written);
      if (!object.stream) continue;
      fill(written->GetDictionary(), object.stream_dictionary);
      set_stream(*written, *object.stream);
    }
    add_dictionary(document, "Root", catalog);
    // PoDoFo makes the file identifier from the Info dictionary alone, so the contents have to speak there.
    Dictionary identified = info;
    identified.add("BanxinDigest", byte_string(content_digest(catalog, info)));
    add_dictionary(document, "Info", identified);
    return write(document, version);
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetError() == PoDoFo::ePdfError_OutOfMemory) throw std::bad_alloc();
    return Diagnostic(Severity::error, "pdf-not-written", {}, {{"reason", PoDoFo::PdfError::ErrorName(error.GetError())}});
  }
}

std::string library_version() { return fmt::format("PoDoFo {}.{}.{}", PODOFO_MAJOR, PODOFO_MINOR, PODOFO_REVISION); }

}  // namespace banxin::pdf
