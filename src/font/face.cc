#include "font/face.h"

#include <hb-ot.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <utility>

#include "base/limits.h"
#include "font/handles.h"
#include "font/ink_box_cache.h"
#include "font/vetting.h"
#include "text/scripts.h"

namespace banxin {

namespace {

class OpenedFace final : public FontFace {
 public:
  OpenedFace(std::filesystem::path path, int index, FaceDescription description, FaceHandle face)
      : path_(std::move(path)),
        index_(index),
        description_(std::move(description)),
        face_(std::move(face)),
        ink_boxes_(hb_face_get_glyph_count(face_.get())) {
    font_.reset(hb_font_create(face_.get()));
    hb_font_set_scale(font_.get(), description_.units_per_em, description_.units_per_em);
    hb_font_make_immutable(font_.get());
  }

  const std::filesystem::path& path() const override { return path_; }
  int index() const override { return index_; }
  const std::string& postscript_name() const override { return description_.postscript_name; }
  const std::string& family() const override { return description_.family; }
  int weight() const override { return description_.weight; }
  bool italic() const override { return description_.italic; }
  Outlines outlines() const override { return description_.outlines; }
  int units_per_em() const override { return description_.units_per_em; }
  int ascent() const override { return description_.ascent; }
  int descent() const override { return description_.descent; }
  int cap_height() const override { return description_.cap_height; }
  hb_face_t* hb_face() const override { return face_.get(); }
  hb_font_t* hb_font() const override { return font_.get(); }

  bool has(char32_t code_point) const override {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), code_point, &glyph) != 0;
  }

  std::optional<InkBox> ink_box(std::uint32_t glyph) const override {
    return ink_boxes_.get(glyph, [this](std::uint32_t wanted) { return measure_ink_box(wanted); });
  }

 private:
  std::optional<InkBox> measure_ink_box(std::uint32_t glyph) const {
    hb_glyph_extents_t extents;
    if (hb_font_get_glyph_extents(font_.get(), glyph, &extents) == 0 || extents.width == 0 || extents.height == 0) return std::nullopt;
    return InkBox{extents.x_bearing, extents.y_bearing + extents.height, extents.x_bearing + extents.width, extents.y_bearing};
  }

  std::filesystem::path path_;
  int index_;
  FaceDescription description_;
  FaceHandle face_;
  FontHandle font_;
  InkBoxCache ink_boxes_;
};

bool has_glyphs_when_decomposed(const FontFace& face, char32_t code_point) {
  hb_codepoint_t first = 0, second = 0;
  if (hb_unicode_decompose(hb_unicode_funcs_get_default(), code_point, &first, &second) == 0) return false;
  if (second != 0 && !face.has(second)) return false;
  return face.has(first) || has_glyphs_when_decomposed(face, first);
}

bool has_glyph_when_composed(const FontFace& face, char32_t base, char32_t mark) {
  hb_codepoint_t composed = 0;
  return hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &composed) != 0 && face.has(composed);
}

/// The file's bytes in memory of our own; null when it cannot be read.
BlobHandle read_whole(const std::filesystem::path& path) {
  Result<std::string> read = DiskFileAccess().read(path, limits::font_file);
  if (!read) return nullptr;
  auto bytes = std::make_unique<std::string>(std::move(*read));
  const char* data = bytes->data();
  const auto size = static_cast<unsigned>(bytes->size());
  return BlobHandle(
      hb_blob_create(data, size, HB_MEMORY_MODE_READONLY, bytes.release(), [](void* owned) { delete static_cast<std::string*>(owned); }));
}

Result<std::shared_ptr<const FontFace>> try_to_open(const std::filesystem::path& path, int index, bool may_change) {
  const BlobHandle blob = may_change ? read_whole(path) : BlobHandle(hb_blob_create_from_file_or_fail(path.c_str()));
  if (blob == nullptr) return Diagnostic(Severity::warning, "font-not-readable", {}, {{"path", path.string()}});
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  Result<FaceDescription> description = vet_face({data, size}, index, path);
  if (!description) return description.failure();
  FaceHandle face(hb_face_create(blob.get(), static_cast<unsigned>(index)));
  hb_face_make_immutable(face.get());
  return std::shared_ptr<const FontFace>(std::make_shared<OpenedFace>(path, index, std::move(*description), std::move(face)));
}

}  // namespace

Result<std::shared_ptr<const FontFace>> open_face(const std::filesystem::path& path, int index, bool may_change) {
  // A file that only lacks memory to be opened in is not damaged, and no other may take its place.
  errno = 0;
  Result<std::shared_ptr<const FontFace>> face = try_to_open(path, index, may_change);
  if (!face && errno == ENOMEM) throw std::bad_alloc();
  return face;
}

bool covers(const FontFace& face, std::u32string_view cluster) {
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    const char32_t code_point = cluster[i];
    if (face.has(code_point) || is_ignorable(code_point) || has_glyphs_when_decomposed(face, code_point)) continue;
    if (i > 0 && has_glyph_when_composed(face, cluster[i - 1], code_point)) continue;
    return false;
  }
  return true;
}

}  // namespace banxin
