// Font faces read straight from files, so that shaping is tested without the font catalogue.
#pragma once

#include <hb-ot.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "font/font.h"

namespace banxin {

class FileFace : public FontFace {
 public:
  /// `advances`: characters whose glyphs are to have another advance than in the file, in font units.
  explicit FileFace(std::filesystem::path path, int index = 0, const std::map<char32_t, hb_position_t>& advances = {})
      : path_(std::move(path)), index_(index) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(path_.c_str());
    assert(blob != nullptr);
    face_.reset(hb_face_create(blob, static_cast<unsigned>(index)));
    hb_blob_destroy(blob);
    font_.reset(hb_font_create(face_.get()));
    name_ = path_.stem().string();
    for (const auto& [character, advance] : advances) advances_[nominal_glyph(character)] = advance;
    if (!advances.empty()) override_advances();
  }

  const std::filesystem::path& path() const override { return path_; }
  int index() const override { return index_; }
  const std::string& postscript_name() const override { return name_; }
  const std::string& family() const override { return name_; }
  int weight() const override { return 400; }
  bool italic() const override { return false; }
  Outlines outlines() const override { return Outlines::cff; }
  int units_per_em() const override { return static_cast<int>(hb_face_get_upem(face_.get())); }
  int ascent() const override { return units_per_em() * 88 / 100; }
  int descent() const override { return ascent() - units_per_em(); }
  int cap_height() const override { return units_per_em() * 7 / 10; }
  bool has(char32_t code_point) const override {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), code_point, &glyph) != 0;
  }
  hb_face_t* hb_face() const override { return face_.get(); }
  hb_font_t* hb_font() const override { return font_.get(); }
  std::optional<InkBox> ink_box(std::uint32_t glyph) const override {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(font_.get(), glyph, &extents) || extents.width == 0) return std::nullopt;
    return InkBox{extents.x_bearing, extents.y_bearing + extents.height, extents.x_bearing + extents.width, extents.y_bearing};
  }

 private:
  struct Destroy {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  };

  void override_advances() {
    font_.reset(hb_font_create_sub_font(font_.get()));
    hb_font_funcs_t* functions = hb_font_funcs_create();
    const auto advance = [](hb_font_t* font, void* self, hb_codepoint_t glyph, void*) {
      const auto& advances = static_cast<const FileFace*>(self)->advances_;
      const auto found = advances.find(glyph);
      return found != advances.end() ? found->second : hb_font_get_glyph_h_advance(hb_font_get_parent(font), glyph);
    };
    hb_font_funcs_set_glyph_h_advance_func(functions, advance, nullptr, nullptr);
    hb_font_set_funcs(font_.get(), functions, this, nullptr);
    hb_font_funcs_destroy(functions);
  }

  std::filesystem::path path_;
  std::string name_;
  std::map<hb_codepoint_t, hb_position_t> advances_;
  int index_;
  std::unique_ptr<hb_face_t, Destroy> face_;
  std::unique_ptr<hb_font_t, Destroy> font_;
};

/// A library whose roles are lists of faces; a role without a list is served by song's.
class FileFonts : public FontLibrary {
 public:
  std::map<FontRole, std::vector<const FontFace*>> roles;

  const FontFace* find(const FontRequest& request, std::u32string_view cluster) const override {
    for (const FontFace* face : faces(request.role)) {
      if (std::all_of(cluster.begin(), cluster.end(), [&](char32_t c) { return is_selector(c) || face->has(c); })) return face;
    }
    return nullptr;
  }
  const FontFace* primary(const FontRequest& request) const override {
    return faces(request.role).empty() ? nullptr : faces(request.role).front();
  }

 private:
  static bool is_selector(char32_t code_point) { return code_point >= 0xfe00 && code_point <= 0xfe0f; }
  const std::vector<const FontFace*>& faces(FontRole role) const {
    return roles.contains(role) ? roles.at(role) : roles.at(FontRole::song);
  }
};

}  // namespace banxin
