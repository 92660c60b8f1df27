// The objects of a PDF file on their way into it: the only door to PoDoFo.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pdf/digest.h"
#include "pdf/pdf_text.h"

namespace banxin::pdf {

/// Collects objects as text and streams as bytes, then has them written. Every reserved reference must be put before `save()`.
class ObjectSink {
 public:
  /// Of the first object: lower ones are the library's own.
  static const int first_number;

  /// The number of an object to be put later.
  Reference reserve();

  /// Puts an object that is ready as text.
  void put(Reference reference, std::string object);
  Reference add(std::string object);

  /// Puts a stream whose bytes are encoded as `dictionary`'s filter says; its length is filled in.
  void put_stream(Reference reference, Dictionary dictionary, std::string data);
  Reference add_stream(Dictionary dictionary, std::string data);

  /// Of all that has been put so far.
  Digest digest() const;

  enum class Version { pdf_1_4, pdf_1_6, pdf_1_7 };
  /// The file. Its identifier is made from the contents; `info` gets a digest of them. Fails with `pdf-not-written`.
  Result<std::string> save(const Dictionary& catalog, const Dictionary& info, Version version) const;

 private:
  struct Object {
    std::string text;  ///< when it is no stream
    Dictionary stream_dictionary;
    std::optional<std::string> stream;
  };
  Object& slot(Reference reference);
  std::string content_digest(const Dictionary& catalog, const Dictionary& info) const;

  std::vector<Object> objects_;  ///< number - first_number
};

/// The library that writes, as `PoDoFo 0.9.8`.
std::string library_version();

}  // namespace banxin::pdf
