#include "support/test_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <type_traits>

namespace banxin::test {
namespace {

template <typename Handle, auto release>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, decltype([](auto* handle) { release(handle); })>;
using Profile = Owned<cmsHPROFILE, cmsCloseProfile>;
using Transform = Owned<cmsHTRANSFORM, cmsDeleteTransform>;
using Pipeline = Owned<cmsPipeline*, cmsPipelineFree>;

constexpr double largest = 65535;

/// Between sRGB and Lab, both with 16 bits.
struct Between {
  Transform to_lab, from_lab;
};

cmsInt32Number inks_to_lab(const cmsUInt16Number in[], cmsUInt16Number out[], void* between) {
  std::array<cmsUInt16Number, 3> rgb{};
  for (std::size_t i = 0; i < rgb.size(); ++i) rgb[i] = static_cast<cmsUInt16Number>((largest - in[i]) * (largest - in[3]) / largest);
  cmsDoTransform(static_cast<Between*>(between)->to_lab.get(), rgb.data(), out, 1);
  return TRUE;
}

cmsInt32Number lab_to_inks(const cmsUInt16Number in[], cmsUInt16Number out[], void* between) {
  std::array<cmsUInt16Number, 3> rgb{};
  cmsDoTransform(static_cast<Between*>(between)->from_lab.get(), in, rgb.data(), 1);
  const double dark = 1 - *std::max_element(rgb.begin(), rgb.end()) / largest, black = 0.9 * dark * dark;
  constexpr std::array<double, 3> share = {0.75, 0.68, 0.67};
  for (std::size_t i = 0; i < rgb.size(); ++i) {
    const double ink = 1 - rgb[i] / largest;
    out[i] = static_cast<cmsUInt16Number>(std::clamp(ink - dark * (1 - share[i]) * dark, 0.0, 1.0) * largest);
  }
  out[3] = static_cast<cmsUInt16Number>(black * largest);
  return TRUE;
}

Pipeline table(unsigned points, unsigned in, unsigned out, cmsSAMPLER16 sampler, Between& between) {
  cmsStage* stage = cmsStageAllocCLut16bit(nullptr, points, in, out, nullptr);
  cmsStageSampleCLut16bit(stage, sampler, &between, 0);
  Pipeline pipeline(cmsPipelineAlloc(nullptr, in, out));
  cmsPipelineInsertStage(pipeline.get(), cmsAT_BEGIN, stage);
  return pipeline;
}

void describe(cmsHPROFILE profile, const char* text) {
  const Owned<cmsMLU*, cmsMLUfree> description(cmsMLUalloc(nullptr, 1));
  cmsMLUsetASCII(description.get(), "en", "US", text);
  cmsWriteTag(profile, cmsSigProfileDescriptionTag, description.get());
  cmsWriteTag(profile, cmsSigCopyrightTag, description.get());
  cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
}

std::string bytes_of(cmsHPROFILE profile) {
  // Without a date, and so the same each time.
  cmsUInt32Number size = 0;
  if (!cmsSaveProfileToMem(profile, nullptr, &size)) throw std::runtime_error("no profile");
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  std::fill_n(bytes.begin() + 24, 12, '\0');
  return bytes;
}

}  // namespace

std::string cmyk_profile() {
  const Profile srgb(cmsCreate_sRGBProfile()), lab(cmsCreateLab2Profile(nullptr));
  constexpr cmsUInt32Number exact = cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE;
  Between between{Transform(cmsCreateTransform(srgb.get(), TYPE_RGB_16, lab.get(), TYPE_LabV2_16, INTENT_RELATIVE_COLORIMETRIC, exact)),
                  Transform(cmsCreateTransform(lab.get(), TYPE_LabV2_16, srgb.get(), TYPE_RGB_16, INTENT_RELATIVE_COLORIMETRIC, exact))};
  const Profile profile(cmsCreateProfilePlaceholder(nullptr));
  cmsSetProfileVersion(profile.get(), 2.1);
  cmsSetDeviceClass(profile.get(), cmsSigOutputClass);
  cmsSetColorSpace(profile.get(), cmsSigCmykData);
  cmsSetPCS(profile.get(), cmsSigLabData);
  describe(profile.get(), "Banxin test inks");
  const Pipeline seen = table(6, 4, 3, inks_to_lab, between), printed = table(13, 3, 4, lab_to_inks, between);
  for (const cmsTagSignature tag : {cmsSigAToB0Tag, cmsSigAToB1Tag}) cmsWriteTag(profile.get(), tag, seen.get());
  for (const cmsTagSignature tag : {cmsSigBToA0Tag, cmsSigBToA1Tag}) cmsWriteTag(profile.get(), tag, printed.get());
  return bytes_of(profile.get());
}

std::string gray_printer_profile() {
  const Owned<cmsToneCurve*, cmsFreeToneCurve> tones(cmsBuildGamma(nullptr, 2.2));
  const Profile profile(cmsCreateGrayProfile(cmsD50_xyY(), tones.get()));
  cmsSetProfileVersion(profile.get(), 2.1);
  cmsSetDeviceClass(profile.get(), cmsSigOutputClass);
  describe(profile.get(), "Banxin test gray");
  return bytes_of(profile.get());
}

}  // namespace banxin::test
