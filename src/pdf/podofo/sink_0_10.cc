// Writes the collected objects with PoDoFo 0.10 or later: with sink_0_9.cc, of which one is compiled, the only file that knows its API.
#include <fmt/format.h>
#include <podofo/podofo.h>

#include <cassert>
#include <new>

#include "pdf/object_sink.h"

namespace banxin::pdf {
namespace {

using PoDoFo::PdfSaveOptions;

/// PoDoFo begins every document with a catalogue, an Info dictionary and a page tree of its own. The first two become ours; the third stays
/// behind, unreferenced.
constexpr int objects_of_new_document = 3;

PoDoFo::PdfObject raw(const std::string& text) {
  return PoDoFo::PdfObject(PoDoFo::PdfVariant(PoDoFo::PdfData(PoDoFo::bufferview(text.data(), text.size()))));
}

void fill(PoDoFo::PdfDictionary& target, const Dictionary& source) {
  for (const auto& [key, value] : source.entries()) target.AddKey(PoDoFo::PdfName(key), raw(value));
}

void refill(PoDoFo::PdfDictionary& target, const Dictionary& source) {
  target.Clear();
  fill(target, source);
}

std::string write(PoDoFo::PdfMemDocument& document) {
  std::string bytes;
  PoDoFo::StringStreamDevice device(bytes);
  // What is not referred to by PoDoFo's own objects would count as garbage; times of day would change the bytes.
  document.Save(device, PdfSaveOptions::Clean | PdfSaveOptions::NoFlateCompress | PdfSaveOptions::NoCollectGarbage |
                            PdfSaveOptions::NoMetadataUpdate);
  return bytes;
}

PoDoFo::PdfVersion library_name_of(ObjectSink::Version version) {
  switch (version) {
    case ObjectSink::Version::pdf_1_4:
      return PoDoFo::PdfVersion::V1_4;
    case ObjectSink::Version::pdf_1_6:
      return PoDoFo::PdfVersion::V1_6;
    case ObjectSink::Version::pdf_1_7:
      break;
  }
  return PoDoFo::PdfVersion::V1_7;
}

}  // namespace

const int ObjectSink::first_number = objects_of_new_document + 1;

Result<std::string> ObjectSink::save(const Dictionary& catalog, const Dictionary& info, Version version) const {
  PoDoFo::PdfCommon::SetMaxLoggingSeverity(PoDoFo::PdfLogSeverity::None);
  try {
    PoDoFo::PdfMemDocument document;
    document.GetMetadata().SetPdfVersion(library_name_of(version));
    int number = first_number;
    for (const Object& object : objects_) {
      assert(object.stream || !object.text.empty());
      PoDoFo::PdfObject& written =
          object.stream ? document.GetObjects().CreateDictionaryObject() : document.GetObjects().CreateObject(raw(object.text));
      assert(static_cast<int>(written.GetIndirectReference().ObjectNumber()) == number);
      ++number;
      if (!object.stream) continue;
      written.GetOrCreateStream().SetData(PoDoFo::bufferview(object.stream->data(), object.stream->size()), /*raw=*/true);
      fill(written.GetDictionary(), object.stream_dictionary);
    }
    // PoDoFo makes the file identifier from the Info dictionary alone, so the contents have to speak there.
    Dictionary identified = info;
    identified.add("BanxinDigest", byte_string(content_digest(catalog, info)));
    refill(document.GetTrailer().GetDictionary().MustFindKey("Info").GetDictionary(), identified);
    refill(document.GetCatalog().GetDictionary(), catalog);
    return write(document);
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetCode() == PoDoFo::PdfErrorCode::OutOfMemory) throw std::bad_alloc();
    return Diagnostic(Severity::error, "pdf-not-written", {}, {{"reason", std::string(error.GetName())}});
  }
}

std::string library_version() { return fmt::format("PoDoFo {}.{}.{}", PODOFO_VERSION_MAJOR, PODOFO_VERSION_MINOR, PODOFO_VERSION_PATCH); }

}  // namespace banxin::pdf
