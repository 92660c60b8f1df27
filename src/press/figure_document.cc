#include "press/figure_document.h"

#include <fmt/format.h>

#include "press/figure_limits.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// The text of a value, with numbers where it refers to others.
std::string text_of(const VectorFigure::Value& value, const std::vector<Handle>& handles) {
  std::string text;
  std::size_t done = 0;
  for (const VectorFigure::Hole& hole : value.holes) {
    text.append(value.text, done, hole.offset - done);
    done = hole.offset;
    if (hole.object != VectorFigure::default_rgb) text += fmt::format("{} 0 R", handles[hole.object].getObjectID());
  }
  return text.append(value.text, done);
}

/// libqpdf takes a reference for one only where it is an entry of something.
Handle parsed(QPDF& document, const std::string& text) { return Handle::parse(&document, "[" + text + "]").getArrayItem(0); }

}  // namespace

Handle put_figure(const VectorFigure& figure, QPDF& document) {
  document.emptyPDF();
  std::vector<Handle> handles;
  for (const VectorFigure::Object& object : figure.objects)
    handles.push_back(object.stream ? document.newStream(*object.stream) : document.makeIndirectObject(Handle::newNull()));
  for (std::size_t i = 0; i < handles.size(); ++i) {
    const VectorFigure::Object& object = figure.objects[i];
    if (!object.stream) document.replaceObject(handles[i].getObjGen(), parsed(document, text_of(object.value, handles)));
    for (const auto& [key, value] : object.entries)
      handles[i].getDict().replaceKey(Handle::parse("/" + key).getName(), parsed(document, text_of(value, handles)));
  }
  if (handles.empty() || !handles[0].isStream()) throw UnreadableFigure();
  return handles[0];
}

}  // namespace banxin
