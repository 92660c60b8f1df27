#include "press/gray_functions.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/limits.h"
#include "press/bits.h"
#include "press/figure_values.h"
#include "press/pdf_function.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

constexpr int sample_bits = 16;
/// Steps of a table: of a straight way from colour to colour, whose gray is bent a little; of any other; and of each side of a surface.
constexpr int straight_steps = 32, steps = 512, steps_of_side = 96;

Handle dictionary_of(Handle function) { return function.isStream() ? function.getDict() : function; }

bool is_of_type(Handle function, int type) {
  Handle dictionary = dictionary_of(function);
  return dictionary.isDictionary() && dictionary.getKey("/FunctionType").isInteger() &&
         dictionary.getKey("/FunctionType").getIntValue() == type;
}

/// One function of all components, or one of each.
class ColourFunction {
 public:
  ColourFunction(Handle function, WorkLimit& limit) {
    if (!function.isArray()) parts_.push_back(PdfFunction::read(function, limit));
    for (int i = 0; function.isArray() && i < function.getArrayNItems(); ++i)
      parts_.push_back(PdfFunction::read(function.getArrayItem(i), limit));
    if (parts_.empty()) throw UnreadableFigure();
  }

  double gray(const FigureSpace& space, std::span<const double> inputs) const {
    std::vector<double> colour = parts_[0]->values(inputs);
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      colour.resize(i);
      colour.push_back(parts_[i]->values(inputs).at(0));
    }
    if (colour.size() != space.components()) throw UnreadableFigure();
    return space.gray(colour);
  }

  /// What is asked of a function beyond its domain is what it says at its end.
  void narrow(std::vector<double>& domain) const {
    const std::vector<double>& own = parts_[0]->domain();
    if (parts_.size() != 1 || own.size() != domain.size()) return;
    for (std::size_t i = 0; i + 1 < domain.size(); i += 2) {
      const double least = std::max(domain[i], own[i]), most = std::min(domain[i + 1], own[i + 1]);
      if (least < most) domain[i] = least, domain[i + 1] = most;
    }
  }

 private:
  std::vector<std::unique_ptr<PdfFunction>> parts_;
};

double at_step(const std::vector<double>& domain, std::size_t input, int step, int all) {
  return domain[input * 2] + (domain[input * 2 + 1] - domain[input * 2]) * step / all;
}

}  // namespace

Handle GrayFunctions::gray(Handle function, const FigureSpace& space, std::vector<double> domain, int depth) {
  if (depth > limits::functions_stitched) throw UnreadableFigure();
  if (function.isArray() && function.getArrayNItems() == 1) function = function.getArrayItem(0);
  if (is_of_type(function, 3)) return stitched(dictionary_of(function), space, depth);
  const ColourFunction colours(function, limit_);
  colours.narrow(domain);
  std::vector<double> grays;
  if (domain.size() == 4) {
    for (int y = 0; y <= steps_of_side; ++y) {
      for (int x = 0; x <= steps_of_side; ++x)
        grays.push_back(colours.gray(space, std::vector{at_step(domain, 0, x, steps_of_side), at_step(domain, 1, y, steps_of_side)}));
    }
    return table(domain, steps_of_side, grays);
  }
  if (domain.size() != 2) throw UnreadableFigure();
  const int all = is_of_type(function, 2) ? straight_steps : steps;
  for (int step = 0; step <= all; ++step) grays.push_back(colours.gray(space, std::vector{at_step(domain, 0, step, all)}));
  return table(domain, all, grays);
}

Handle GrayFunctions::stitched(Handle function, const FigureSpace& space, int depth) {
  Handle result = Handle::newDictionary();
  for (const char* key : {"/FunctionType", "/Domain", "/Bounds", "/Encode"}) result.replaceKey(key, function.getKey(key));
  Handle parts = function.getKey("/Functions"), gray_parts = Handle::newArray();
  PdfFunction::read(function, limit_);  // sound as a whole
  for (int i = 0; i < parts.getArrayNItems(); ++i) {
    Handle part = parts.getArrayItem(i);
    gray_parts.appendItem(gray(part, space, numbers_of(dictionary_of(part).getKey("/Domain")), depth + 1));
  }
  result.replaceKey("/Functions", gray_parts);
  return document_.makeIndirectObject(result);
}

Handle GrayFunctions::table(const std::vector<double>& domain, int all, const std::vector<double>& grays) {
  BitWriter samples;
  for (const double gray : grays) samples.put(static_cast<std::uint32_t>(std::lround(gray * greatest_of(sample_bits))), sample_bits);
  Handle stream = document_.newStream(samples.take());
  Handle dictionary = stream.getDict(), size = Handle::newArray();
  for (std::size_t i = 0; i < domain.size() / 2; ++i) size.appendItem(Handle::newInteger(all + 1));
  dictionary.replaceKey("/FunctionType", Handle::newInteger(0));
  dictionary.replaceKey("/Domain", array_of(domain));
  dictionary.replaceKey("/Range", array_of({0, 1}));
  dictionary.replaceKey("/Size", size);
  dictionary.replaceKey("/BitsPerSample", Handle::newInteger(sample_bits));
  return stream;
}

}  // namespace banxin
