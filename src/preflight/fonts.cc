#include "preflight/fonts.h"

namespace banxin::preflight {

using Handle = QPDFObjectHandle;

Handle descendant_of(Handle font) {
  Handle descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() != 1 || !descendants.getArrayItem(0).isDictionary()) return Handle::newNull();
  return descendants.getArrayItem(0);
}

std::string font_name(Handle font) {
  Handle descendant = descendant_of(font);
  Handle name = (descendant.isDictionary() ? descendant : font).getKey("/BaseFont");
  return name.isName() ? name.getName().substr(1) : std::string();
}

Handle descriptor_of(Handle font) {
  Handle descendant = descendant_of(font);
  return (descendant.isDictionary() ? descendant : font).getKey("/FontDescriptor");
}

bool is_embedded(Handle font) {
  if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return true;
  Handle descriptor = descriptor_of(font);
  if (!descriptor.isDictionary()) return false;
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    if (descriptor.getKey(key).isStream()) return true;
  }
  return false;
}

}  // namespace banxin::preflight
