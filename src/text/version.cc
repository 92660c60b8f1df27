#include "text/version.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace banxin {

std::string text_library_version() { return fmt::format("ICU {} (Unicode {})", U_ICU_VERSION, U_UNICODE_VERSION); }

}  // namespace banxin
