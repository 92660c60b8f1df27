// Little CMS's handles, let go of when their owner goes.
#pragma once

#include <lcms2.h>

#include <memory>
#include <string_view>
#include <type_traits>

namespace banxin::lcms {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<std::remove_pointer_t<cmsHPROFILE>, CloseProfile>;

struct DeleteTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<std::remove_pointer_t<cmsHTRANSFORM>, DeleteTransform>;

/// Null when the bytes are no profile.
inline Profile open(std::string_view bytes) {
  return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

}  // namespace banxin::lcms
