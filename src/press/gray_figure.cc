#include "press/gray_figure.h"

#include <set>

#include "base/limits.h"
#include "image/pdf_fault.h"
#include "image/pdf_objects.h"
#include "image/pdf_stream.h"
#include "press/figure_document.h"
#include "press/figure_values.h"
#include "press/gray_content.h"
#include "press/gray_images.h"
#include "press/gray_shadings.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// Each entry of one category of resources.
template <typename Act>
void each_resource(Handle resources, const char* category, Act act) {
  Handle entries = resources.getKey(category);
  if (!entries.isDictionary()) return;
  for (const std::string& name : entries.getKeys()) act(entries.getKey(name));
}

/// A name of `category` that is not yet taken.
std::string free_name(Handle resources, const char* category, const std::string& wish) {
  if (!resources.getKey(category).isDictionary()) resources.replaceKey(category, Handle::newDictionary());
  std::string name = wish;
  for (int i = 2; resources.getKey(category).hasKey(name); ++i) name = wish + std::to_string(i);
  return name;
}

class FigureInGray {
 public:
  explicit FigureInGray(QPDF& document)
      : document_(document),
        limit_(limits::gray_work),
        spaces_(limit_),
        images_(document, spaces_, limit_),
        shadings_(document, spaces_, limit_) {}

  void convert_form(Handle form) {
    if (!done_.insert(form.getObjGen()).second) return;
    Handle dictionary = form.getDict();
    if (!dictionary.getKey("/Resources").isDictionary()) dictionary.replaceKey("/Resources", Handle::newDictionary());
    const bool needs_patterns = convert_content(form, dictionary.getKey("/Resources"));
    convert_resources(dictionary.getKey("/Resources"), needs_patterns);
    // It mixes grays in whatever the page is mixed in: a space of its own would make a printer convert the mixture to all its inks.
    if (Handle group = dictionary.getKey("/Group"); group.isDictionary()) group.removeKey("/CS");
  }

 private:
  class Scope;

  /// Whether it paints with patterns that have no colours of their own.
  bool convert_content(Handle stream, Handle resources);

  /// What the names stand for; the spaces themselves go at the end, since nothing names them any more.
  void convert_resources(Handle resources, bool needs_patterns) {
    each_resource(resources, "/XObject", [&](Handle object) { convert_external_object(object, resources); });
    each_resource(resources, "/Pattern", [&](Handle pattern) { convert_pattern(pattern, resources); });
    each_resource(resources, "/Shading", [&](Handle shading) { convert_shading(shading, resources); });
    each_resource(resources, "/ExtGState", [&](Handle state) { convert_graphics_state(state, resources); });
    each_resource(resources, "/Font", [&](Handle font) { convert_font(font); });
    resources.removeKey("/ColorSpace");
    if (!needs_patterns) return;
    Handle patterns = Handle::newArray({Handle::newName("/Pattern"), Handle::newName("/DeviceGray")});
    resources.replaceKey("/ColorSpace", Handle::newDictionary({{gray_pattern_space, patterns}}));
  }

  void convert_external_object(Handle object, Handle resources) {
    if (!object.isStream()) return;
    if (!object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) return convert_form(object);
    if (done_.insert(object.getObjGen()).second) images_.convert(object, resources);
  }

  void convert_pattern(Handle pattern, Handle resources) {
    if (pattern.isStream()) return convert_form(pattern);
    if (pattern.isDictionary()) convert_shading(pattern.getKey("/Shading"), resources);
  }

  void convert_shading(Handle shading, Handle resources) {
    if (shading.isIndirect() && !done_.insert(shading.getObjGen()).second) return;
    shadings_.convert(shading, resources);
  }

  void convert_graphics_state(Handle state, Handle resources) {
    if (!state.isDictionary() || (state.isIndirect() && !done_.insert(state.getObjGen()).second)) return;
    if (Handle mask = state.getKey("/SMask"); mask.isDictionary() && mask.getKey("/G").isStream()) convert_mask(mask, resources);
    Handle font = state.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() == 2) convert_font(font.getArrayItem(0));
  }

  /// The backdrop of a mask by lightness has the colours of its group (11.6.5.2).
  void convert_mask(Handle mask, Handle resources) {
    Handle form = mask.getKey("/G");
    const std::vector<double> backdrop = numbers_of(mask.getKey("/BC"));
    Handle group = form.getDict().getKey("/Group");
    Handle space = group.isDictionary() ? group.getKey("/CS") : Handle::newNull();
    if (!backdrop.empty() && !done_.contains(form.getObjGen())) {
      const auto colours = space.isNull() ? spaces_.of_device(backdrop.size()) : spaces_.read_colours(space, resources);
      if (colours->components() != backdrop.size()) throw UnreadableFigure();
      mask.replaceKey("/BC", array_of({colours->gray(backdrop)}));
    } else if (backdrop.size() > 1) {
      mask.replaceKey("/BC", array_of({spaces_.of_device(backdrop.size())->gray(backdrop)}));
    }
    convert_form(form);
    if (group.isDictionary()) group.replaceKey("/CS", Handle::newName("/DeviceGray"));  // whose lightness it is
  }

  /// Glyphs that are drawn by contents, which have the resources of their font.
  void convert_font(Handle font) {
    if (!font.isDictionary() || !font.getKey("/Subtype").isNameAndEquals("/Type3")) return;
    if (!done_.insert(font.getObjGen()).second) return;
    if (!font.getKey("/Resources").isDictionary()) font.replaceKey("/Resources", Handle::newDictionary());
    Handle resources = font.getKey("/Resources"), procedures = font.getKey("/CharProcs");
    bool needs_patterns = false;
    if (procedures.isDictionary()) {
      for (const std::string& name : procedures.getKeys()) {
        Handle procedure = procedures.getKey(name);
        if (!procedure.isStream() || !done_.insert(procedure.getObjGen()).second) continue;
        procedure.getDict().removeKey("/Resources");
        needs_patterns = convert_content(procedure, resources) || needs_patterns;
      }
    }
    convert_resources(resources, needs_patterns);
  }

  static inline const std::string gray_pattern_space = "/GrayPattern";

  QPDF& document_;
  WorkLimit limit_;
  FigureSpaces spaces_;
  GrayImages images_;
  GrayShadings shadings_;
  std::set<QPDFObjGen> done_;
  std::size_t content_left_ = limits::gray_content;
};

