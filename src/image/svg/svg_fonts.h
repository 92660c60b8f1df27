// The fonts that letters of an SVG are set in: those that the product carries, whatever the drawing names, then installed ones.
#pragma once

#include <string>

namespace banxin {

/// Serves drawings of this thread while it lives. A drawing that keeps its own face has its letters as outlines.
class SvgFonts {
 public:
  explicit SvgFonts(const std::string& font_folder);
  ~SvgFonts();
  SvgFonts(const SvgFonts&) = delete;
  SvgFonts& operator=(const SvgFonts&) = delete;
};

}  // namespace banxin
