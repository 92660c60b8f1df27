#include "press/measured_spaces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "press/figure_values.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;
using Triple = std::array<double, 3>;

/// The white of profiles (ICC.1, D50), to which ours adapts colours too.
constexpr Triple d50 = {0.9642, 1, 0.8249};

/// The steps of sRGB (IEC 61966-2-1) for a luminance.
double stepped(double luminance) {
  const double light = unit(luminance);
  return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

/// Numbers of an entry that has so many, or what stands for them where it is absent.
std::vector<double> entry(Handle dictionary, const char* key, std::vector<double> otherwise) {
  std::vector<double> numbers = numbers_of(dictionary.getKey(key));
  return numbers.size() == otherwise.size() ? numbers : std::move(otherwise);
}

Triple cone_responses(const Triple& xyz) {  // Bradford's
  return {0.8951 * xyz[0] + 0.2664 * xyz[1] - 0.1614 * xyz[2], -0.7502 * xyz[0] + 1.7135 * xyz[1] + 0.0367 * xyz[2],
          0.0389 * xyz[0] - 0.0685 * xyz[1] + 1.0296 * xyz[2]};
}

/// Luminance of a colour, once an eye that took `white` for white takes D50 for it.
double adapted_luminance(const Triple& xyz, const Triple& white) {
  constexpr Triple to_luminance = {0.4323053, 0.5183603, 0.0492912};
  const Triple colour = cone_responses(xyz), from = cone_responses(white), to = cone_responses(d50);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += to_luminance[i] * (from[i] > 0 ? colour[i] * to[i] / from[i] : 0);
  return sum;
}

class CalibratedGray : public FigureSpace {
 public:
  explicit CalibratedGray(Handle dictionary)
      : gamma_(dictionary.getKey("/Gamma").isNumber() ? dictionary.getKey("/Gamma").getNumericValue() : 1) {}
  std::size_t components() const override { return 1; }
  double gray(std::span<const double> colour) const override { return stepped(std::pow(unit(colour[0]), gamma_)); }

 private:
  double gamma_;
};

class CalibratedRgb : public FigureSpace {
 public:
  explicit CalibratedRgb(Handle dictionary)
      : gammas_(entry(dictionary, "/Gamma", {1, 1, 1})), matrix_(entry(dictionary, "/Matrix", {1, 0, 0, 0, 1, 0, 0, 0, 1})) {
    const std::vector<double> white = entry(dictionary, "/WhitePoint", {d50.begin(), d50.end()});
    std::copy(white.begin(), white.end(), white_.begin());
  }
  std::size_t components() const override { return 3; }
  double gray(std::span<const double> colour) const override {
    Triple xyz{};
    for (std::size_t component = 0; component < 3; ++component) {
      const double light = std::pow(unit(colour[component]), gammas_[component]);
      for (std::size_t i = 0; i < 3; ++i) xyz[i] += matrix_[component * 3 + i] * light;
    }
    return stepped(adapted_luminance(xyz, white_));
  }

 private:
  std::vector<double> gammas_, matrix_;
  Triple white_{};
};

class Lab : public FigureSpace {
 public:
  explicit Lab(Handle dictionary) : range_(entry(dictionary, "/Range", {-100, 100, -100, 100})) {}
  std::size_t components() const override { return 3; }
  std::vector<double> decode(int) const override { return {0, 100, range_[0], range_[1], range_[2], range_[3]}; }
  double gray(std::span<const double> colour) const override {
    const double root = (unit(colour[0] / 100) * 100 + 16) / 116;
    return stepped(root >= 6.0 / 29 ? root * root * root : 108.0 / 841 * (root - 4.0 / 29));
  }

 private:
  std::vector<double> range_;
};

}  // namespace

std::shared_ptr<const FigureSpace> calibrated_gray_space(Handle dictionary) { return std::make_shared<CalibratedGray>(dictionary); }
std::shared_ptr<const FigureSpace> calibrated_rgb_space(Handle dictionary) { return std::make_shared<CalibratedRgb>(dictionary); }
std::shared_ptr<const FigureSpace> lab_space(Handle dictionary) { return std::make_shared<Lab>(dictionary); }

}  // namespace banxin
