// Vector figures as form objects: what was taken out of a foreign PDF gets numbers of our own (ISO 32000-2, 8.10).
#pragma once

#include <string>

#include "image/vector_figure.h"
#include "pdf/object_sink.h"

namespace banxin::pdf {

/// Puts all objects of `figure`; `reference` becomes its form. `default_rgb` is the space that stands for device RGB, empty when the output
/// intent gives it a meaning.
void put_vector_figure(ObjectSink& sink, Reference reference, const VectorFigure& figure, const std::string& default_rgb, bool compress);

}  // namespace banxin::pdf
