#include "press/device_spaces.h"

#include <cmath>

#include "colour/screen_colour.h"
#include "press/figure_values.h"

namespace banxin {
namespace {

constexpr int thousand = 1000;

int scaled(double value, int most) { return static_cast<int>(std::lround(unit(value) * most)); }

double light_of(GrayColour gray) { return 1 - gray.black / double{thousand}; }

class DeviceGray : public FigureSpace {
 public:
  std::size_t components() const override { return 1; }
  double gray(std::span<const double> colour) const override { return unit(colour[0]); }
  std::string pixels(std::string_view samples) const override { return std::string(samples); }
  bool is_device_gray() const override { return true; }
};

class DeviceRgb : public FigureSpace {
 public:
  std::size_t components() const override { return 3; }
  double gray(std::span<const double> colour) const override {
    if (colour[0] == colour[1] && colour[0] == colour[2]) return unit(colour[0]);
    return gray(Colour{{}, RgbColour{scaled(colour[0], 255), scaled(colour[1], 255), scaled(colour[2], 255)}, {}});
  }
  double gray(const Colour& colour) const { return light_of(black_.gray_of(colour)); }
  std::string pixels(std::string_view samples) const override {
    return transform_ ? transform_->pixels(samples) : FigureSpace::pixels(samples);
  }

 private:
  BlackAlone black_;
  std::optional<ColourTransform> transform_ = ColourTransform::to_gray({}, ColourSpace::rgb);
};

/// Made once, for all figures: lcms2 takes some hundredths of a second.
const std::shared_ptr<const DeviceRgb>& device_rgb() {
  static const auto space = std::make_shared<const DeviceRgb>();
  return space;
}

class DeviceCmyk : public FigureSpace {
 public:
  std::size_t components() const override { return 4; }
  std::vector<double> initial() const override { return {0, 0, 0, 1}; }
  double gray(std::span<const double> colour) const override {
    const CmykColour inks{scaled(colour[0], thousand), scaled(colour[1], thousand), scaled(colour[2], thousand),
                          scaled(colour[3], thousand)};
    return device_rgb()->gray(Colour{{}, {}, inks});
  }
  std::string pixels(std::string_view samples) const override { return device_rgb()->pixels(screen_pixels_of_inks(samples)); }
};

class ProfiledSpace : public FigureSpace {
 public:
  ProfiledSpace(ColourTransform transform, std::size_t components) : transform_(std::move(transform)), components_(components) {}

  std::size_t components() const override { return components_; }
  std::vector<double> initial() const override {
    std::vector<double> black(components_);
    if (components_ == 4) black.back() = 1;
    return black;
  }
  double gray(std::span<const double> colour) const override {
    std::string samples;
    for (const double value : colour) samples += static_cast<char>(scaled(value, 255));
    return static_cast<unsigned char>(transform_.pixels(samples)[0]) / 255.0;
  }
  std::string pixels(std::string_view samples) const override { return transform_.pixels(samples); }

 private:
  ColourTransform transform_;
  std::size_t components_;
};

}  // namespace

std::shared_ptr<const FigureSpace> device_gray_space() { return std::make_shared<DeviceGray>(); }
std::shared_ptr<const FigureSpace> device_rgb_space() { return device_rgb(); }
std::shared_ptr<const FigureSpace> device_cmyk_space() { return std::make_shared<DeviceCmyk>(); }

std::shared_ptr<const FigureSpace> profiled_space(ColourTransform transform, std::size_t components) {
  return std::make_shared<ProfiledSpace>(std::move(transform), components);
}

}  // namespace banxin
