// Embedded colour profiles: whether one is of use for a picture.
#pragma once

#include <string_view>

#include "image/picture.h"

namespace banxin {

/// Whether `profile` has a sound ICC header (ICC.1, 7.2) and is of the colour space that the picture's components are in.
bool profile_fits(std::string_view profile, Picture::Components components);

}  // namespace banxin
