#include "font/half_width.h"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "font/handles.h"

namespace banxin {
namespace {

constexpr hb_tag_t half_width_feature = HB_TAG('h', 'a', 'l', 't');
// HarfBuzz shapes characters; these private ones stand for glyphs, so that localized and full-width forms can be asked about too.
constexpr hb_codepoint_t first_stand_in = 0xf0000;
constexpr std::uint32_t stand_in_count = 0x10000;

using BufferHandle = std::unique_ptr<hb_buffer_t, HarfbuzzDeleter<hb_buffer_destroy>>;
using FunctionsHandle = std::unique_ptr<hb_font_funcs_t, HarfbuzzDeleter<hb_font_funcs_destroy>>;

hb_bool_t glyph_of_stand_in(hb_font_t*, void*, hb_codepoint_t character, hb_codepoint_t* glyph, void*) {
  *glyph = character - first_stand_in;
  return character >= first_stand_in ? 1 : 0;
}

hb_blob_t* table_of(hb_face_t*, hb_tag_t tag, void* face) { return hb_face_reference_table(static_cast<hb_face_t*>(face), tag); }

bool has_half_widths(hb_face_t* face) {
  std::array<hb_tag_t, 32> tags{};
  for (unsigned start = 0;;) {
    auto count = static_cast<unsigned>(tags.size());
    const unsigned all = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GPOS, start, &count, tags.data());
    const auto end = tags.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(tags.begin(), end, half_width_feature) != end) return true;
    start += count;
    if (count == 0 || start >= all) return false;
  }
}

/// The answers for one face.
class HalfWidthForms {
 public:
  explicit HalfWidthForms(const FontFace& face) {
    if (!has_half_widths(face.hb_face())) return;
    // The face keeps these answers, so a font that kept the face in turn would never let go of it; its tables are enough.
    const FaceHandle tables(hb_face_create_for_tables(table_of, face.hb_face(), nullptr));
    const FontHandle measured(hb_font_create(tables.get()));
    hb_font_set_scale(measured.get(), face.units_per_em(), face.units_per_em());
    font_.reset(hb_font_create_sub_font(measured.get()));
    const FunctionsHandle functions(hb_font_funcs_create());
    hb_font_funcs_set_nominal_glyph_func(functions.get(), glyph_of_stand_in, nullptr, nullptr);
    hb_font_set_funcs(font_.get(), functions.get(), nullptr, nullptr);
    hb_font_make_immutable(font_.get());
  }

  std::optional<HalfWidthBlanks> of(std::uint32_t glyph) const {
    if (font_ == nullptr || glyph >= stand_in_count) return std::nullopt;
    {
      const std::shared_lock lock(mutex_);
      if (const auto known = known_.find(glyph); known != known_.end()) return known->second;
    }
    const std::optional<HalfWidthBlanks> blanks = measure(glyph);
    const std::unique_lock lock(mutex_);
    return known_.emplace(glyph, blanks).first->second;
  }

 private:
  /// The feature draws a glyph back by the blank before it and takes both blanks off its advance.
  std::optional<HalfWidthBlanks> measure(std::uint32_t glyph) const {
    const BufferHandle buffer(hb_buffer_create());
    const hb_codepoint_t stand_in = first_stand_in + glyph;
    hb_buffer_add_codepoints(buffer.get(), &stand_in, 1, 0, 1);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    const hb_feature_t feature{half_width_feature, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font_.get(), buffer.get(), &feature, 1);
    unsigned count = 0;
    const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer.get(), &count);
    if (count != 1 || hb_buffer_get_glyph_infos(buffer.get(), nullptr)->codepoint != glyph) return std::nullopt;
    const int before = -position->x_offset, both = hb_font_get_glyph_h_advance(font_.get(), glyph) - position->x_advance;
    if (both <= 0 || before < 0 || before > both) return std::nullopt;
    return HalfWidthBlanks{before, both - before};
  }

  FontHandle font_;
  mutable std::shared_mutex mutex_;
  mutable std::unordered_map<std::uint32_t, std::optional<HalfWidthBlanks>> known_;
};

/// The answers are kept with HarfBuzz's face and go with it. When two threads make them at once, those of the first stay.
const HalfWidthForms& forms_of(const FontFace& face) {
  static hb_user_data_key_t key;
  const auto kept = [&] { return static_cast<const HalfWidthForms*>(hb_face_get_user_data(face.hb_face(), &key)); };
  if (const HalfWidthForms* forms = kept()) return *forms;
  auto forms = std::make_unique<HalfWidthForms>(face);
  const auto destroy = [](void* data) { delete static_cast<HalfWidthForms*>(data); };
  if (hb_face_set_user_data(face.hb_face(), &key, forms.get(), destroy, 0) != 0) return *forms.release();
  return *kept();
}

}  // namespace

std::optional<HalfWidthBlanks> half_width_blanks(const FontFace& face, std::uint32_t glyph) { return forms_of(face).of(glyph); }

}  // namespace banxin
