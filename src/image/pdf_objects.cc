#include "image/pdf_objects.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/limits.h"
#include "image/faults.h"
#include "image/pdf_fault.h"
#include "image/pdf_stream.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// Entries of streams that lead out of what is drawn, or that PDF/A forbids. `F` and its kin name files outside.
constexpr std::array<std::string_view, 21> left_out = {
    "/Length",   "/F",         "/FFilter",      "/FDecodeParms", "/DL",      "/Parent",     "/StructParent", "/StructParents",
    "/Metadata", "/PieceInfo", "/LastModified", "/OPI",          "/Ref",     "/Alternates", "/OC",           "/Measure",
    "/PtData",   "/AF",        "/Interpolate",  "/PS",           "/Subtype2"};

/// Filters that a file of ours may not have.
bool is_refiltered(Handle filter) {
  const auto unwanted = [](Handle name) { return name.isName() && (name.getName() == "/LZWDecode" || name.getName() == "/Crypt"); };
  if (!filter.isArray()) return unwanted(filter);
  for (int i = 0; i < filter.getArrayNItems(); ++i) {
    if (unwanted(filter.getArrayItem(i))) return true;
  }
  return false;
}

class Taker {
 public:
  Taker(const std::string& name, std::size_t most_bytes) : name_(name), bytes_left_(most_bytes) {}

  std::vector<VectorFigure::Object> take(Handle form) {
    index_of(form);
    for (std::size_t i = 0; i < handles_.size(); ++i) {
      Handle handle = handles_[i];
      VectorFigure::Object object;
      if (handle.isStream())
        take_stream(handle, object);
      else
        write_itself(handle, object.value);
      objects_.push_back(std::move(object));
    }
    return std::move(objects_);
  }

 private:
  std::size_t index_of(Handle handle) {
    const auto [place, is_new] = indices_.emplace(handle.getObjGen(), handles_.size());
    if (is_new) handles_.push_back(handle);
    if (handles_.size() > limits::figure_objects) throw PdfFault{image_fault("image-pdf-too-complex", name_)};
    return place->second;
  }

  void take_stream(Handle stream, VectorFigure::Object& object) {
    Handle dictionary = stream.getDict();
    const bool decoded = is_refiltered(dictionary.getKey("/Filter"));
    for (const std::string& key : dictionary.getKeys()) {
      if (std::find(left_out.begin(), left_out.end(), key) != left_out.end()) continue;
      if (decoded && (key == "/Filter" || key == "/DecodeParms")) continue;
      auto& [name, value] = object.entries.emplace_back(name_text(key).substr(1), VectorFigure::Value{});
      if (key == "/Resources")
        write_resources(dictionary.getKey(key), value);
      else
        write(dictionary.getKey(key), value);
    }
    object.stream = decoded ? decoded_stream(stream, name_, bytes_left_) : raw_stream(stream, name_, bytes_left_);
    bytes_left_ -= object.stream->size();
  }

  static std::string name_text(const std::string& name) { return Handle::newName(name).unparse(); }

  /// A reference, or the object itself where it has no number.
  void write(Handle handle, VectorFigure::Value& value) {
    if (!handle.isIndirect() || handle.isNull())
      write_itself(handle, value);
    else if (handle.isPageObject())
      value.text += "null";
    else
      value.holes.push_back({value.text.size(), index_of(handle)});
  }

  void write_itself(Handle handle, VectorFigure::Value& value) {
    if (handle.isDictionary()) {
      write_dictionary(handle, value);
    } else if (handle.isArray()) {
      value.text += '[';
      for (int i = 0; i < handle.getArrayNItems(); ++i) {
        if (i > 0) value.text += ' ';
        write(handle.getArrayItem(i), value);
      }
      value.text += ']';
    } else {
      value.text += handle.unparseResolved();
    }
  }

  void write_dictionary(Handle dictionary, VectorFigure::Value& value) {
    const bool is_type_3 = dictionary.getKey("/Subtype").isNameAndEquals("/Type3");
    value.text += "<<";
    for (const std::string& key : dictionary.getKeys()) {
      value.text += name_text(key) + " ";
      if (is_type_3 && key == "/Resources")
        write_resources(dictionary.getKey(key), value);
      else
        write(dictionary.getKey(key), value);
    }
    value.text += ">>";
  }

  /// Resources with a place for the space that stands for the device's RGB, which every content stream needs of its own.
  void write_resources(Handle resources, VectorFigure::Value& value) {
    value.text += "<<";
    Handle spaces;
    for (const std::string& key : resources.getKeys()) {
      if (key == "/ColorSpace") continue;
      value.text += name_text(key) + " ";
      write(resources.getKey(key), value);
    }
    value.text += "/ColorSpace<<";
    Handle own = resources.getKey("/ColorSpace");
    if (!own.isDictionary() || !own.hasKey("/DefaultRGB")) value.holes.push_back({value.text.size(), VectorFigure::default_rgb});
    if (own.isDictionary()) {
      for (const std::string& key : own.getKeys()) {
        value.text += name_text(key) + " ";
        write(own.getKey(key), value);
      }
    }
    value.text += ">>>>";
  }

  const std::string& name_;
  std::size_t bytes_left_;
  std::vector<Handle> handles_;  ///< in the order of `objects_`
  std::map<QPDFObjGen, std::size_t> indices_;
  std::vector<VectorFigure::Object> objects_;
};

}  // namespace

std::vector<VectorFigure::Object> take_objects(QPDFObjectHandle form, const std::string& name, std::size_t most_bytes) {
  return Taker(name, most_bytes).take(std::move(form));
}

}  // namespace banxin
