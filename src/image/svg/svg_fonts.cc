#include "image/svg/svg_fonts.h"

#include <fontconfig/fontconfig.h>

#include "image/svg/librsvg_functions.h"

namespace banxin {
namespace {

/// Whatever family is asked for, the product's own comes first: the same drawing gives the same page on every machine. Families whose names
/// tell of serifs or of Song get Song, those of Kai Kai, all others Hei; what these lack, installed fonts have.
constexpr const char* rules = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="pattern">
    <test qual="first" name="family" compare="contains"><string>serif</string></test>
    <test qual="first" name="family" compare="not_contains"><string>sans</string></test>
    <edit name="family" mode="prepend_first" binding="strong"><string>Banxin Song</string></edit>
  </match>
  <match target="pattern">
    <test qual="first" name="family" compare="contains"><string>song</string></test>
    <test qual="first" name="family" compare="not_contains"><string>Banxin</string></test>
    <edit name="family" mode="prepend_first" binding="strong"><string>Banxin Song</string></edit>
  </match>
  <match target="pattern">
    <test qual="first" name="family" compare="contains"><string>kai</string></test>
    <test qual="first" name="family" compare="not_contains"><string>Banxin</string></test>
    <edit name="family" mode="prepend_first" binding="strong"><string>Banxin Kai</string></edit>
  </match>
  <match target="pattern">
    <test qual="first" name="family" compare="not_contains"><string>Banxin</string></test>
    <edit name="family" mode="prepend_first" binding="strong"><string>Banxin Hei</string></edit>
  </match>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
)";

FcConfig* configuration_with(const std::string& font_folder) {
  FcConfig* configuration = FcConfigCreate();
  FcConfigParseAndLoadFromMemory(configuration, reinterpret_cast<const FcChar8*>(rules), FcFalse);
  FcConfigBuildFonts(configuration);
  FcConfigAppFontAddDir(configuration, reinterpret_cast<const FcChar8*>(font_folder.c_str()));
  return configuration;
}

/// Cairo's map of fonts is Fontconfig's wherever librsvg is built for Linux.
void serve(FcConfig* configuration) {
  pango_fc_font_map_set_config(reinterpret_cast<PangoFcFontMap*>(pango_cairo_font_map_get_default()), configuration);
}

}  // namespace

SvgFonts::SvgFonts(const std::string& font_folder) {
  if (font_folder.empty()) return;
  FcConfig* configuration = configuration_with(font_folder);
  serve(configuration);
  FcConfigDestroy(configuration);  // the map holds it
}

SvgFonts::~SvgFonts() { serve(nullptr); }

}  // namespace banxin
