#include "font/version.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

namespace banxin {

std::string font_library_versions() {
  const int fontconfig = FcGetVersion();
  return fmt::format("HarfBuzz {}, FreeType {}.{}.{}, Fontconfig {}.{}.{}", hb_version_string(), FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH,
                     fontconfig / 10000, fontconfig / 100 % 100, fontconfig % 100);
}

}  // namespace banxin
