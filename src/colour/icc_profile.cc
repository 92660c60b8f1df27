#include "colour/icc_profile.h"

#include <array>

#include "colour/lcms.h"

namespace banxin {
namespace {

std::optional<ColourSpace> space_of(cmsColorSpaceSignature signature) {
  switch (signature) {
    case cmsSigGrayData:
      return ColourSpace::gray;
    case cmsSigRgbData:
      return ColourSpace::rgb;
    case cmsSigCmykData:
      return ColourSpace::cmyk;
    default:
      return std::nullopt;
  }
}

std::string description_of(cmsHPROFILE profile) {
  std::array<char, 256> text{};
  cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text.data(), text.size());
  return text.data();
}

}  // namespace

int component_count(ColourSpace space) {
  switch (space) {
    case ColourSpace::gray:
      return 1;
    case ColourSpace::rgb:
      return 3;
    case ColourSpace::cmyk:
      return 4;
  }
  return 0;
}

std::optional<IccProfile> read_icc_profile(std::string_view bytes) {
  const lcms::Profile profile = lcms::open(bytes);
  if (!profile) return std::nullopt;
  const cmsProfileClassSignature device = cmsGetDeviceClass(profile.get());
  const std::optional<ColourSpace> space = space_of(cmsGetColorSpace(profile.get()));
  if (!space || (device != cmsSigOutputClass && device != cmsSigDisplayClass)) return std::nullopt;
  return IccProfile{std::string(bytes), *space, device == cmsSigOutputClass, description_of(profile.get())};
}

}  // namespace banxin
