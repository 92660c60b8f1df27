#include "press/pdf_function.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/limits.h"
#include "image/pdf_stream.h"
#include "press/bits.h"
#include "press/calculator.h"
#include "press/figure_values.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// From one interval to another (7.10.2).
double interpolated(double x, double from_least, double from_most, double to_least, double to_most) {
  if (from_most == from_least) return to_least;
  return to_least + (x - from_least) * (to_most - to_least) / (from_most - from_least);
}

double clipped(double x, double least, double most) { return std::isnan(x) ? least : std::min(std::max(x, least), most); }

/// Numbers in a table, linear between them (7.10.2).
class SampledFunction : public PdfFunction {
 public:
  SampledFunction(Handle stream, WorkLimit& limit) : PdfFunction(stream.getDict(), limit) {
    Handle dictionary = stream.getDict();
    if (range().empty() || inputs() > limits::function_inputs) throw UnreadableFigure();
    std::size_t count = range().size() / 2;
    for (const double size : numbers_of(dictionary.getKey("/Size"))) {
      if (!(size >= 1 && size <= limits::function_samples)) throw UnreadableFigure();
      sizes_.push_back(static_cast<std::size_t>(size));
      count *= sizes_.back();
      if (count > limits::function_samples) throw UnreadableFigure();
    }
    if (sizes_.size() != inputs()) throw UnreadableFigure();
    encode_ = numbers_of(dictionary.getKey("/Encode"));
    for (std::size_t i = 0; encode_.size() < inputs() * 2; ++i) encode_.insert(encode_.end(), {0, static_cast<double>(sizes_[i] - 1)});
    decode_ = numbers_of(dictionary.getKey("/Decode"));
    if (decode_.size() < range().size()) decode_ = range();
    read_samples(stream, integer_of(dictionary, "/BitsPerSample", 1, 32), count);
  }

 private:
  void read_samples(Handle stream, int bits, std::size_t count) {
    const std::string bytes = decoded_stream(stream, {}, limits::function_stream);
    BitReader reader(bytes);
    if (reader.left() < count * static_cast<std::size_t>(bits)) throw UnreadableFigure();
    spend(count);
    samples_.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
      samples_.push_back(static_cast<float>(reader.take(bits) / static_cast<double>(greatest_of(bits))));
  }

  std::vector<double> evaluate(std::span<const double> inputs) const override {
    const std::size_t outputs = range().size() / 2, corners = std::size_t{1} << inputs.size();
    spend(corners * outputs);
    std::vector<std::size_t> below(inputs.size());
    std::vector<double> beyond(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const double last = static_cast<double>(sizes_[i] - 1);
      const double place =
          clipped(interpolated(inputs[i], domain()[i * 2], domain()[i * 2 + 1], encode_[i * 2], encode_[i * 2 + 1]), 0, last);
      below[i] = static_cast<std::size_t>(place);
      beyond[i] = place - std::floor(place);
    }
    std::vector<double> values(outputs);
    for (std::size_t corner = 0; corner < corners; ++corner) add_corner(corner, below, beyond, values);
    for (std::size_t j = 0; j < outputs; ++j) values[j] = interpolated(values[j], 0, 1, decode_[j * 2], decode_[j * 2 + 1]);
    return values;
  }

  /// The corner of the cell that has the next sample in each dimension whose bit is set.
  void add_corner(std::size_t corner, const std::vector<std::size_t>& below, const std::vector<double>& beyond,
                  std::vector<double>& values) const {
    double weight = 1;
    std::size_t at = 0, stride = 1;
    for (std::size_t i = 0; i < below.size(); stride *= sizes_[i++]) {
      const bool next = (corner >> i & 1) != 0;
      weight *= next ? beyond[i] : 1 - beyond[i];
      at += (below[i] + (next && below[i] + 1 < sizes_[i] ? 1 : 0)) * stride;
    }
    if (weight == 0) return;
    for (std::size_t j = 0; j < values.size(); ++j) values[j] += weight * static_cast<double>(samples_[at * values.size() + j]);
  }

  std::vector<std::size_t> sizes_;
  std::vector<double> encode_, decode_;
  std::vector<float> samples_;  ///< 0-1
};

/// From one colour to another, straight or by a power (7.10.3).
class ExponentialFunction : public PdfFunction {
 public:
  ExponentialFunction(Handle dictionary, WorkLimit& limit)
      : PdfFunction(dictionary, limit), first_(numbers_of(dictionary.getKey("/C0"))), last_(numbers_of(dictionary.getKey("/C1"))) {
    if (first_.empty()) first_ = {0};
    if (last_.empty()) last_ = {1};
    if (first_.size() != last_.size() || first_.size() > limits::function_outputs || inputs() != 1) throw UnreadableFigure();
    if (Handle exponent = dictionary.getKey("/N"); exponent.isNumber()) exponent_ = exponent.getNumericValue();
  }

