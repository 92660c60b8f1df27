#include "pdf/vector_objects.h"

#include <algorithm>

#include "pdf/streams.h"

namespace banxin::pdf {
namespace {

class FigureWriter {
 public:
  FigureWriter(ObjectSink& sink, Reference form, const VectorFigure& figure, const std::string& default_rgb)
      : sink_(sink), figure_(figure), default_rgb_(default_rgb), references_{form} {
    while (references_.size() < figure.objects.size()) references_.push_back(sink.reserve());
  }

  void put(bool compress) {
    for (std::size_t i = 0; i < references_.size(); ++i) {
      const VectorFigure::Object& object = figure_.objects[i];
      if (object.stream)
        put_stream(references_[i], object, compress);
      else
        sink_.put(references_[i], filled(object.value));
    }
  }

 private:
  void put_stream(Reference reference, const VectorFigure::Object& object, bool compress) {
    const bool is_plain =
        std::none_of(object.entries.begin(), object.entries.end(), [](const auto& entry) { return entry.first == "Filter"; });
    Dictionary dictionary = is_plain ? encoded_dictionary(compress) : Dictionary();
    for (const auto& [key, value] : object.entries) dictionary.add(key, filled(value));
    sink_.put_stream(reference, std::move(dictionary), is_plain ? encoded(*object.stream, compress) : *object.stream);
  }

  std::string filled(const VectorFigure::Value& value) const {
    std::string text;
    std::size_t done = 0;
    for (const VectorFigure::Hole& hole : value.holes) {
      text.append(value.text, done, hole.offset - done);
      done = hole.offset;
      if (hole.object != VectorFigure::default_rgb)
        text += text_of(references_[hole.object]);
      else if (!default_rgb_.empty())
        text += "/DefaultRGB " + default_rgb_;
    }
    return text.append(value.text, done);
  }

  ObjectSink& sink_;
  const VectorFigure& figure_;
  const std::string& default_rgb_;
  std::vector<Reference> references_;  ///< in the order of the figure's objects
};

}  // namespace

void put_vector_figure(ObjectSink& sink, Reference reference, const VectorFigure& figure, const std::string& default_rgb, bool compress) {
  FigureWriter(sink, reference, figure, default_rgb).put(compress);
}

}  // namespace banxin::pdf
