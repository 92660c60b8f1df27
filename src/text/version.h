// The versions of Unicode and ICU at work.
#pragma once

#include <string>

namespace banxin {

/// As `ICU 72.1 (Unicode 15.0)`.
std::string text_library_version();

}  // namespace banxin