 private:
  std::vector<double> evaluate(std::span<const double> inputs) const override {
    spend(first_.size());
    const double way = exponent_ == 1 ? inputs[0] : std::pow(inputs[0], exponent_);
    std::vector<double> values;
    for (std::size_t j = 0; j < first_.size(); ++j) values.push_back(first_[j] + way * (last_[j] - first_[j]));
    return values;
  }

  std::vector<double> first_, last_;
  double exponent_ = 1;
};

/// Functions one beside the other (7.10.4).
class StitchedFunction : public PdfFunction {
 public:
  StitchedFunction(Handle dictionary, WorkLimit& limit, int depth)
      : PdfFunction(dictionary, limit),
        bounds_(numbers_of(dictionary.getKey("/Bounds"))),
        encode_(numbers_of(dictionary.getKey("/Encode"))) {
    if (depth >= limits::functions_stitched || inputs() != 1) throw UnreadableFigure();
    Handle parts = dictionary.getKey("/Functions");
    for (int i = 0; parts.isArray() && i < parts.getArrayNItems(); ++i) parts_.push_back(read(parts.getArrayItem(i), limit, depth + 1));
    if (parts_.empty() || bounds_.size() + 1 != parts_.size() || encode_.size() < parts_.size() * 2) throw UnreadableFigure();
  }

 private:
  std::vector<double> evaluate(std::span<const double> inputs) const override {
    spend(1);
    const double x = inputs[0];
    const auto part = static_cast<std::size_t>(std::upper_bound(bounds_.begin(), bounds_.end(), x) - bounds_.begin());
    const double least = part == 0 ? domain()[0] : bounds_[part - 1], most = part == bounds_.size() ? domain()[1] : bounds_[part];
    const double inner = interpolated(x, least, most, encode_[part * 2], encode_[part * 2 + 1]);
    return parts_[part]->values({&inner, 1});
  }

  std::vector<double> bounds_, encode_;
  std::vector<std::unique_ptr<PdfFunction>> parts_;
};

class CalculatorFunction : public PdfFunction {
 public:
  CalculatorFunction(Handle stream, WorkLimit& limit)
      : PdfFunction(stream.getDict(), limit), calculator_(decoded_stream(stream, {}, limits::function_stream)) {
    if (range().empty()) throw UnreadableFigure();
  }

 private:
  std::vector<double> evaluate(std::span<const double> inputs) const override {
    spend(calculator_.steps());
    std::vector<double> stack = calculator_.run(inputs);
    const std::size_t outputs = range().size() / 2;
    if (stack.size() < outputs) throw UnreadableFigure();
    stack.erase(stack.begin(), stack.end() - static_cast<std::ptrdiff_t>(outputs));
    return stack;
  }

  Calculator calculator_;
};

}  // namespace

PdfFunction::PdfFunction(Handle dictionary, WorkLimit& limit)
    : limit_(limit), domain_(numbers_of(dictionary.getKey("/Domain"))), range_(numbers_of(dictionary.getKey("/Range"))) {
  if (domain_.size() < 2 || domain_.size() % 2 != 0 || range_.size() % 2 != 0 || range_.size() > limits::function_outputs * 2)
    throw UnreadableFigure();
}

std::unique_ptr<PdfFunction> PdfFunction::read(Handle object, WorkLimit& limit, int depth) {
  limit.spend(1000);  // one that stands within itself many times is read as often
  Handle dictionary = object.isStream() ? object.getDict() : object;
  if (!dictionary.isDictionary()) throw UnreadableFigure();
  const int type = integer_of(dictionary, "/FunctionType", 0, 4);
  if ((type == 0 || type == 4) && !object.isStream()) throw UnreadableFigure();
  switch (type) {
    case 0:
      return std::make_unique<SampledFunction>(object, limit);
    case 2:
      return std::make_unique<ExponentialFunction>(dictionary, limit);
    case 3:
      return std::make_unique<StitchedFunction>(dictionary, limit, depth);
    case 4:
      return std::make_unique<CalculatorFunction>(object, limit);
    default:
      throw UnreadableFigure();
  }
}

std::vector<double> PdfFunction::values(std::span<const double> inputs) const {
  if (inputs.size() < domain_.size() / 2) throw UnreadableFigure();
  std::vector<double> within;
  for (std::size_t i = 0; i < domain_.size() / 2; ++i) within.push_back(clipped(inputs[i], domain_[i * 2], domain_[i * 2 + 1]));
  std::vector<double> values = evaluate(within);
  for (std::size_t j = 0; j < values.size() && j * 2 < range_.size(); ++j) values[j] = clipped(values[j], range_[j * 2], range_[j * 2 + 1]);
  return values;
}

}  // namespace banxin
