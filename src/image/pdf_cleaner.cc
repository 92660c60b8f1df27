#include "image/pdf_cleaner.h"

#include <array>

#include "base/limits.h"
#include "image/faults.h"
#include "image/icc_profile.h"
#include "image/pdf_content.h"
#include "image/pdf_fault.h"
#include "image/pdf_font_check.h"
#include "image/pdf_stream.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

bool is_name(Handle value, std::string_view name) { return value.isName() && value.getName() == name; }

std::set<QPDFObjGen> switched_off_groups(QPDF& document) {
  std::set<QPDFObjGen> off;
  Handle properties = document.getRoot().getKey("/OCProperties");
  Handle usual = properties.isDictionary() ? properties.getKey("/D") : Handle::newNull();
  if (!usual.isDictionary()) return off;
  const auto each = [](Handle list, auto&& act) {
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) act(list.getArrayItem(i).getObjGen());
  };
  if (is_name(usual.getKey("/BaseState"), "/OFF")) {
    each(properties.getKey("/OCGs"), [&](const QPDFObjGen& group) { off.insert(group); });
    each(usual.getKey("/ON"), [&](const QPDFObjGen& group) { off.erase(group); });
  }
  each(usual.getKey("/OFF"), [&](const QPDFObjGen& group) { off.insert(group); });
  return off;
}

/// The entry of one category of a resource dictionary; null when there is none.
Handle resource_of(Handle resources, const std::string& category, const std::string& name) {
  Handle entries = resources.isDictionary() ? resources.getKey(category) : Handle::newNull();
  return entries.isDictionary() ? entries.getKey(name) : Handle::newNull();
}

/// `Interpolate` is not for PDF/A, and an intent must be one that is known.
void remove_wrong_intent(Handle dictionary) {
  constexpr std::array<std::string_view, 4> known{"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"};
  Handle intent = dictionary.getKey("/Intent");
  for (const std::string_view name : known) {
    if (is_name(intent, name)) return;
  }
  dictionary.removeKey("/Intent");
}

/// Known blend modes (ISO 32000-1, tables 136 and 137).
bool is_blend_mode(const std::string& name) {
  constexpr std::array<std::string_view, 16> known{"/Normal",     "/Multiply",   "/Screen",    "/Overlay",   "/Darken",     "/Lighten",
                                                   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference", "/Exclusion",
                                                   "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
  for (const std::string_view mode : known) {
    if (name == mode) return true;
  }
  return false;
}

}  // namespace

/// One content stream with the resources that its names stand for; collects those that it uses.
class PdfCleaner::Scope : public ContentUse {
 public:
  Scope(PdfCleaner& cleaner, Handle resources) : cleaner_(cleaner), resources_(std::move(resources)), used_(Handle::newDictionary()) {}

  bool resource(std::string_view category, const std::string& name) override {
    const std::string key = "/" + std::string(category);
    Handle object = resource_of(resources_, key, name);
    if (object.isNull()) {
      cleaner_.forbid(key.substr(1) + " " + name);
      return false;
    }
    if (!is_used(key, name) && !clean(category, object)) return false;
    keep(key, name, object);
    return true;
  }

  bool colour_space(const std::string& name) override {
    Handle own = resource_of(resources_, "/ColorSpace", name);
    if (!own.isNull()) keep("/ColorSpace", name, own);
    cleaner_.note_space(own.isNull() ? Handle::newName(name) : own, resources_);
    return !name.empty();
  }

  void device_colour(int components) override { cleaner_.note_device(components, resources_); }

  bool is_hidden(const std::string& property_list) override {
    return cleaner_.is_hidden(resource_of(resources_, "/Properties", property_list));
  }

  void forbidden(std::string_view what) override { cleaner_.forbid(what); }

  /// The used part of the resources, with the spaces that stand for those of the device.
  Handle used() {
    for (const char* key : {"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"}) {
      Handle space = resource_of(resources_, "/ColorSpace", key);
      if (space.isArray()) keep("/ColorSpace", key, space);
    }
    return used_;
  }

 private:
  bool is_used(const std::string& category, const std::string& name) { return !resource_of(used_, category, name).isNull(); }

  void keep(const std::string& category, const std::string& name, Handle object) {
    if (!used_.hasKey(category)) used_.replaceKey(category, Handle::newDictionary());
    used_.getKey(category).replaceKey(name, object);
  }

  bool clean(std::string_view category, Handle object) {
    if (category == "XObject") return cleaner_.clean_external_object(object, resources_);
    if (category == "Font") {
      if (!object.isDictionary()) return false;
      cleaner_.clean_font(object, resources_);
    } else if (category == "ExtGState") {
      if (!object.isDictionary()) return false;
      cleaner_.clean_graphics_state(object, resources_);
    } else if (object.isStream() && category == "Pattern") {
      cleaner_.clean_stream(object, resources_);
    } else {
      clean_shading(object);
    }
    return true;
  }

