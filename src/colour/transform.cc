#include "colour/transform.h"

#include <array>
#include <cstdint>

#include "colour/lcms.h"

namespace banxin {

namespace {

cmsUInt32Number format_of(ColourSpace space, bool wide) {
  switch (space) {
    case ColourSpace::gray:
      return wide ? TYPE_GRAY_16 : TYPE_GRAY_8;
    case ColourSpace::rgb:
      return wide ? TYPE_RGB_16 : TYPE_RGB_8;
    case ColourSpace::cmyk:
      return wide ? TYPE_CMYK_16 : TYPE_CMYK_8;
  }
  return 0;
}

/// Gray whose steps are those of sRGB (IEC 61966-2-1), so that neutral colours keep their values.
lcms::Profile srgb_like_gray() {
  constexpr cmsFloat64Number curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  const std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)> tones(cmsBuildParametricToneCurve(nullptr, 4, curve), &cmsFreeToneCurve);
  return lcms::Profile(tones ? cmsCreateGrayProfile(cmsD50_xyY(), tones.get()) : nullptr);
}

lcms::Profile source_profile(std::string_view bytes, ColourSpace space) {
  if (!bytes.empty()) return lcms::open(bytes);
  return space == ColourSpace::gray ? srgb_like_gray() : lcms::Profile(space == ColourSpace::rgb ? cmsCreate_sRGBProfile() : nullptr);
}

lcms::Transform connect(const lcms::Profile& from, ColourSpace from_space, const lcms::Profile& to, ColourSpace to_space, bool wide) {
  // Without a cache a transform may serve several threads.
  constexpr cmsUInt32Number flags = cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION;
  return lcms::Transform(cmsCreateTransform(from.get(), format_of(from_space, wide), to.get(), format_of(to_space, wide),
                                            INTENT_RELATIVE_COLORIMETRIC, flags));
}

constexpr int sixteen_bits = 0xffff, thousand = 1000;

int thousandths(std::uint16_t value) { return (value * thousand + sixteen_bits / 2) / sixteen_bits; }
std::uint16_t from_thousandths(int value) { return static_cast<std::uint16_t>((value * sixteen_bits + thousand / 2) / thousand); }
std::uint16_t from_byte(int value) { return static_cast<std::uint16_t>(value * 0x101); }

}  // namespace

/// One for pixels of 8 bits, one for single colours with 16.
struct ColourTransform::Transforms {
  lcms::Transform pixels, colours;
  int from = 0, to = 0;  ///< components

  /// Null when a profile is null or the two cannot be connected.
  static std::unique_ptr<Transforms> between(const lcms::Profile& source, ColourSpace source_space, const lcms::Profile& target,
                                             ColourSpace target_space) {
    if (!source || !target) return nullptr;
    auto transforms = std::make_unique<Transforms>(Transforms{connect(source, source_space, target, target_space, false),
                                                              connect(source, source_space, target, target_space, true),
                                                              component_count(source_space), component_count(target_space)});
    if (!transforms->pixels || !transforms->colours) return nullptr;
    return transforms;
  }
};

ColourTransform::ColourTransform(std::unique_ptr<Transforms> transforms) : transforms_(std::move(transforms)) {}
ColourTransform::ColourTransform(ColourTransform&&) noexcept = default;
ColourTransform& ColourTransform::operator=(ColourTransform&&) noexcept = default;
ColourTransform::~ColourTransform() = default;

std::optional<ColourTransform> ColourTransform::to_profile(std::string_view source, ColourSpace space, const IccProfile& target) {
  auto transforms = Transforms::between(source_profile(source, space), space, lcms::open(target.bytes), target.space);
  return transforms ? std::optional(ColourTransform(std::move(transforms))) : std::nullopt;
}

std::optional<ColourTransform> ColourTransform::to_gray(std::string_view source, ColourSpace space) {
  auto transforms = Transforms::between(source_profile(source, space), space, srgb_like_gray(), ColourSpace::gray);
  return transforms ? std::optional(ColourTransform(std::move(transforms))) : std::nullopt;
}

std::string ColourTransform::pixels(std::string_view samples) const {
  const std::size_t count = samples.size() / static_cast<std::size_t>(transforms_->from);
  std::string out(count * static_cast<std::size_t>(transforms_->to), '\0');
  cmsDoTransform(transforms_->pixels.get(), samples.data(), out.data(), static_cast<cmsUInt32Number>(count));
  return out;
}

CmykColour ColourTransform::inks_of(RgbColour colour) const {
  const std::array<std::uint16_t, 3> in = {from_byte(colour.red), from_byte(colour.green), from_byte(colour.blue)};
  std::array<std::uint16_t, 4> out{};
  cmsDoTransform(transforms_->colours.get(), in.data(), out.data(), 1);
  return {thousandths(out[0]), thousandths(out[1]), thousandths(out[2]), thousandths(out[3])};
}

GrayColour ColourTransform::gray_of(RgbColour colour) const {
  const std::array<std::uint16_t, 3> in = {from_byte(colour.red), from_byte(colour.green), from_byte(colour.blue)};
  std::uint16_t out = 0;
  cmsDoTransform(transforms_->colours.get(), in.data(), &out, 1);
  return {thousand - thousandths(out)};
}

GrayColour ColourTransform::gray_of(CmykColour colour) const {
  const std::array<std::uint16_t, 4> in = {from_thousandths(colour.cyan), from_thousandths(colour.magenta), from_thousandths(colour.yellow),
                                           from_thousandths(colour.black)};
  std::uint16_t out = 0;
  cmsDoTransform(transforms_->colours.get(), in.data(), &out, 1);
  return {thousand - thousandths(out)};
}

}  // namespace banxin
