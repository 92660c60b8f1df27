// Objects on their way into a file.
#include "pdf/object_sink.h"

#include <cassert>

namespace banxin::pdf {

Reference ObjectSink::reserve() {
  objects_.emplace_back();
  return {static_cast<int>(objects_.size()) - 1 + first_number};
}

ObjectSink::Object& ObjectSink::slot(Reference reference) {
  const auto index = static_cast<std::size_t>(reference.number - first_number);
  assert(reference.number >= first_number && index < objects_.size());
  Object& object = objects_[index];
  assert(object.text.empty() && !object.stream);
  return object;
}

void ObjectSink::put(Reference reference, std::string object) { slot(reference).text = std::move(object); }

Reference ObjectSink::add(std::string object) {
  const Reference reference = reserve();
  put(reference, std::move(object));
  return reference;
}

void ObjectSink::put_stream(Reference reference, Dictionary dictionary, std::string data) {
  Object& object = slot(reference);
  object.stream_dictionary = std::move(dictionary);
  object.stream = std::move(data);
}

Reference ObjectSink::add_stream(Dictionary dictionary, std::string data) {
  const Reference reference = reserve();
  put_stream(reference, std::move(dictionary), std::move(data));
  return reference;
}

Digest ObjectSink::digest() const {
  Digest digest;
  for (const Object& object : objects_) {
    digest.add(object.text);
    digest.add(object.stream_dictionary.text());
    if (object.stream) digest.add(*object.stream);
  }
  return digest;
}

std::string ObjectSink::content_digest(const Dictionary& catalog, const Dictionary& info) const {
  Digest digest = this->digest();
  digest.add(catalog.text());
  digest.add(info.text());
  return digest.hexadecimal();
}

}  // namespace banxin::pdf