  void clean_shading(Handle object) {
    Handle pattern = object.isStream() ? object.getDict() : object;
    Handle shading = pattern.isDictionary() && pattern.hasKey("/Shading") ? pattern.getKey("/Shading") : pattern;
    if (shading.isStream()) shading = shading.getDict();
    if (pattern.isDictionary()) pattern.removeKey("/ExtGState");
    if (shading.isDictionary()) cleaner_.note_space(shading.getKey("/ColorSpace"), resources_);
  }

  PdfCleaner& cleaner_;
  Handle resources_, used_;
};

PdfCleaner::PdfCleaner(QPDF& document, std::string name)
    : name_(std::move(name)), switched_off_(switched_off_groups(document)), content_left_(limits::figure_content) {}

void PdfCleaner::clean_form(Handle form) {
  clean_stream(form, Handle::newNull());
  if (use.transparency)
    clean_group(form.getDict());
  else
    form.getDict().removeKey("/Group");  // there is nothing to blend
}

/// Gives the resources that are used. `resources` serve a stream that has none of its own.
Handle PdfCleaner::clean_stream(Handle stream, Handle resources) {
  const QPDFObjGen id = stream.getObjGen();
  if (begun_.contains(id)) throw PdfFault{image_fault("image-pdf-recursive", name_)};
  Handle dictionary = stream.getDict();
  if (done_.contains(id)) return dictionary.getKey("/Resources");
  if (begun_.size() >= limits::figure_forms) throw PdfFault{image_fault("image-pdf-too-complex", name_)};
  begun_.insert(id);
  Handle own = dictionary.getKey("/Resources");
  Scope scope(*this, own.isDictionary() ? own : resources);
  const std::string content = decoded_stream(stream, name_, content_left_);
  content_left_ -= content.size();
  const std::string cleaned = banxin::clean_content(content, scope);
  Handle used = scope.used();
  stream.replaceStreamData(cleaned, Handle::newNull(), Handle::newNull());
  dictionary.replaceKey("/Resources", used);
  begun_.erase(id);
  done_.insert(id);
  return used;
}

bool PdfCleaner::clean_external_object(Handle object, Handle resources) {
  if (!object.isStream()) return false;
  Handle dictionary = object.getDict();
  if (is_hidden(dictionary.getKey("/OC"))) return false;
  if (is_name(dictionary.getKey("/Subtype"), "/Image")) {
    clean_image(object, resources);
    return true;
  }
  if (!is_name(dictionary.getKey("/Subtype"), "/Form")) return false;  // PostScript, which nobody draws any more
  clean_stream(object, resources);
  clean_group(dictionary);
  return true;
}

/// A group that blends in the device's colours blends in those of what it stands on.
void PdfCleaner::clean_group(Handle form) {
  Handle group = form.getKey("/Group");
  if (!group.isDictionary()) {
    form.removeKey("/Group");
    return;
  }
  use.transparency = true;
  Handle space = group.getKey("/CS");
  if (!space.isArray()) group.removeKey("/CS");
}

void PdfCleaner::clean_image(Handle image, Handle resources) {
  Handle dictionary = image.getDict();
  remove_wrong_intent(dictionary);
  Handle filter = dictionary.getKey("/Filter");
  const auto filtered_by = [&](std::string_view wanted) {
    for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i) {
      if (is_name(filter.getArrayItem(i), wanted)) return true;
    }
    return is_name(filter, wanted);
  };
  if (filtered_by("/JPXDecode")) forbid("JPXDecode");
  if (Handle space = dictionary.getKey("/ColorSpace"); !space.isNull()) note_space(space, resources);
  for (const char* key : {"/SMask", "/Mask"}) {
    Handle mask = dictionary.getKey(key);
    if (!mask.isStream()) continue;
    if (std::string_view(key) == "/SMask") use.transparency = true;
    for (const char* unwanted : {"/SMask", "/Mask"}) mask.getDict().removeKey(unwanted);  // a mask has none
    remove_wrong_intent(mask.getDict());
  }
}

void PdfCleaner::clean_font(Handle font, Handle resources) {
  if (!done_.insert(font.getObjGen()).second && font.isIndirect()) return;
  tidy_font(font);
  if (!is_embedded_for_archive(font) && !use.archive_fault)
    use.archive_fault = image_fault("image-pdf-font-missing", name_, {{"font", plain_font_name(font)}});
  if (!has_known_text(font) && !use.unmapped_text)
    use.unmapped_text = image_fault("image-pdf-text-unknown", name_, {{"font", plain_font_name(font)}});
  if (is_name(font.getKey("/Subtype"), "/Type3")) clean_type_3(font, resources);
}

