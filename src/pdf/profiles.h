// The ICC profiles that the program carries, made from the files in profiles/ when it is built.
#pragma once

#include <string_view>

namespace banxin::pdf {

std::string_view srgb_profile();
std::string_view gray_profile();

}  // namespace banxin::pdf
