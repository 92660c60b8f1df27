// The versions of the font libraries at work.
#pragma once

#include <string>

namespace banxin {

/// As `HarfBuzz 6.0.0, FreeType 2.12.1, Fontconfig 2.14.1`.
std::string font_library_versions();

}  // namespace banxin
