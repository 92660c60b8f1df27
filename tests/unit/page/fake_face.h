// A face without a file: every glyph is its code point, Han 1000 wide, everything else 500, ink inside the box.
#pragma once

#include <hb.h>

#include <string>

#include "font/font.h"

namespace banxin::test {

class FakeFace : public FontFace {
 public:
  FakeFace() {
    hb_font_funcs_t* functions = hb_font_funcs_create();
    hb_font_funcs_set_glyph_h_advance_func(
        functions, [](hb_font_t*, void*, hb_codepoint_t glyph, void*) -> hb_position_t { return glyph >= 0x2e80 ? 1000 : 500; }, nullptr,
        nullptr);
    font_ = hb_font_create(hb_face_get_empty());
    hb_font_set_funcs(font_, functions, nullptr, nullptr);
    hb_font_funcs_destroy(functions);
  }
  FakeFace(const FakeFace&) = delete;
  FakeFace& operator=(const FakeFace&) = delete;
  ~FakeFace() override { hb_font_destroy(font_); }

  const std::filesystem::path& path() const override { return path_; }
  int index() const override { return 0; }
  const std::string& postscript_name() const override { return name_; }
  const std::string& family() const override { return name_; }
  int weight() const override { return 400; }
  bool italic() const override { return false; }
  Outlines outlines() const override { return Outlines::truetype; }
  int units_per_em() const override { return 1000; }
  int ascent() const override { return 880; }
  int descent() const override { return -120; }
  int cap_height() const override { return 700; }
  bool has(char32_t code_point) const override { return code_point != 0; }
  hb_face_t* hb_face() const override { return hb_font_get_face(font_); }
  hb_font_t* hb_font() const override { return font_; }
  std::optional<InkBox> ink_box(std::uint32_t glyph) const override {
    if (glyph == U' ' || glyph == 0x3000) return std::nullopt;
    return InkBox{50, -80, glyph >= 0x2e80 ? 950 : 450, 840};
  }

 private:
  std::filesystem::path path_;
  std::string name_ = "Fake-Regular";
  hb_font_t* font_ = nullptr;
};

}  // namespace banxin::test
