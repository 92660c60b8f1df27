// A small ICC profile of a printing condition that exists nowhere, made with lcms2, so that tests need no one else's.
#pragma once

#include <string>

namespace banxin::test {

/// Ideal inks; what is dark in all three colours prints in four: black is C 75 M 68 Y 67 K 90. Class `prtr`, space CMYK.
std::string cmyk_profile();

/// Gray of gamma 2.2, class `prtr`.
std::string gray_printer_profile();

}  // namespace banxin::test