void PdfCleaner::clean_type_3(Handle font, Handle resources) {
  Handle own = font.getKey("/Resources"), procedures = font.getKey("/CharProcs");
  Handle used = Handle::newDictionary();
  if (procedures.isDictionary()) {
    for (const std::string& key : procedures.getKeys()) {
      Handle procedure = procedures.getKey(key);
      if (procedure.isStream()) used.mergeResources(clean_stream(procedure, own.isDictionary() ? own : resources));
    }
  }
  font.replaceKey("/Resources", used);
}

void PdfCleaner::clean_graphics_state(Handle state, Handle resources) {
  for (const char* key : {"/TR", "/TR2", "/HT", "/HTP", "/BG", "/BG2", "/UCR", "/UCR2", "/OPM"}) state.removeKey(key);
  for (const char* key : {"/CA", "/ca"}) {
    if (state.getKey(key).isNumber() && state.getKey(key).getNumericValue() < 1) use.transparency = true;
  }
  Handle mode = state.getKey("/BM");
  if (mode.isArray() && mode.getArrayNItems() > 0) mode = mode.getArrayItem(0);
  if (!mode.isNull()) {
    const bool known = mode.isName() && is_blend_mode(mode.getName());
    state.replaceKey("/BM", known ? mode : Handle::newName("/Normal"));
    if (known && mode.getName() != "/Normal") use.transparency = true;
  }
  Handle mask = state.getKey("/SMask");
  if (mask.isDictionary() && mask.getKey("/G").isStream()) {
    use.transparency = true;
    clean_stream(mask.getKey("/G"), resources);
    // A luminosity mask may name the space that it is mixed in; its group keeps it.
    if (Handle group = mask.getKey("/G").getDict().getKey("/Group"); group.isDictionary()) note_space(group.getKey("/CS"), resources);
  }
  Handle font = state.getKey("/Font");
  if (font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(0).isDictionary()) clean_font(font.getArrayItem(0), resources);
}

void PdfCleaner::note_device(int components, Handle resources) {
  const bool defined = resource_of(resources, "/ColorSpace", components == 3 ? "/DefaultRGB" : "/DefaultCMYK").isArray();
  if (defined) return;
  (components == 3 ? use.device_rgb : use.device_cmyk) = true;
}

void PdfCleaner::note_space(Handle space, Handle resources, int depth) {
  if (depth > limits::figure_colour_spaces) throw PdfFault{image_fault("image-pdf-too-complex", name_)};
  if (is_name(space, "/DeviceRGB") || is_name(space, "/RGB")) note_device(3, resources);
  if (is_name(space, "/DeviceCMYK") || is_name(space, "/CMYK")) note_device(4, resources);
  if (!space.isArray() || space.getArrayNItems() < 1) return;
  const Handle family = space.getArrayItem(0);
  const int inner = is_name(family, "/Separation") || is_name(family, "/DeviceN") ? 2 : 1;
  if (space.getArrayNItems() <= inner) {
    if (space.getArrayNItems() == 1) note_space(family, resources, depth + 1);
  } else if (is_name(family, "/ICCBased")) {
    note_profile(space.getArrayItem(1));
  } else if (is_name(family, "/Indexed") || is_name(family, "/I") || is_name(family, "/Pattern") || inner == 2) {
    note_space(space.getArrayItem(inner), resources, depth + 1);
  }
}

void PdfCleaner::note_profile(Handle profile) {
  if (!profile.isStream()) return forbid("ICCBased");
  if (!done_.insert(profile.getObjGen()).second) return;
  Handle count = profile.getDict().getKey("/N");
  const long long components = count.isInteger() ? count.getIntValue() : 0;
  const auto kind = components == 1 ? Picture::Components::gray : components == 3 ? Picture::Components::rgb : Picture::Components::cmyk;
  if (!profile_fits(decoded_stream(profile, name_, limits::figure_profile), kind)) forbid("ICCBased");
  if (Handle alternate = profile.getDict().getKey("/Alternate"); !alternate.isName()) profile.getDict().removeKey("/Alternate");
}

/// A group that is off, or a membership all of whose groups are (ISO 32000-1, 8.11.2.2, its default policy).
bool PdfCleaner::is_hidden(Handle content_group) const {
  if (!content_group.isDictionary()) return false;
  if (switched_off_.contains(content_group.getObjGen())) return true;
  Handle groups = content_group.getKey("/OCGs");
  if (groups.isDictionary()) return switched_off_.contains(groups.getObjGen());
  if (!groups.isArray() || groups.getArrayNItems() == 0) return false;
  for (int i = 0; i < groups.getArrayNItems(); ++i) {
    if (!switched_off_.contains(groups.getArrayItem(i).getObjGen())) return false;
  }
  return true;
}

void PdfCleaner::forbid(std::string_view what) {
  if (!use.archive_fault) use.archive_fault = image_fault("image-pdf-forbidden", name_, {{"what", std::string(what)}});
}

}  // namespace banxin