class FigureInGray::Scope : public GrayContentUse {
 public:
  Scope(FigureInGray& figure, Handle resources) : figure_(figure), resources_(std::move(resources)) {}

  ContentSpace space(const std::string& name) override { return figure_.spaces_.read(Handle::newName(name), resources_); }

  std::string gray_pattern_space() override {
    needs_patterns = true;
    return FigureInGray::gray_pattern_space;
  }

  std::string inline_picture(Handle dictionary, const std::string& data) override {
    Handle image = figure_.document_.newStream(data);
    for (const std::string& key : dictionary.getKeys()) image.getDict().replaceKey(full_key(key), full_values(dictionary.getKey(key)));
    Handle space = image.getDict().getKey("/ColorSpace");
    const bool is_mask = image.getDict().getKey("/ImageMask").isBool() && image.getDict().getKey("/ImageMask").getBoolValue();
    if (is_mask || figure_.spaces_.read_colours(space, resources_)->is_device_gray()) return {};
    image.getDict().replaceKey("/Type", Handle::newName("/XObject"));
    image.getDict().replaceKey("/Subtype", Handle::newName("/Image"));
    const std::string name = free_name(resources_, "/XObject", "/InlineImage");
    resources_.getKey("/XObject").replaceKey(name, image);
    return name;
  }

  bool needs_patterns = false;

 private:
  /// Inline images shorten names (tables 91 and 92).
  static std::string full_key(const std::string& key) {
    static const std::map<std::string, std::string> names = {{"/BPC", "/BitsPerComponent"}, {"/CS", "/ColorSpace"}, {"/D", "/Decode"},
                                                             {"/DP", "/DecodeParms"},       {"/F", "/Filter"},      {"/H", "/Height"},
                                                             {"/IM", "/ImageMask"},         {"/W", "/Width"}};
    const auto known = names.find(key);
    return known == names.end() ? key : known->second;
  }
  static Handle full_values(Handle value) {
    static const std::map<std::string, std::string> filters = {
        {"/AHx", "/ASCIIHexDecode"}, {"/A85", "/ASCII85Decode"},  {"/LZW", "/LZWDecode"}, {"/Fl", "/FlateDecode"},
        {"/RL", "/RunLengthDecode"}, {"/CCF", "/CCITTFaxDecode"}, {"/DCT", "/DCTDecode"}};
    if (value.isName()) {
      const auto known = filters.find(value.getName());
      return known == filters.end() ? value : Handle::newName(known->second);
    }
    for (int i = 0; value.isArray() && i < value.getArrayNItems(); ++i) {
      if (value.getArrayItem(i).isName()) value.setArrayItem(i, full_values(value.getArrayItem(i)));
    }
    return value;
  }

  FigureInGray& figure_;
  Handle resources_;
};

bool FigureInGray::convert_content(Handle stream, Handle resources) {
  const std::string content = decoded_stream(stream, {}, content_left_);
  content_left_ -= content.size();
  Scope scope(*this, resources);
  stream.replaceStreamData(gray_content(content, spaces_, scope), Handle::newNull(), Handle::newNull());
  stream.getDict().removeKey("/DecodeParms");
  return scope.needs_patterns;
}

}  // namespace

Result<VectorFigure> figure_in_gray(const VectorFigure& figure, const std::string& name) {
  const Diagnostic failure(Severity::warning, "press-figure-in-colour", {}, {{"name", name}});
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    Handle form = put_figure(figure, document);
    FigureInGray(document).convert_form(form);
    VectorFigure gray = figure;
    gray.objects = take_objects(form, name, limits::gray_objects);
    gray.is_gray = true;
    return gray;
  } catch (const PdfFault&) {
    return failure;
  } catch (const std::exception&) {
    return failure;
  }
}

}  // namespace banxin
